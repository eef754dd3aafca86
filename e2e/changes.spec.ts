import { randomUUID } from "node:crypto";
import { SaxesParser } from "saxes";
import { expectNoFindings } from "./axe";
import { open } from "./conference";
import { importXml } from "./imports";
import { mark } from "./marks";
import { expect, test } from "./test";

type Event = {
	readonly id: string;
	readonly title: string;
	readonly room: string;
	readonly at: string;
	readonly recording?: true;
};

const BEFORE: readonly Event[] = [
	{ id: "a", title: "Anchors aweigh", room: "Pier", at: "10:00" },
	{ id: "b", title: "Buoys &amp; bells", room: "Pier", at: "11:00" },
	{ id: "c", title: "Currents", room: "Pier", at: "12:00" },
	{ id: "d", title: "Dredging", room: "Pier", at: "13:00" },
];
const AFTER: readonly Event[] = [
	{ id: "a", title: "Anchors aweigh", room: "Boathouse", at: "10:30", recording: true },
	{ id: "b", title: "CANCELLED: Buoys &amp; bells", room: "Pier", at: "11:00" },
	{ id: "d", title: "Dredging", room: "Pier", at: "13:00" },
	{ id: "e", title: "&lt;b&gt;Ebb&lt;/b&gt;", room: "Pier", at: "14:00" },
];

