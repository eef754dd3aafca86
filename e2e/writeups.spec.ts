import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, findTalkIds, talks } from "./conference";
import { downloadWriteUp } from "./exports";
import { mark, markEventBody } from "./marks";
import { openTalk, saveNote, writeNote } from "./notes";
import { expect, NO_RESPONSE, NOT_FOUND, test } from "./test";

const status = (page: Page) => page.getByRole("main").getByRole("status").first();
const expectSaved = (page: Page) => expect(status(page)).toHaveText(/^Saved \d\d:\d\d$/);
const heading = (page: Page, talk: { title: string }) =>
	page.getByRole("textbox", { name: `Heading of ${talk.title}`, exact: true });

/** Talks marked and noted, and a write-up of their conference begun. */
async function start(page: Page): Promise<string> {
	await openTalk(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Watched");
	await writeNote(page, { text: "It is **one file**.", takeaways: ["Columns outlive programs", "Left out"] });
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Must-see");
	await page.goto("/writeups");
	await page.getByRole("link", { name: "Start a write-up" }).click();
	await page.getByLabel("Start from").selectOption(conference.title);
	await page.getByRole("button", { name: "Start", exact: true }).click();
	await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
	return page.url();
}

/** The same by requests, for what begins with it. */
async function startByRequest(page: Page): Promise<string> {
	const [tides = 0] = await findTalkIds(page, conference.slug, "tide tables forty");
	const [rain = 0] = await findTalkIds(page, conference.slug, "radio made of rain");
	const presses = [...markEventBody(tides, "WATCHED").presses, ...markEventBody(rain, "MUST_SEE").presses];
	expect((await page.request.post("/api/marks", { data: { presses } })).ok()).toBe(true);
	await saveNote(page, tides, "It is **one file**.", [{ text: "Columns outlive programs" }, { text: "Left out" }]);
	const scope = { kind: "conference", conference: conference.slug };
	const { id } = await (await page.request.post("/api/writeups", { data: { scope } })).json();
	await page.goto(`/writeups/${id}`);
	return page.url();
}

test("makes a post of what was marked and noted, as it is written and arranged", { tag: "@smoke" }, async ({
	page,
}) => {
	await start(page);
	await page.getByRole("textbox", { name: "Title", exact: true }).fill("Talks: what I missed");
	await page.getByText("Date, tags and front matter").click();
	await page.getByRole("textbox", { name: "Date", exact: true }).fill("2026-02-11");
	await page.getByRole("textbox", { name: /^Tags/ }).fill("fosdem, tides,");
	await page.getByRole("textbox", { name: "Introduction", exact: true }).fill("Another year.");
	await page.getByRole("checkbox", { name: "Left out" }).uncheck();
	await heading(page, talks.tides).fill("On tides");
	await expectSaved(page);
	const file = await downloadWriteUp(page);
	expect(file).toMatch(
		/^---\ntitle: "Talks: what I missed"\ndate: 2026-02-11\ntags:\n {2}- "fosdem"\n {2}- "tides"\n---\n\nAnother year\.\n\n<!--more-->\n\n## /,
	);
	expect(file).toContain("### On tides\n");
	expect(file).toContain("**Key takeaways:**\n- Columns outlive programs\n");
	expect(file).not.toContain("Left out");
	expect(file).toContain(`### ${talks.rain.title}\n`);
	await page.reload();
	await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Talks: what I missed");
	expect(await downloadWriteUp(page)).toBe(file);
	await page.getByRole("tab", { name: "Markdown" }).click();
	await expect(page.getByRole("tabpanel")).toContainText("### On tides");
	await expectNoFindings(page);
});

test("moves talks by keys and menu, removes and brings them back", async ({ page }) => {
	await startByRequest(page);
	await page.getByRole("button", { name: "Add a section" }).click();
	await page.keyboard.type("Themes of my own");
	const group = page.getByRole("region", { name: "Themes of my own" });
	await page.getByRole("button", { name: `Put ${talks.tides.title} into another section` }).click();
	await page.getByLabel(`Section for ${talks.tides.title}`).selectOption("Themes of my own");
	await page.getByRole("button", { name: "Move", exact: true }).click();
	await expect(group.getByRole("textbox", { name: `Heading of ${talks.tides.title}` })).toBeVisible();
	const handle = page.getByRole("button", { name: `Move ${talks.tides.title}: Alt and an arrow key, or drag` });
	await expect(handle).toBeFocused();
	await page.keyboard.press("Alt+ArrowUp");
	await expect(group.getByRole("textbox", { name: `Heading of ${talks.tides.title}` })).toHaveCount(0);
	await expect(handle).toBeFocused();
	await page.getByRole("button", { name: `Remove ${talks.tides.title}` }).click();
	await expect(heading(page, talks.tides)).toHaveCount(0);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(heading(page, talks.tides)).toHaveValue(talks.tides.title);
	await expectSaved(page);
	await page.getByRole("button", { name: "Add a talk to Themes of my own" }).click();
	await page.getByRole("searchbox").fill(talks.rain.title);
	await page.getByRole("search").getByRole("button", { name: talks.rain.title }).click();
	await expect(group.getByRole("textbox", { name: `Heading of ${talks.rain.title}` })).toBeVisible();
	await expectSaved(page);
	await page.reload();
	await expect(page.getByRole("textbox", { name: `Heading of ${talks.rain.title}` })).toHaveCount(2);
});

test("moves talks and sections by dragging them", async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 2600 });
	await startByRequest(page);
	await page.getByRole("button", { name: "Add a section" }).click();
	await page.keyboard.type("Themes of my own");
	const group = page.getByRole("region", { name: "Themes of my own" });
	const inGroup = group.getByRole("textbox", { name: `Heading of ${talks.tides.title}` });
	const handle = page.getByRole("button", { name: `Move ${talks.tides.title}: Alt and an arrow key, or drag` });
	await handle.dragTo(group.getByRole("button", { name: "Add a talk to Themes of my own" }));
	await expect(inGroup).toHaveValue(talks.tides.title);
	const sections = page.locator("[data-section]");
	const last = (await sections.count()) - 1;
	await expect(sections.nth(last)).toContainText("Add a talk");
	await group
		.getByRole("button", { name: "Move Themes of my own: Alt and an arrow key, or drag" })
		.dragTo(sections.first(), { targetPosition: { x: 100, y: 4 } });
	await expect(sections.first().getByRole("textbox", { name: `Heading of ${talks.tides.title}` })).toBeVisible();
	await expectSaved(page);
	await page.reload();
	await expect(sections.first().getByRole("textbox", { name: `Heading of ${talks.tides.title}` })).toBeVisible();
	const file = await downloadWriteUp(page);
	expect(file.indexOf("## Themes of my own")).toBeLessThan(file.indexOf(`### ${talks.tides.title}`));
});

