import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { conference, talks } from "./conference";
import { expectMark } from "./marks";
import { expectSaved } from "./notes";
import { expectFreshFocus, tabTo } from "./tab-to";
import { expect, test } from "./test";

const TAKEAWAY = "Columns outlive the programs that print them";

/** Follows the link that has the focus, and expects to begin at the beginning of where it leads. */
async function follow(page: Page, title: RegExp): Promise<void> {
	await page.keyboard.press("Enter");
	await expect(page).toHaveTitle(title);
	await expectFreshFocus(page);
}

test("leads from the first page to a file of Markdown without a mouse", { tag: "@smoke" }, async ({ page }) => {
	await page.goto("/");
	await tabTo(page, "link", conference.title);
	await follow(page, /^Tidewater 2025/);
	await tabTo(page, "link", talks.tides.title);
	await follow(page, /^Tide tables/);

	await tabTo(page, "button", "Watched");
	const saved = page.waitForResponse((response) => response.url().endsWith("/api/marks") && response.ok());
	await page.keyboard.press("Space");
	await saved;
	await expectMark(page, talks.tides, "Watched");
	await tabTo(page, "textbox", "Takeaway 1");
	await page.keyboard.type(TAKEAWAY);
	await expectSaved(page);

	await tabTo(page, "link", conference.title, { isBack: true });
	await follow(page, /^Tidewater 2025/);
	await tabTo(page, "button", "More");
	await page.keyboard.press("Enter");
	await tabTo(page, "link", "Export Markdown");
	await follow(page, /^Export/);
	await tabTo(page, "link", "Download");
	const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
	const markdown = await readFile(await file.path(), "utf8");
	expect(markdown).toContain(`### ${talks.tides.title}\n`);
	expect(markdown).toContain(`- ${TAKEAWAY}\n`);
});

test("a dialog that closes gives the focus back", async ({ page }) => {
	await page.goto(conference.talks);
	const link = await tabTo(page, "link", talks.tides.title);
	const opened = link.and(page.getByRole("link", { name: talks.tides.title, exact: true }));
	for (const key of ["?", "ControlOrMeta+k"]) {
		await page.keyboard.press(key);
		const dialog = page.getByRole("dialog");
		await expect(dialog).toBeVisible();
		await expect(dialog.locator(":focus").or(page.locator("dialog:focus"))).toHaveCount(1);
		await page.keyboard.press("Escape");
		await expect(dialog).toBeHidden();
		await expect(opened).toBeFocused();
	}
});

test("Tab goes round and back, and never out of a dialog", async ({ page }) => {
	await page.goto(conference.talks);
	await tabTo(page, "link", talks.tides.title);
	await page.keyboard.press("?");
	const dialog = page.getByRole("dialog");
	await expect(dialog).toBeVisible();
	for (const key of ["Tab", "Tab", "Tab", "Shift+Tab"]) {
		await page.keyboard.press(key);
		const isOutside = () =>
			dialog.evaluate((element) => {
				const active = document.activeElement;
				// From its last thing on, Tab goes to the browser's own.
				return active !== null && active !== document.body && !element.contains(active);
			});
		// What guards the dialog's ends has the focus for a moment, and sends it on.
		await expect.poll(isOutside).toBe(false);
	}
});