function xmlOf(acronym: string, events: readonly Event[]): string {
	const rooms = [...new Set(events.map(({ room }) => room))].map((room) => {
		const here = events.filter((event) => event.room === room);
		const all = here.map(
			({
				id,
				title,
				at,
				recording,
			}) => `<event guid="${acronym}-${id}"><date>2025-10-04T${at}:00+02:00</date><start>${at}</start>
<duration>00:30</duration><slug>${id}</slug><title>${title}</title><track>Sea</track><type>talk</type><abstract/><persons/>
<links>${recording ? '<link href="https://video.example/a.mp4">Video recording (mp4)</link>' : ""}</links></event>`,
		);
		return `<room name="${room}">${all.join("")}</room>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?><schedule><version>1</version>
<conference><acronym>${acronym}</acronym><title>${acronym}</title><start>2025-10-04</start><end>2025-10-04</end>
<time_zone_name>Europe/Brussels</time_zone_name></conference>
<day index="1" date="2025-10-04">${rooms.join("")}</day></schedule>`;
}

/** A conference that no other test has, as it was at first. */
async function importBefore(baseURL: string | undefined) {
	const slug = `drift-${randomUUID().slice(0, 8)}`;
	const bring = (events: readonly Event[]) => importXml(baseURL ?? "", xmlOf(slug, events));
	await bring(BEFORE);
	return { path: `/conferences/${slug}`, bring };
}

test("are told kind by kind, can be filtered, and only for one's own talks", async ({ page, baseURL }) => {
	const { path, bring } = await importBefore(baseURL);
	await open(page, path);
	await mark(page, { title: "Dredging" }, "Must-see");
	await bring(AFTER);

	await page.getByRole("link", { name: "Changes", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Changes" })).toBeVisible();
	const main = page.getByRole("main");
	const kind = (name: string) => main.getByRole("article", { name, exact: true });
	await expect(main.getByRole("heading", { level: 3 })).toHaveText([
		"Cancelled 1",
		"Withdrawn 1",
		"New 1",
		"Moved in time 1",
		"Moved to another room 1",
		"Retitled 1",
		"Recording available 1",
	]);
	await expect(kind("Withdrawn 1").getByRole("link")).toHaveText(["Currents"]);
	await expect(kind("New 1").getByRole("link")).toHaveText(["<b>Ebb</b>"]);
	await expect(kind("Moved in time 1").getByRole("listitem")).toHaveText("Anchors aweigh10:00 → is now 10:30");
	await expect(kind("Moved to another room 1").getByRole("deletion")).toHaveText("Pier");
	await expect(kind("Moved to another room 1").getByRole("insertion")).toHaveText("Boathouse");
	await expect(kind("Retitled 1").getByText("Cancelled", { exact: true })).toBeVisible();
	await expect(main).toContainText("The first import: 4 talks.");
	await expectNoFindings(page);

	await main.getByRole("link", { name: "Retitled", exact: true }).click();
	await expect(page).toHaveURL(`${path}/changes?kind=title`);
	await expect(main.getByRole("heading", { level: 3 })).toHaveText(["Retitled 1"]);
	await main.getByRole("link", { name: "All kinds" }).click();
	// The page before has "My talks", too: of its kind alone.
	await expect(page).toHaveURL(`${path}/changes`);
	await main.getByRole("link", { name: "My talks" }).click();
	await expect(main).toContainText("None of the talks that you marked changed like that.");

	await bring(BEFORE.map((event) => (event.id === "d" ? { ...event, at: "15:00" } : event)));
	await page.reload();
	await expect(main.getByRole("heading", { level: 3 })).toHaveText(["Moved in time 1"]);
	await expect(main.getByRole("listitem").filter({ hasText: "Dredging" })).toContainText("13:00 → is now 15:00");
});

test("stand on the page of one import, and in a feed that readers find", { tag: "@smoke" }, async ({
	page,
	baseURL,
}) => {
	const { path, bring } = await importBefore(baseURL);
	await bring(AFTER);
	await open(page, `${path}/changes`);
	const feed = page.locator('head link[rel="alternate"][type="application/atom+xml"]');
	const response = await page.request.get((await feed.getAttribute("href")) ?? "");
	expect(response.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
	const texts: string[] = [];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("text", (text) => texts.push(text));
	parser.write(await response.text()).close();
	expect(texts.join("\n")).toContain("&lt;b&gt;Ebb&lt;/b&gt;");
	expect(texts).toContain("First import: 4 talks");

	await page.getByRole("heading", { level: 2 }).first().getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: "One import’s changes" })).toBeVisible();
	await expectNoFindings(page);
	await page.getByRole("main").getByRole("link", { name: "New", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "New" })).toBeVisible();
	await expect(page.locator(".news")).toHaveText(["<b>Ebb</b>"]);
});

test("show where the talk does: cancelled in lists, withdrawn since when, and its history", async ({
	page,
	baseURL,
}) => {
	const { path, bring } = await importBefore(baseURL);
	await bring(AFTER);
	await open(page, path);
	const row = page.getByRole("listitem").filter({ hasText: "Buoys" });
	await expect(row.getByText("Cancelled", { exact: true })).toBeVisible();
	await expect(page.getByText("Cancelled", { exact: true })).toHaveCount(1);
	await expectNoFindings(page);
	await row.getByRole("link", { name: "CANCELLED: Buoys & bells" }).click();
	await expect(page.getByText("Cancelled: the conference says that this talk does not take place.")).toBeVisible();
	const history = page.getByRole("region", { name: "Changes" });
	await expect(history).toContainText("Retitled: Buoys & bells");
	await expect(history).toContainText("In the schedule here since ");
	await expectNoFindings(page);

	await page.goto(`${path}/changes?kind=withdrawn`);
	await page.getByRole("main").getByRole("link", { name: "Currents" }).click();
	await expect(
		page.getByText(/^Withdrawn: the conference’s schedule no longer has this talk, since .+ \d{4}\.$/),
	).toBeVisible();
});

test("are news on the watchlist until they were looked at there", async ({ page, baseURL }) => {
	const { path, bring } = await importBefore(baseURL);
	await open(page, path);
	await mark(page, { title: "Anchors aweigh" }, "Missed");
	await bring(AFTER);
	// Fetched, as by a link that is pointed at, it is not looked at.
	await page.request.get("/watchlist");

	const seen = page.waitForResponse((response) => response.url().endsWith("/api/news") && response.ok());
	await page.goto("/watchlist");
	const news = page.getByRole("region", {
		name: "1 of your must-see and missed talks got a recording since you marked them",
	});
	await expect(news.getByRole("link", { name: "Anchors aweigh" })).toBeVisible();
	await expect(page.getByText("New recording")).toBeVisible();
	await seen;
	await expect(news).toBeVisible();
	await expectNoFindings(page);

	await page.reload();
	await expect(page.getByText("Recording", { exact: true })).toBeVisible();
	await expect(news).toHaveCount(0);
	await expect(page.getByText("New recording")).toHaveCount(0);
});

test.describe("from elsewhere", () => {
	test("cannot be said to be seen", async ({ page }) => {
		const response = await page.request.post("/api/news", {
			headers: { Origin: "https://breakwater.example" },
			data: { at: new Date().toISOString() },
		});
		expect(response.status()).toBe(403);
	});
});
