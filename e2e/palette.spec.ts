import type { Locator, Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { expectMark } from "./marks";
import { expect, test } from "./test";

test("goes to a talk, a person and a page as they are typed", async ({ page }) => {
	await open(page, conference.path);
	await page.keyboard.press("Control+k");
	const field = page.getByRole("combobox", { name: "Talk, speaker, track, page or action" });
	await expect(field).toBeFocused();
	await expectNoFindings(page);
	await field.fill("tide tables");
	await expectActive(page, field, page.getByRole("option", { name: `Talk: ${talks.tides.title}` }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();

	await page.keyboard.press("Control+k");
	await field.fill("norg");
	await page.getByRole("option", { name: /^Speaker: Émilie Nørgård/ }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Émilie Nørgård" })).toBeVisible();

	await page.keyboard.press("Control+k");
	await field.fill("zeppelin");
	await expect(page.getByText("No results.")).toBeVisible();
	await field.fill("");
	await page.keyboard.press("ArrowUp");
	await expectActive(page, field, page.getByRole("option").last());
	await page.keyboard.press("Escape");
	await expect(field).toHaveCount(0);
	await page.keyboard.press("Control+k");
	await field.fill("watchl");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Watchlist" })).toBeVisible();
});

test("does what is typed: marks the talk that is open, and changes how the site looks", async ({ page }) => {
	await open(page, conference.talk(talks.knots));
	await page.getByRole("button", { name: "Go to" }).click();
	const field = page.getByRole("combobox", { name: "Talk, speaker, track, page or action" });
	await field.fill("mark watched");
	await page.keyboard.press("Enter");
	await expect(field).toHaveCount(0);
	await expectMark(page, talks.knots, "Watched");

	await page.keyboard.press("Control+k");
	await field.fill("dark");
	await page.getByRole("option", { name: /^Action: Dark colours/ }).click();
	await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
	await page.reload();
	await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
});

/** Expects what Enter takes, which the field names to those who do not see it. */
async function expectActive(page: Page, field: Locator, option: Locator): Promise<void> {
	await expect(option).toHaveAttribute("data-highlighted");
	const id = (await option.getAttribute("id")) ?? "";
	await expect(field).toHaveAttribute("aria-activedescendant", id);
	await expect(page.locator("[data-highlighted]")).toHaveCount(1);
}