test("shows a note as it is now, and adds talks marked since in one press", async ({ page, context }) => {
	await startByRequest(page);
	const other = await context.newPage();
	await openTalk(other, conference.talk(talks.tides));
	await writeNote(other, { text: "It is one *table*.", takeaways: ["Columns outlive programs"] });
	await other.goto(conference.talk(talks.seaweed));
	await mark(other, talks.seaweed, "Missed");
	await page.bringToFront();
	await page.evaluate(() => window.dispatchEvent(new Event("focus")));
	await expect(page.getByText("It is one *table*.")).toBeVisible();
	await page.getByRole("button", { name: "Add it" }).click();
	await expect(heading(page, talks.seaweed)).toBeVisible();
	await expectSaved(page);
});

test("asks before what is written for it alone gives way to the note", async ({ page }) => {
	await startByRequest(page);
	const item = page.getByRole("listitem").filter({ has: heading(page, talks.tides) });
	await item.getByRole("button", { name: "Write something else here" }).click();
	const text = item.getByRole("textbox", { name: `Text on ${talks.tides.title}, for this write-up alone` });
	// As long as it says what the note says, nothing would be lost.
	await item.getByRole("button", { name: "Use my note instead" }).click();
	await expect(text).toHaveCount(0);
	await item.getByRole("button", { name: "Write something else here" }).click();
	await text.fill("Said nowhere else.");
	await item.getByRole("button", { name: "Use my note instead" }).press("Enter");
	const dialog = page.getByRole("alertdialog", { name: "Use your note instead?" });
	await expect(dialog.getByRole("button", { name: "Keep what is here" })).toBeFocused();
	await expectNoFindings(page);
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await expect(text).toHaveValue("Said nowhere else.");
	await expect(item.getByRole("button", { name: "Use my note instead" })).toBeFocused();
	await page.keyboard.press("Enter");
	await dialog.getByRole("button", { name: "Drop it and use my note" }).click();
	await expect(text).toHaveCount(0);
	await expect(item.getByText("It is **one file**.")).toBeVisible();
});

test("shows what comes of it in tabs, by arrow keys too", async ({ page }) => {
	await startByRequest(page);
	await page.getByRole("tab", { name: "Preview" }).click();
	for (const [key, name, expected] of [
		["ArrowRight", "Markdown", /title: /],
		["ArrowRight", "Options", /Format/],
		["ArrowRight", "Preview", /words/],
		["ArrowLeft", "Options", /Format/],
	] as const) {
		await page.keyboard.press(key);
		await expect(page.getByRole("tab", { name })).toBeFocused();
		await expect(page.getByRole("tab", { name, selected: true })).toBeVisible();
		await expect(page.getByRole("tabpanel", { name })).toContainText(expected);
	}
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("keeps what is written, and merges it with what was written elsewhere", async ({ page, context }) => {
		const url = await startByRequest(page);
		const other = await context.newPage();
		await other.goto(url);
		await page.route("**/api/writeups/**", (route) => route.abort());
		await page.getByRole("textbox", { name: "Introduction", exact: true }).fill("Mine.");
		await expect(status(page)).toHaveText("Offline — kept on this device");
		await other.getByRole("textbox", { name: "Ending", exact: true }).fill("Theirs.");
		await expectSaved(other);
		await other.close();
		await page.unroute("**/api/writeups/**");
		await page.reload();
		await expect(page.getByRole("textbox", { name: "Introduction", exact: true })).toHaveValue("Mine.");
		await expect(page.getByRole("textbox", { name: "Ending", exact: true })).toHaveValue("Theirs.");
		// It may have been sent while the page was left.
		await expect(status(page)).toHaveText(/^Saved/);
	});
});

test.describe("somebody else", () => {
	test.use({ expectedProblems: NOT_FOUND });

	test("finds no write-up, and none is left once it is deleted", async ({ page, newVisitor }) => {
		const url = await startByRequest(page);
		const stranger = await newVisitor();
		expect((await stranger.goto(url))?.status()).toBe(404);
		await page.getByText("Delete this write-up").click();
		await page.getByRole("button", { name: "Delete it" }).click();
		await expect(page.getByText("No write-ups yet.")).toBeVisible();
		expect((await page.goto(url))?.status()).toBe(404);
	});
});
