import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { downloadExport } from "./exports";
import { importSchedule } from "./imports";
import { expectMark, mark } from "./marks";
import { expect, test } from "./test";

const RADIO = `${conference.talks}?track=radio`;

const bar = (page: Page) => page.getByRole("region", { name: "Selected talks" });
const count = (page: Page) => bar(page).getByRole("status").first();
const outcome = (page: Page) => bar(page).getByRole("status").last();
const box = (page: Page, title: string) => page.getByRole("checkbox", { name: `Select ${title}`, exact: true });
const clickButton = (page: Page, name: string | RegExp) => bar(page).getByRole("button", { name, exact: true }).click();

/** Opens a list and starts to select; gives the titles of its talks. */
async function select(page: Page, path: string): Promise<string[]> {
	await open(page, path);
	await page.getByRole("button", { name: "Select", exact: true }).click();
	await expect(count(page)).toHaveText("None selected");
	return page.locator("main a.talk-title").allTextContents();
}

async function savedMarks(page: Page, slug: string = conference.slug): Promise<[talkId: number, status: string][]> {
	return (await (await page.request.get(`/api/visitor?conference=${slug}`)).json()).marks;
}

test("marks several at once, a range with Shift, and undoes it as one", async ({ page }) => {
	const titles = await select(page, RADIO);
	await expect(bar(page).getByRole("button", { name: "Missed", exact: true })).toBeDisabled();
	await box(page, titles[1] ?? "").click();
	await expect(count(page)).toHaveText("1 selected");
	await box(page, titles[4] ?? "").click({ modifiers: ["Shift"] });
	await expect(count(page)).toHaveText("4 selected");
	await box(page, titles[2] ?? "").uncheck();
	await expect(count(page)).toHaveText("3 selected");
	await clickButton(page, "Missed");
	await expect(outcome(page)).toHaveText("Marked 3 talks missed.Undo");
	const chosen = [1, 3, 4];
	const expectMarks = async (status: "Missed" | "Watched" | null) => {
		for (const [index, title] of titles.entries())
			await expectMark(page, { title }, chosen.includes(index) ? status : null);
	};
	await expectMarks("Missed");
	await clickButton(page, "Missed");
	await expect(outcome(page)).toHaveText("All 3 were missed already.");
	await clickButton(page, "Watched");
	await clickButton(page, "Undo");
	await expect(outcome(page)).toHaveText("Undone: 3 talks are as they were.");
	await expectMarks("Missed");
	await expect.poll(async () => (await savedMarks(page)).map(([, status]) => status)).toEqual(Array(3).fill("MISSED"));
	await clickButton(page, "Take the marks of 3 talks away");
	await expect(outcome(page)).toHaveText("Took the marks of 3 talks away.Undo");
	await expect.poll(() => savedMarks(page)).toEqual([]);
	await page.keyboard.press("u");
	await expectMarks("Missed");
	await expect(outcome(page)).toHaveText("");

	await bar(page).getByRole("button", { name: "Stop selecting" }).click();
	await expect(bar(page)).toHaveCount(0);
	await expect(box(page, titles[1] ?? "")).toBeHidden();
	await page.getByRole("button", { name: "Select", exact: true }).click();
	await expect(count(page)).toHaveText("None selected");
});

test("selects all that the page shows, and none", async ({ page }) => {
	const titles = await select(page, RADIO);
	await clickButton(page, "All 7");
	await expect(count(page)).toHaveText("7 selected");
	for (const title of titles) await expect(box(page, title)).toBeChecked();
	await clickButton(page, "None");
	for (const title of titles) await expect(box(page, title)).not.toBeChecked();
});

test("selects all that match, on other pages of the list too", async ({ page, baseURL }) => {
	const acronym = `shoal${crypto.randomUUID().slice(0, 8)}`;
	const events = Array.from({ length: 130 }, (_, index) => ({
		guid: crypto.randomUUID(),
		title: `Herring ${index}`,
		room: index % 2 === 0 ? "Quay" : "Mole",
		duration: "00:30",
	}));
	const lone = { guid: crypto.randomUUID(), title: "Cod", room: "Quay", duration: "00:30" };
	await importSchedule(baseURL ?? "", { acronym, title: acronym, events: [...events, lone] });
	await select(page, `/conferences/${acronym}/talks?q=herring`);
	await clickButton(page, "All 100 here");
	await expect(count(page)).toHaveText("100 selected");
	await clickButton(page, "All 130 that match");
	await expect(count(page)).toHaveText("130 selected");
	await clickButton(page, "Missed");
	await expect(outcome(page)).toHaveText("Marked 130 talks missed.Undo");
	await expect.poll(async () => (await savedMarks(page, acronym)).length).toBe(130);
	await clickButton(page, "Undo");
	await expect(outcome(page)).toHaveText("Undone: 130 talks are as they were.");
	await expect.poll(() => savedMarks(page, acronym)).toEqual([]);
});

