import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { conference, open, talks } from "./conference";
import { mark } from "./marks";
import { expect, test } from "./test";

test("takes what the watchlist shows along as a table", async ({ page, newVisitor }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.quoted, "Watched");
	await open(page, "/watchlist?tab=watched");
	const downloading = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export …" }).click();
	await page.getByRole("main").getByRole("link", { name: "As a table" }).click();
	const file = await downloading;
	expect(file.suggestedFilename()).toBe("watchlist.csv");
	const rows: Record<string, string>[] = parse(await readFile(await file.path()), { bom: true, columns: true });
	expect(rows.map(({ conference, title, mark, day }) => ({ conference, title, mark, day }))).toEqual([
		{ conference: conference.title, title: talks.quoted.title, mark: "Watched", day: "2025-10-04" },
	]);
	expect(new URL(rows[0]?.address ?? "").pathname).toBe(conference.talk(talks.quoted));

	const otherVisitor = await newVisitor();
	const theirs = await otherVisitor.request.get("/export/csv");
	expect((await theirs.text()).trim().split("\r\n")).toHaveLength(1);
});
