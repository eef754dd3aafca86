import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { expectMark, mark } from "./marks";
import { openTalk, takeaway } from "./notes";
import { expect, test } from "./test";

const FIRST_DAY = conference.day("2025-10-04");

const titleLink = (page: Page, { title }: { title: string }) =>
	page.getByRole("link", { name: title, exact: true }).first();
const announcement = (page: Page) => page.locator(".key-status");
const keysDialog = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

/** Goes to a talk of the list with j. */
async function goTo(page: Page, talk: { title: string }): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		const before = await page.evaluateHandle(() => document.activeElement);
		await page.keyboard.press("j");
		// The first one waits for the keys.
		await page.waitForFunction((earlier) => document.activeElement !== earlier, before);
		if (await titleLink(page, talk).evaluate((link) => link === document.activeElement)) return;
	}
	throw new Error(`${talk.title} cannot be reached with j.`);
}

test("moves through the talks of a day, each in sight and with its focus shown", async ({ page }) => {
	await page.setViewportSize({ width: 1000, height: 500 });
	await open(page, FIRST_DAY);
	const links = page.locator("main a.talk-title");
	const count = await links.count();
	const expectInSight = async (index: number) => {
		await expect(links.nth(index)).toBeFocused();
		const header = await page.locator("body > header").boundingBox();
		const box = await links.nth(index).boundingBox();
		expect(box?.y).toBeGreaterThanOrEqual(header?.height ?? 0);
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(500);
		expect(await links.nth(index).evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
	};
	for (let index = 0; index < count; index++) {
		await page.keyboard.press("j");
		await expectInSight(index);
	}
	await page.keyboard.press("j");
	await expect(announcement(page)).toHaveText("This is the last talk of the list.");
	for (let index = count - 2; index >= 0; index--) {
		await page.keyboard.press("k");
		await expectInSight(index);
	}
});

test("sets each mark, says so, takes it away again, and undoes", async ({ page }) => {
	await open(page, FIRST_DAY);
	await goTo(page, talks.tides);
	await page.keyboard.press("x");
	await expectMark(page, talks.tides, "Missed");
	await expect(announcement(page)).toHaveText(`Marked missed: ${talks.tides.title}. Undo with u.`);
	await page.keyboard.press("m");
	await expectMark(page, talks.tides, "Must-see");
	await page.keyboard.press("w");
	await expectMark(page, talks.tides, "Watched");
	await page.keyboard.press("w");
	await expectMark(page, talks.tides, null);
	await expect(announcement(page)).toHaveText(`No longer watched: ${talks.tides.title}. Undo with u.`);
	for (const before of ["Watched", "Must-see", "Missed", null] as const) {
		await page.keyboard.press("u");
		await expectMark(page, talks.tides, before);
	}
	await page.keyboard.press("u");
	await expect(announcement(page)).toHaveText("There is nothing to undo.");
});

test("loses no key that is pressed before the keys are loaded", async ({ page }) => {
	await open(page, FIRST_DAY);
	let respond = () => {};
	const isPressed = new Promise<void>((resolve) => {
		respond = resolve;
	});
	await page.route("**/_next/static/**", async (route) => {
		await isPressed;
		await route.continue();
	});
	for (const key of ["j", "j", "m", "j", "x"]) await page.keyboard.press(key);
	respond();
	const titles = await page.locator("main a.talk-title").allTextContents();
	await expectMark(page, { title: titles[1] ?? "" }, "Must-see");
	await expectMark(page, { title: titles[2] ?? "" }, "Missed");
	await expectMark(page, { title: titles[0] ?? "" }, null);
});

for (const { what, path } of [
	{ what: "a conference", path: conference.path },
	{ what: "all talks", path: `${conference.talks}?track=radio` },
	{ what: "a track", path: `${conference.path}/tracks/radio` },
	{ what: "a room", path: `${conference.path}/rooms/lamp-room` },
	{ what: "the watchlist", path: "/watchlist" },
]) {
	test(`works on the page of ${what}`, async ({ page }) => {
		await open(page, FIRST_DAY);
		await mark(page, talks.rain, "Must-see");
		await open(page, path);
		await goTo(page, talks.rain);
		await page.keyboard.press("x");
		await expectMark(page, talks.rain, "Missed");
		await page.keyboard.press("u");
		await expectMark(page, talks.rain, "Must-see");
	});
}

test("does nothing while somebody types, holds a modifier or reads a dialog", async ({ page }) => {
	await open(page, `${conference.talks}?track=radio`);
	await goTo(page, talks.rain);
	for (const keys of ["Control+m", "Alt+m", "Meta+m", "Shift+M"]) await page.keyboard.press(keys);
	await page.evaluate(() =>
		document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "m", isComposing: true, bubbles: true })),
	);
	const field = page.getByRole("searchbox", { name: "Text" });
	await page.keyboard.press("/");
	await expect(field).toBeFocused();
	await page.keyboard.type("jmwxunok/?");
	await expect(field).toHaveValue("jmwxunok/?");
	await page.getByRole("combobox", { name: "Day", exact: true }).focus();
	await page.keyboard.press("m");
	await expect(keysDialog(page)).toHaveCount(0);
	await titleLink(page, talks.rain).focus();
	await page.keyboard.press("?");
	await expect(keysDialog(page)).toBeVisible();
	for (const key of ["m", "j", "?"]) await page.keyboard.press(key);
	await expect(keysDialog(page)).toHaveCount(1);
	await page.keyboard.press("Escape");
	await expect(keysDialog(page)).toHaveCount(0);
	await expect(titleLink(page, talks.rain)).toBeFocused();
	await expectMark(page, talks.rain, null);
});