test("puts a topic on several and takes it off, each with its undo", async ({ page }) => {
	const titles = await select(page, RADIO);
	await box(page, titles[0] ?? "").check();
	await box(page, titles[5] ?? "").check();
	await clickButton(page, "Topic");
	const field = bar(page).getByRole("combobox", { name: "Topic" });
	await field.fill("Salt and Signals");
	await clickButton(page, "Add");
	await expect(outcome(page)).toHaveText("Put “Salt and Signals” on 2 talks.Undo");
	const topicCounts = async () => (await (await page.request.get("/api/topics")).json()).topics;
	await expect.poll(topicCounts).toEqual([{ slug: "salt-and-signals", name: "Salt and Signals", talkCount: 2 }]);
	await clickButton(page, "Add");
	await expect(outcome(page)).toHaveText("All 2 had the topic “Salt and Signals” already.");
	await clickButton(page, "Remove");
	await expect(outcome(page)).toHaveText("Took “Salt and Signals” off 2 talks.Undo");
	await clickButton(page, "Undo");
	await expect(outcome(page)).toHaveText("Undone: 2 talks again with the topic “Salt and Signals”.");
	await expect.poll(topicCounts).toEqual([{ slug: "salt-and-signals", name: "Salt and Signals", talkCount: 2 }]);
});

test("undoes a topic with u, and a mark that was pressed after it first", async ({ page }) => {
	const titles = await select(page, RADIO);
	await box(page, titles[0] ?? "").check();
	await clickButton(page, "Topic");
	await bar(page).getByRole("combobox", { name: "Topic" }).fill("Fog");
	await clickButton(page, "Add");
	await expect(outcome(page)).toHaveText("Put “Fog” on 1 talk.Undo");
	await page.getByRole("link", { name: titles[0] ?? "" }).focus();
	await page.keyboard.press("u");
	await expect(page.locator(".key-status")).toHaveText("Undone: 1 talk no longer with the topic “Fog”.");
	await clickButton(page, "Add");
	await expect(outcome(page)).toHaveText("Put “Fog” on 1 talk.Undo");
	await mark(page, { title: titles[0] ?? "" }, "Missed");
	await expect(outcome(page)).toHaveText("");
	await page.getByRole("link", { name: titles[0] ?? "" }).focus();
	await page.keyboard.press("u");
	await expectMark(page, { title: titles[0] ?? "" }, null);
});

test("exports the talks that are selected", async ({ page }) => {
	await select(page, RADIO);
	await box(page, talks.rain.title).check();
	await box(page, talks.noise.title).check();
	const titles = await page.locator("main a.talk-title").allTextContents();
	const { text } = await downloadExport(page, page.getByRole("button", { name: "Export" }));
	const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading ?? "");
	expect(headings.filter((heading) => titles.includes(heading))).toEqual([talks.rain.title, talks.noise.title]);
});

test("selects on the watchlist and on a topic's page, too", async ({ page }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.rain, "Must-see");
	await mark(page, talks.tides, "Missed");
	await select(page, "/watchlist");
	await clickButton(page, "All 2");
	await clickButton(page, "Topic");
	await bar(page).getByRole("combobox", { name: "Topic" }).fill("Weather");
	await clickButton(page, "Add");
	await expect(outcome(page)).toHaveText("Put “Weather” on 2 talks.Undo");
	await clickButton(page, "Watched");
	await expect(outcome(page)).toHaveText("Marked 2 talks watched.Undo");
	await expectMark(page, talks.tides, "Watched");
	expect(await select(page, "/topics/weather")).toHaveLength(2);
	await box(page, talks.rain.title).check();
	await clickButton(page, "Topic");
	await bar(page).getByRole("combobox", { name: "Topic" }).fill("Weather");
	await clickButton(page, "Remove");
	await expect(page.getByText(/^1 talk, /)).toBeVisible();
	await clickButton(page, "Undo");
	await expect(page.getByText(/^2 talks, /)).toBeVisible();
	await clickButton(page, "Missed");
	await expectMark(page, talks.rain, "Missed");
	await expectMark(page, talks.tides, "Watched");
	await clickButton(page, "Undo");
	await expectMark(page, talks.rain, "Watched");
});

test("tells nobody about others, and refuses what is not there", async ({ page, newVisitor }) => {
	await open(page, RADIO);
	await mark(page, talks.rain, "Missed");
	const idsOf = async (of: Page, path: string) => (await of.request.get(path)).json();
	const missed = `/api/talk-ids/${conference.slug}?mark=missed`;
	expect((await idsOf(page, missed)).talkIds).toHaveLength(1);
	const otherVisitor = await newVisitor();
	expect(await idsOf(otherVisitor, missed)).toEqual({ talkIds: [] });
	const unknown = await page.request.get("/api/talk-ids/nothing%00here");
	expect([unknown.status(), await unknown.json()]).toEqual([404, { message: "There is no such conference here." }]);
	const nothing = await page.request.post("/export/markdown", { form: { talk: "2000000000,x,-1" } });
	expect(nothing.status()).toBe(200);
	expect(await nothing.text()).not.toMatch(/^##/m);
	const tooMuch = await page.request.post("/export/markdown", { form: { talk: "1,".repeat(40_000) } });
	expect([tooMuch.status(), await tooMuch.text()]).toEqual([
		413,
		"Those are more talks than can be exported at once.\n",
	]);
});

test("has nothing that axe finds wrong, and fits a phone", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const titles = await select(page, RADIO);
	await box(page, titles[1] ?? "").check();
	await clickButton(page, "Watched");
	await clickButton(page, "Topic");
	await expectNoFindings(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	const height = (await bar(page).boundingBox())?.height ?? 0;
	expect(height).toBeLessThan(844 / 2);
});
