import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { mark } from "./marks";
import { expect, test } from "./test";

const PATH = "/watchlist/statistics";

test("statistics of nobody say what would be here", async ({ page }) => {
	await page.goto(PATH);
	await expect(page.getByRole("heading", { level: 1, name: "Statistics" })).toBeVisible();
	await expect(page.getByText("Nothing to count yet.")).toBeVisible();
	await expect(page.getByRole("link", { name: "Choose a conference" })).toHaveAttribute("href", "/");
});

test("a visitor reads what they watched and what is left, in tables beside the drawings", async ({ page }) => {
	await test.step("with three marks", async () => {
		await open(page, conference.talk(talks.tides));
		await mark(page, talks.tides, "Watched");
		await open(page, conference.talk(talks.nightWatch));
		await mark(page, talks.nightWatch, "Must-see");
		await open(page, conference.talk(talks.cafe));
		await mark(page, talks.cafe, "Watched");
	});
	await page.goto(PATH);
	const totals = page
		.getByRole("term")
		.filter({ hasText: /^Watched$/ })
		.locator("..");
	await expect(totals).toContainText("2 talks");

	const months = page.getByRole("table", { name: /^Hours watched by week/ });
	await expect(months.getByRole("row")).toHaveCount(2);
	await expect(months.getByRole("row").nth(1).getByRole("cell").last()).toHaveText("2");

	const tracks = page.getByRole("table", { name: "Hours watched and left by track." });
	await expect(tracks.getByRole("columnheader")).toHaveText(["Track", "Watched", "Left"]);
	await expect(tracks.getByRole("row").filter({ hasText: "1 talk" }).first()).toBeVisible();

	const hours = page.getByRole("table", { name: `Talks on your watchlist by hour and day of ${conference.title}.` });
	await expect(hours.getByRole("row", { name: /^00:00 / })).toBeVisible();
	await expect(page.getByRole("img", { name: /^Fields: your talks by day and hour/ })).toBeVisible();
	await expect(page.getByRole("table", { name: "Talks watched by speaker." })).toBeVisible();

	await test.step("of one conference, by the address, and of all where it names none", async () => {
		await page.goto(`${PATH}?conference=${conference.slug}`);
		await expect(totals).toContainText("2 talks");
		await page.goto(`${PATH}?conference=nowhere&conference=else`);
		await expect(totals).toContainText("2 talks");
	});

	await test.step("readable in both themes, on a phone and on paper", async () => {
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await expectNoFindings(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		}
		await page.emulateMedia({ media: "print" });
		await expect(page.getByRole("img", { name: /^Columns: hours watched by week/ })).toBeVisible();
	});

	await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Watchlist" }).click();
	await expect(page).toHaveURL(/\/watchlist$/);
});
