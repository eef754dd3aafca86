import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { unzip } from "@/lib/testing/unzip";
import { openVault } from "@/lib/writeups/vault/open-vault";
import { newAccount, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { conference, moreOfConference, open, talks } from "./conference";
import { databaseFile } from "./database-file";
import { mark } from "./marks";
import { openTalk, writeNote } from "./notes";
import { expect, NOT_FOUND, test } from "./test";

const PAGE = `/export?conference=${conference.slug}`;

const field = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const file = (page: Page) => page.getByRole("region", { name: "The file" });

async function writeSome(page: Page): Promise<void> {
	await openTalk(page, conference.talk(talks.tides));
	await writeNote(page, { text: "A format that nobody designed.", takeaways: ["Columns outlive programs"] });
	await openTalk(page, conference.talk(talks.rain));
	await writeNote(page, { text: "It hums in E flat.", takeaways: [] });
	await page.goto(conference.day("2025-10-05"));
	await mark(page, talks.knots, "Must-see");
}

async function download(page: Page, name = "Download"): Promise<{ name: string; bytes: Buffer }> {
	const downloading = page.waitForEvent("download");
	await page.getByRole("link", { name, exact: true }).click();
	const file = await downloading;
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("shows a file as it is chosen, and copies and downloads just that", { tag: "@smoke" }, async ({
	page,
	context,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await writeSome(page);
	await page.goto(conference.path);
	await (await moreOfConference(page, "Export Markdown")).click();
	await expect(page).toHaveURL(PAGE);
	await expect(page.getByRole("main")).toContainText(`Notes on ${conference.title}`);
	await expect(page.getByText(/^2 talks, \d+ words$/)).toBeVisible();
	await expect(file(page)).toContainText('title: "Notes on');

	await field(page, "Format").selectOption("Plain Markdown");
	await field(page, "Sections by").selectOption("Day");
	await field(page, "Bullets").selectOption("* stars");
	await page.getByRole("textbox", { name: "Takeaways heading" }).fill("Learnt:");
	await page.getByRole("checkbox", { name: "Each talk’s link and speakers" }).uncheck();
	await page.getByRole("checkbox", { name: "Links to recordings" }).uncheck();
	await page.getByRole("checkbox", { name: "Links to slides" }).uncheck();
	const expected = `# Notes on ${conference.title}

## Saturday 4 October 2025

### ${talks.tides.title}

A format that nobody designed.

Learnt:
* Columns outlive programs

### ${talks.rain.title}

It hums in E flat.
`;
	await expect.poll(() => file(page).textContent()).toBe(expected);
	await page.getByRole("button", { name: "Copy" }).click();
	await expect(page.getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
	const { name, bytes } = await download(page);
	expect([name, bytes.toString("utf8")]).toEqual([`${conference.slug}-notes.md`, expected]);

	await page.getByRole("checkbox", { name: "Marked talks without a note, too" }).check();
	await expect(file(page)).toContainText(`### ${talks.knots.title}`);
	await expect(page.getByText(/^3 talks, /)).toBeVisible();
	await field(page, "Talks without a note").selectOption("In a list below the others");
	await expect(file(page)).toContainText(`* [${talks.knots.title}](`);
	await field(page, "Talks without a note").selectOption("Left out");
	await expect(page.getByText(/^2 talks, /)).toBeVisible();
});

test("remembers how a visitor had it written, and each has their own", { tag: "@smoke" }, async ({
	page,
	newVisitor,
}) => {
	await writeSome(page);
	await page.goto(PAGE);
	const saved = page.waitForResponse((response) => response.url().endsWith("/api/export-settings"));
	await field(page, "Format").selectOption("Jekyll");
	expect((await saved).status()).toBe(200);
	await page.goto("/export");
	await expect(field(page, "Format")).toHaveValue("jekyll");
	// Downloads that say nothing are as the last one was.
	expect(await (await page.request.get(`/export/markdown?conference=${conference.slug}`)).text()).toContain(
		"layout: post",
	);
	await page.getByRole("textbox", { name: "Takeaways heading" }).fill("");
	await field(page, "Order").selectOption("As I marked them");
	// The page is left before a moment has passed; what it sends then may come after the next is asked for.
	await expect(async () => {
		await page.goto(PAGE);
		await expect(field(page, "Order")).toHaveValue("marked", { timeout: 1_000 });
	}).toPass();
	await expect(page.getByRole("textbox", { name: "Takeaways heading" })).toHaveValue("**Key takeaways:**");

	const otherVisitor = await newVisitor();
	await otherVisitor.goto(PAGE);
	await expect(otherVisitor.getByText("There is nothing to export here yet.")).toBeVisible();
	// Nobody yet, and with talks that they chose.
	const talk = await openTalk(page, conference.talk(talks.tides));
	await otherVisitor.goto(`/export?talk=${talk}`);
	await field(otherVisitor, "Format").selectOption("Astro / Eleventy");
	await expect(file(otherVisitor)).toContainText("pubDate:");
	await expect(file(otherVisitor)).not.toContainText("A format that nobody designed.");
	await otherVisitor.reload();
	await expect(field(otherVisitor, "Format")).toHaveValue("hugo");
	expect(await otherVisitor.context().cookies()).toEqual([]);
});

test("gives a vault whose links all lead somewhere", async ({ page }) => {
	await writeSome(page);
	await page.goto(PAGE);
	await field(page, "Format").selectOption("Obsidian vault");
	await expect(page.getByText("A zip with a note for each of 2 talks")).toBeVisible();
	const { name, bytes } = await download(page, "Download the vault");
	expect(name).toBe(`${conference.slug}-notes.zip`);
	const notes = openVault(await unzip(bytes));
	const names = notes.map((note) => note.name);
	expect(new Set(names).size).toBe(names.length);
	for (const note of notes) expect(note.links.filter((link) => !names.includes(link))).toEqual([]);
	expect(notes.find(({ properties }) => properties.title === talks.tides.title)).toMatchObject({
		properties: { speakers: ["[[Émilie Nørgård]]", "[[Tomasz Wiśniewski]]"], track: "[[Main Deck]]" },
		body: expect.stringContaining("A format that nobody designed.\n\n**Key takeaways:**\n- Columns outlive programs\n"),
	});
	const again = await page.request.get(`/export/vault?conference=${conference.slug}`);
	expect(again.headers()["content-type"]).toBe("application/zip");
	expect(again.headers()["cache-control"]).toContain("no-store");
	expect((await again.body()).equals(bytes)).toBe(true);
});

test("takes what a form chose to an address that can be opened again", async ({ page }) => {
	await writeSome(page);
	await page.goto("/notes");
	await page.getByRole("button", { name: "Export Markdown" }).click();
	await expect(page).toHaveURL(/\/export\?talks=[0-9a-z.-]+$/);
	await expect(page.getByText(/^2 talks, /)).toBeVisible();
	await page.reload();
	await expect(file(page)).toContainText("It hums in E flat.");
	await expect(page.getByRole("checkbox", { name: "Marked talks without a note, too" })).toHaveCount(0);
});

test("is of the watchlist's filter, and can take marked talks alone", async ({ page }) => {
	await open(page, conference.day("2025-10-05"));
	await mark(page, talks.knots, "Must-see");
	await page.goto(PAGE);
	await page.getByRole("link", { name: "Take the talks that I marked" }).click();
	await expect(file(page)).toContainText(`### ${talks.knots.title}`);
	await page.goto("/watchlist");
	await page.getByRole("button", { name: "Export …" }).click();
	await page.getByRole("link", { name: "Export these" }).click();
	await expect(file(page)).toContainText(`### ${talks.knots.title}`);
});

test("can be used by keys and on a small phone, and axe finds nothing", async ({ page }) => {
	await writeSome(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(PAGE);
	await expect(file(page)).toContainText("It hums in E flat.");
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await expectNoFindings(page);
	await field(page, "Format").focus();
	await page.keyboard.type("Plain");
	await expect.poll(() => file(page).textContent()).toContain(`# Notes on ${conference.title}`);
	await page.keyboard.press("Tab");
	await expect(field(page, "Sections by")).toBeFocused();
});

test.describe("where there is nothing", () => {
	test.use({ expectedProblems: NOT_FOUND });

	test("says so", async ({ page }) => {
		const response = await page.goto("/export?conference=nowhere-2025");
		expect(response?.status()).toBe(404);
		for (const path of ["markdown", "vault"]) {
			const response = await page.request.get(`/export/${path}?writeup=00000000-0000-0000-0000-000000000000`);
			expect([response.status(), await response.text()]).toEqual([404, "There is no such write-up here.\n"]);
		}
	});
});

test("is written by the command line with the same bytes", async ({ page, baseURL }) => {
	const account = newAccount();
	await signUp(page, account);
	await writeSome(page);
	const databaseUrl = await readFile(databaseFile(new URL(baseURL ?? "").port), "utf8");
	const run = (...args: string[]) =>
		new Promise<Buffer>((resolve, reject) => {
			const script = fileURLToPath(new URL("../scripts/export.ts", import.meta.url));
			const node = ["--import", "tsx", script, "--user", account.email, ...args];
			const options = { env: { ...process.env, DATABASE_URL: databaseUrl }, encoding: "buffer" as const };
			execFile(process.execPath, node, options, (error, stdout) => (error ? reject(error) : resolve(stdout)));
		});
	const get = async (path: string) => await (await page.request.get(path)).body();
	for (const [args, query] of [
		["--flavour hugo", "flavour=hugo"],
		[
			"--flavour jekyll --group day --order marked --include marked",
			"flavour=jekyll&group=day&order=marked&include=marked",
		],
	] as const) {
		const exported = await run("--conference", conference.slug, ...args.split(" "));
		expect(exported.toString()).toContain("It hums in E flat.");
		expect(exported.equals(await get(`/export/markdown?conference=${conference.slug}&${query}`))).toBe(true);
	}
	const vault = await run("--conference", conference.slug, "--flavour", "obsidian");
	expect(vault.equals(await get(`/export/vault?conference=${conference.slug}`))).toBe(true);
});
