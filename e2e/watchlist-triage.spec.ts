import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { expectMark, mark } from "./marks";
import { expect, NO_RESPONSE, test } from "./test";

const TRIAGE = `${conference.path}/triage`;
/** Seven talks, in this order. */
const RADIO = `${TRIAGE}?track=radio`;

const current = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });
const decided = (page: Page, text: string) => page.getByText(text, { exact: true });
const bar = (page: Page) => page.getByRole("group", { name: "Your decision" });

async function radioTitles(page: Page): Promise<string[]> {
	await open(page, `${conference.path}/tracks/radio`);
	return page.locator("main a.talk-title").allTextContents();
}

async function savedMarks(page: Page): Promise<[talkId: number, status: string][]> {
	return (await (await page.request.get(`/api/visitor?conference=${conference.slug}`)).json()).marks;
}

test("shows one talk after another with what one decides by, and goes on where one stopped", { tag: "@smoke" }, async ({
	page,
}) => {
	const titles = await radioTitles(page);
	await open(page, conference.path);
	await page.getByRole("link", { name: "Triage" }).click();
	await expect(decided(page, "0 of 26 decided")).toBeVisible();
	await open(page, RADIO);
	await expect(decided(page, "0 of 7 decided")).toBeVisible();
	const card = page.getByRole("article");
	await expect(current(page)).toHaveText(titles[0] ?? "");
	await expect(card.getByRole("link", { name: "Lamp Room" })).toBeVisible();
	await expect(card.getByRole("link", { name: "Radio: Waves and Noise" })).toBeVisible();
	await expect(card.getByText(/^\w+ \d October 2025, \d\d:\d\d–\d\d:\d\d/)).toBeVisible();

	await page.keyboard.press("m");
	await expect(current(page)).toHaveText(titles[1] ?? "");
	await page.keyboard.press("x");
	await expect(current(page)).toHaveText(titles[2] ?? "");
	await page.keyboard.press("s");
	await expect(current(page)).toHaveText(titles[3] ?? "");
	await expect(decided(page, "2 of 7 decided, 1 skipped")).toBeVisible();
	await expect.poll(() => savedMarks(page)).toHaveLength(2);

	await open(page, RADIO);
	await expect(current(page)).toHaveText(titles[3] ?? "");
	await expect(decided(page, "2 of 7 decided, 1 skipped")).toBeVisible();
	await bar(page).getByRole("button", { name: "Watched" }).click();
	await bar(page).getByRole("button", { name: "Missed" }).click();
	await bar(page).getByRole("button", { name: "Must-see" }).click();
	await bar(page).getByRole("button", { name: "Skip" }).click();

	await expect(page.getByRole("heading", { name: "That was the last talk." })).toBeVisible();
	await page.getByRole("button", { name: "Look at the 2 skipped again" }).click();
	await expect(current(page)).toHaveText(titles[2] ?? "");
	await page.keyboard.press("w");
	await expect(current(page)).toHaveText(titles[6] ?? "");
	await page.keyboard.press("w");
	await expect(page.getByRole("heading", { name: "All 7 talks are decided." })).toBeVisible();
	await expect(page.getByRole("definition")).toHaveText(["2", "3", "2"]);
	await expect.poll(() => savedMarks(page)).toHaveLength(7);
	await page.getByRole("link", { name: "The list of these talks" }).click();
	const marks = ["Must-see", "Missed", "Watched", "Watched", "Missed", "Must-see", "Watched"] as const;
	for (const [index, title] of titles.entries()) await expectMark(page, { title }, marks[index] ?? null);
});

test("goes back with u, over marks and skips, also after a reload", async ({ page }) => {
	const titles = await radioTitles(page);
	await open(page, RADIO);
	for (const key of "msw") await page.keyboard.press(key);
	await expect(decided(page, "2 of 7 decided, 1 skipped")).toBeVisible();
	await page.keyboard.press("u");
	await expect(current(page)).toHaveText(titles[2] ?? "");
	await page.keyboard.press("u");
	await expect(current(page)).toHaveText(titles[1] ?? "");
	await expect(decided(page, "1 of 7 decided")).toBeVisible();
	await expect.poll(() => savedMarks(page)).toHaveLength(1);
	await page.reload();
	await expect(current(page)).toHaveText(titles[1] ?? "");
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign up" })).toBeVisible();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(current(page)).toHaveText(titles[0] ?? "");
	await expect.poll(() => savedMarks(page)).toEqual([]);
});

