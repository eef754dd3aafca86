import type { Page } from "@playwright/test";
import { conference, open, talks } from "./conference";
import { mark } from "./marks";
import { expect, NO_RESPONSE, test } from "./test";

/** Those that say the dark colour. */
const themeColours = (page: Page) => page.locator('meta[name="theme-color"][content="#101319"]');

test.describe("without its scripts", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("keeps the colours and the density that were chosen, and never flashes the others", async ({ page }) => {
		await open(page, conference.path);
		const row = page.getByRole("listitem").filter({ hasText: talks.cafe.title });
		const comfortable = (await row.boundingBox())?.height ?? 0;
		await page.getByRole("button", { name: "Menu" }).click();
		await page.getByRole("radio", { name: "Dark" }).check();
		await page.getByRole("radio", { name: "Compact" }).check();
		await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
		await expect(themeColours(page)).toHaveCount(2);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
		expect((await row.boundingBox())?.height).toBeLessThan(comfortable);

		// Before any of the page is there, let alone its scripts.
		await page.route("**/*.js", (route) => route.abort());
		await page.reload();
		await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
		expect((await row.boundingBox())?.height).toBeLessThan(comfortable);
		await page.unroute("**/*.js");

		await page.reload();
		await expect(themeColours(page)).toHaveCount(2);
		await page.getByRole("button", { name: "Menu" }).click();
		await expect(page.getByRole("radio", { name: "Compact" })).toBeChecked();
		await page.getByRole("radio", { name: "System" }).check();
		await expect(page.locator("html")).toHaveCSS("color-scheme", "light dark");
		await expect(themeColours(page)).toHaveCount(1);
	});
});

test("offers to be installed where the browser does", async ({ page }) => {
	await open(page, "/");
	await page.evaluate(() => {
		const offer = Object.assign(new Event("beforeinstallprompt"), {
			prompt: async () => document.body.setAttribute("data-asked", ""),
		});
		window.dispatchEvent(offer);
	});
	await page.getByRole("button", { name: "Menu" }).click();
	await page.getByRole("button", { name: "Install as an app" }).click();
	await expect(page.locator("body")).toHaveAttribute("data-asked");
	await page.getByRole("button", { name: "Menu" }).click();
	await expect(page.getByRole("radio", { name: "Dark" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Install as an app" })).toBeHidden();
});

test("tells a newcomer what this is, and somebody who returns where they are", async ({ page }) => {
	await open(page, "/");
	await expect(page.getByRole("heading", { level: 1, name: "A shelf for conference talks" })).toBeVisible();
	await page.getByRole("link", { name: "Browse the talks" }).click();
	await expect(page).toHaveURL(/\/conferences\/[^/]+\/talks$/);

	await open(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Must-see");
	await open(page, conference.talk(talks.cafe));
	await mark(page, talks.cafe, "Watched");
	await open(page, "/");
	await expect(page.getByRole("heading", { level: 1, name: "Your shelf" })).toBeVisible();
	await expect(page.getByRole("progressbar", { name: `Watched of ${conference.title}` })).toHaveAttribute("value", "1");
	const next = page.getByRole("region", { name: "Watch next" });
	await expect(next.getByRole("link", { name: talks.tides.title, exact: true })).toBeVisible();
	await expect(next.getByRole("link", { name: `Watch ${talks.tides.title}` })).toHaveAttribute(
		"href",
		`${conference.talk(talks.tides)}/watch`,
	);
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test("has the filters in a sheet, which Escape closes and which says how many are in use", async ({ page }) => {
		await open(page, conference.talks);
		const button = page.getByRole("button", { name: /^Filters/ });
		await expect(page.getByLabel("Track")).toBeHidden();
		await button.click();
		await expect(page.getByLabel("Track")).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(page.getByLabel("Track")).toBeHidden();
		await expect(button).toBeFocused();
		await button.click();
		await page.getByLabel("Track").selectOption({ label: "Small Databases" });
		await page.getByRole("search").getByRole("button", { name: "Apply" }).last().click();
		await expect(page).toHaveURL(`${conference.talks}?track=databases`);
		await expect(page.getByLabel("Track")).toBeHidden();
		await expect(page.getByRole("button", { name: "Filters 1", exact: true })).toBeVisible();
	});
});
