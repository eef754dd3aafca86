import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { clickMark, expectMark, markGroup } from "./marks";
import { openTalk, takeaway, writeNote } from "./notes";
import { expect, NO_RESPONSE, test } from "./test";

test.describe("has nothing that axe finds wrong", () => {
	test("in a note and its preview", async ({ page }) => {
		await openTalk(page, conference.talk(talks.tides));
		await writeNote(page, { text: "# A heading\n\n- [x] done\n- [ ] not\n\n`code`", takeaways: ["one", "two"] });
		await expectNoFindings(page);
		await page.getByRole("button", { name: "Preview" }).click();
		await expect(page.getByRole("region", { name: "Preview" }).getByRole("heading")).toBeVisible();
		await expectNoFindings(page);
	});

	test.describe("where something is wrong", () => {
		test.use({ expectedProblems: NO_RESPONSE });

		test("in what is not saved", async ({ page }) => {
			await open(page, conference.day("2025-10-04"));
			await page.route("**/api/marks", (route) => route.abort());
			await clickMark(page, talks.tides, "Must-see");
			await expect(markGroup(page, talks.tides).getByText("Not saved yet.")).toBeVisible();
			await expectNoFindings(page);
		});
	});
});

test("can be marked by keyboard alone, and says what is focused", async ({ page }) => {
	await open(page, conference.talk(talks.tides));
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
	await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
	await page.keyboard.press("Enter");
	const watched = markGroup(page, talks.tides).getByRole("button", { name: "Watched" });
	await tabTo(page, "Watched");
	await expect(watched).toBeFocused();
	await expect(watched).toHaveCSS("outline", /solid 2px$/);
	await page.keyboard.press("Space");
	await expectMark(page, talks.tides, "Watched");
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Enter");
	await expectMark(page, talks.tides, "Must-see");
	await page.keyboard.press("Enter");
	await expectMark(page, talks.tides, null);
});

test("can be browsed and written on by keyboard alone", async ({ page }) => {
	await open(page, conference.day("2025-10-05"));
	await tabTo(page, talks.noise.title);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: talks.noise.title })).toBeVisible();
	await expect(takeaway(page, 1)).toBeEditable();
	await takeaway(page, 1).focus();
	await page.keyboard.type("one");
	await page.keyboard.press("Enter");
	await page.keyboard.type("two");
	await tabTo(page, "Remove takeaway 2");
	await page.keyboard.press("Space");
	await expect(takeaway(page, 1)).toBeFocused();
	await expect(takeaway(page, 2)).toHaveCount(0);
});

/** Presses Tab until what has that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	const isThere = () =>
		page.evaluate((wanted) => {
			const element = document.activeElement;
			return (element?.getAttribute("aria-label") ?? element?.textContent)?.trim() === wanted;
		}, name);
	for (let presses = 0; presses < 200; presses++) {
		if (await isThere()) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`Nothing called ${name} can be reached with Tab.`);
}