test("has the next talks at hand before they are needed", async ({ page }) => {
	await open(page, TRIAGE);
	const seen: string[] = [];
	for (let index = 0; index < 26; index++) {
		await expect(decided(page, `${index} of 26 decided`)).toBeVisible();
		seen.push((await current(page).textContent()) ?? "");
		await page.keyboard.press("x");
	}
	await expect(page.getByRole("heading", { name: "All 26 talks are decided." })).toBeVisible();
	expect(new Set(seen).size).toBe(26);
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("goes on with what is at hand, and keeps what was decided", async ({ page }) => {
		await open(page, TRIAGE);
		await expect(decided(page, "0 of 26 decided")).toBeVisible();
		let isAway = true;
		await page.route("**/*", (route) => (isAway ? route.abort() : route.continue()));
		for (const key of "mwsx") await page.keyboard.press(key);
		await expect(decided(page, "3 of 26 decided, 1 skipped")).toBeVisible();
		for (const key of "xxxx") await page.keyboard.press(key);
		await expect(page.getByText("The server does not answer. What you decided is kept in this browser.")).toBeVisible();
		await expect(bar(page).getByRole("button", { name: "Missed" })).toBeDisabled();
		isAway = false;
		// As the browser says; else it is tried again ever more seldom.
		await page.evaluate(() => window.dispatchEvent(new Event("online")));
		await expect(current(page)).toBeVisible();
		await expect(decided(page, "7 of 26 decided, 1 skipped")).toBeVisible();
		await expect.poll(() => savedMarks(page)).toHaveLength(7);
		await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
		await page.reload();
		await expect(decided(page, "7 of 26 decided, 1 skipped")).toBeVisible();
	});
});

test("keeps to the filter, whatever mark it names, and says where nothing matches", async ({ page }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.rain, "Missed");
	await open(page, `${conference.talks}?track=radio&day=2025-10-04&mark=missed`);
	await page.getByRole("link", { name: "Triage these" }).click();
	await expect(page).toHaveURL(`${TRIAGE}?day=2025-10-04&track=radio`);
	await expect(page.getByText(/^1 of \d decided$/)).toBeVisible();
	await expect(page.getByRole("list", { name: "Filters in use" }).getByRole("listitem")).toHaveText([
		/Saturday 4 October 2025/,
		/Radio: Waves and Noise/,
		"Clear all",
	]);
	await open(page, `${TRIAGE}?q=zeppelin`);
	await expect(page.getByText("No results")).toBeVisible();
});

test("refuses what is no skip with a sentence, and keeps nothing of it", async ({ page }) => {
	await open(page, RADIO);
	await page.keyboard.press("m");
	await expect.poll(() => savedMarks(page)).toHaveLength(1);
	const talkId = (await savedMarks(page))[0]?.[0];
	const post = (data: unknown, headers = {}) => page.request.post("/api/triage/skips", { data, headers });
	for (const [data, status, message] of [
		[{ talkIds: [2_000_000_000], skipped: true }, 404, "There is no such talk."],
		[{ talkIds: [talkId, 2_000_000_000], skipped: true }, 404, "There is no such talk."],
		[{ talkIds: ["1"], skipped: true }, 400, "That is not a talk."],
		[{ talkIds: [-1], skipped: true }, 400, "That is not a talk."],
		[{ talkIds: [], skipped: true }, 400, "A skip names talks and says whether they are skipped."],
		[{ talkIds: [talkId] }, 400, "A skip names talks and says whether they are skipped."],
		[null, 400, "A skip names talks and says whether they are skipped."],
		[{ talkIds: Array(2_001).fill(talkId), skipped: true }, 400, "Those are more talks than can be skipped at once."],
	] as const) {
		const response = await post(data);
		expect([response.status(), await response.json()]).toEqual([status, { message }]);
	}
	const foreign = await post({ talkIds: [talkId], skipped: true }, { Origin: "https://elsewhere.example" });
	expect(foreign.status()).toBe(403);
	await page.reload();
	await expect(decided(page, "1 of 7 decided")).toBeVisible();
});

test("has nothing that axe finds wrong, and fits a phone", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await open(page, RADIO);
	const expectAccessible = async () => {
		await expectNoFindings(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	};
	await expectAccessible();
	await expect(bar(page).getByRole("button", { name: "Missed" })).toBeInViewport();
	for (const key of "mwxswms") await page.keyboard.press(key);
	await expect(page.getByRole("heading", { name: "That was the last talk." })).toBeVisible();
	await expectAccessible();
});