test("is switched off and on again, and stays so", async ({ page }) => {
	await open(page, `${conference.talks}?track=radio`);
	await page.keyboard.press("?");
	await keysDialog(page).getByRole("checkbox").uncheck();
	await keysDialog(page).getByRole("button", { name: "Close" }).click();
	await page.reload();
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
	for (const key of ["?", "j", "m", "/"]) await page.keyboard.press(key);
	await expect(page.locator("body")).toBeFocused();
	await expect(keysDialog(page)).toHaveCount(0);

	await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
	await keysDialog(page).getByRole("checkbox").check();
	await page.keyboard.press("Escape");
	await page.reload();
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
	await page.keyboard.press("j");
	await expect(page.locator("main a.talk-title").first()).toBeFocused();
});

test("opens a talk, and its note ready to be written", async ({ page }) => {
	await open(page, FIRST_DAY);
	await goTo(page, talks.grep);
	await page.keyboard.press("o");
	await expect(page).toHaveURL(conference.talk(talks.grep));
	await expect(takeaway(page, 1)).toBeEditable();
	await page.goBack();
	await expect(page.getByRole("heading", { level: 2, name: "Saturday 4 October 2025" })).toBeVisible();
	await titleLink(page, talks.grep).focus();
	await page.keyboard.press("n");
	await expect(page.getByRole("textbox", { name: "Notes" })).toBeFocused();
	await expect(page.getByRole("textbox", { name: "Notes" })).toBeEditable();
	await page.keyboard.type("more jumping on wax");
	await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("more jumping on wax");
	await expectMark(page, talks.grep, null);
});

test("leads from a page without a search to the list that has one", async ({ page }) => {
	await open(page, `${conference.path}/tracks/radio`);
	await page.keyboard.press("/");
	await expect(page).toHaveURL(conference.talks);
	await expect(page.getByRole("searchbox", { name: "Text" })).toBeFocused();
});

test("works for the talk of a talk's page, and for others in its lists once they have the focus", async ({ page }) => {
	await openTalk(page, conference.talk(talks.tides));
	await page.keyboard.press("w");
	await expectMark(page, talks.tides, "Watched");
	await expect(announcement(page)).toHaveText(`Marked watched: ${talks.tides.title}. Undo with u.`);
	await page.keyboard.press("n");
	await expect(page.getByRole("textbox", { name: "Notes" })).toBeFocused();
	await page.getByRole("heading", { level: 1 }).click();
	await goTo(page, talks.rain);
	await page.keyboard.press("x");
	await expectMark(page.getByRole("region", { name: "At the same time" }), talks.rain, "Missed");
	await expectMark(page, talks.tides, "Watched");
	await page.keyboard.press("u");
	await page.keyboard.press("u");
	await expectMark(page, talks.tides, null);
});

test("has a list of keys that axe finds nothing wrong with", async ({ page }) => {
	await open(page, FIRST_DAY);
	await goTo(page, talks.tides);
	await page.keyboard.press("m");
	await expect(announcement(page)).toBeVisible();
	await page.keyboard.press("?");
	await expect(keysDialog(page)).toBeVisible();
	await expectNoFindings(page);
});
