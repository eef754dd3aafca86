import type { Locator, Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, open, talks, talkTitles } from "./conference";
import { downloadExport } from "./exports";
import { expectMark, mark } from "./marks";
import { expect, NOT_FOUND, test } from "./test";

const FIRST_DAY = conference.day("2025-10-04");

/** Three must-see talks over two days, one watched and one missed; the night watch has no recording. */
async function markFive(page: Page): Promise<void> {
	await open(page, FIRST_DAY);
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.nightWatch, "Must-see");
	await mark(page, talks.grep, "Watched");
	await mark(page, talks.welcome, "Missed");
	await open(page, conference.day("2025-10-05"));
	await mark(page, talks.knots, "Must-see");
}

const titlesOf = (...some: readonly { readonly title: string }[]) => some.map(({ title }) => title);

function tab(page: Page, name: string): Locator {
	return page.getByRole("navigation", { name: "Parts of the watchlist" }).getByRole("link", { name });
}

test("says how much is left, by conference and day, with counts and hours", { tag: "@smoke" }, async ({ page }) => {
	await markFive(page);
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Watchlist" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Watchlist" })).toBeVisible();
	const main = page.getByRole("main");
	await expect(main.getByText("Left to watch: 4 talks, 2 h 30 min")).toBeVisible();
	await expect(main.getByText(", 3 of them recorded. Of 5 talks, 2 h 55 min in all.")).toBeVisible();
	await expect(main.getByRole("heading", { level: 2 })).toHaveText([`${conference.title}4 talks · 2 h 30 min`]);
	const list = page.getByRole("region", { name: conference.title });
	await expect(list.getByRole("heading", { level: 3 })).toHaveText([
		"Saturday 4 October 2025",
		"Sunday 5 October 2025",
	]);
	await expect
		.poll(() => talkTitles(list))
		.toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));
	await list.getByRole("link", { name: talks.knots.title }).click();
	await expect(page).toHaveURL(conference.talk(talks.knots));
});

test("has tabs with counts, each an address of its own", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist");
	await expect(page.getByRole("navigation", { name: "Parts of the watchlist" }).getByRole("link")).toHaveText([
		"To watch 4",
		"Must-see 3",
		"Missed 1",
		"Watched 1",
		"All 5",
	]);
	await expect(tab(page, "To watch")).toHaveAttribute("aria-current", "page");
	await tab(page, "Missed").click();
	await expect(page).toHaveURL("/watchlist?tab=missed");
	await expect(tab(page, "Missed")).toHaveAttribute("aria-current", "page");
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome));
	await tab(page, "Watched").click();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.grep));
	await page.goBack();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome));
	await page.reload();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome));
	await tab(page, "All").click();
	await expect.poll(async () => (await talkTitles(page)).length).toBe(5);
});

test("counts what is pressed at once, and leaves the list as it is until the next visit", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist");
	const tabs = page.getByRole("navigation", { name: "Parts of the watchlist" }).getByRole("link");
	const before = ["To watch 4", "Must-see 3", "Missed 1", "Watched 1", "All 5"];
	await mark(page, talks.tides, "Watched");
	await expect(tabs).toHaveText(["To watch 3", "Must-see 2", "Missed 1", "Watched 2", "All 5"]);
	await page.keyboard.press("u");
	await expect(tabs).toHaveText(before);

	await page.getByRole("button", { name: "Select", exact: true }).click();
	const bar = page.getByRole("region", { name: "Selected talks" });
	await bar.getByRole("button", { name: "All 4", exact: true }).click();
	await bar.getByRole("button", { name: "Watched", exact: true }).click();
	await expect(tabs).toHaveText(["To watch 0", "Must-see 0", "Missed 0", "Watched 5", "All 5"]);
	await expect(page.getByText("Left to watch: 0 talks, 0 min")).toBeVisible();
	expect(await talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));
	await bar.getByRole("button", { name: "Undo", exact: true }).click();
	await expect(tabs).toHaveText(before);
	await bar.getByRole("button", { name: "Take the marks of 4 talks away", exact: true }).click();
	await expect(tabs).toHaveText(["To watch 0", "Must-see 0", "Missed 0", "Watched 1", "All 1"]);
	await tab(page, "All").click();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.grep));
	await mark(page, talks.grep, "Watched");
	await expect(tabs).toHaveCount(0);
	await page.keyboard.press("u");
	await expect(tabs.last()).toHaveText("All 1");
});

test("is filtered, grouped and sorted by its address", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist?tab=all");
	const form = page.getByRole("search");
	await form.getByText("Filter", { exact: true }).click();
	await form.getByLabel("Recording available").check();
	await form.getByLabel("Shorter than (minutes)").fill("50");
	await form.getByRole("button", { name: "Apply" }).click();
	await expect(page).toHaveURL("/watchlist?shorter=50&recording=1&tab=all");
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.grep));
	await page.reload();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.grep));
	await expect(form.getByLabel("Recording available")).toBeChecked();

	const chips = page.getByRole("list", { name: "Filters in use" });
	await expect(chips.getByRole("link")).toHaveText([/^Has recording/, /^Shorter than 50 min/, "Clear all"]);
	await chips.getByRole("link", { name: "Shorter than 50 min" }).click();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.tides, talks.grep, talks.knots));

	await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Length" }).click();
	// The next link is that of the page which then is shown.
	await expect(page).toHaveURL("/watchlist?tab=all&recording=1&sort=length");
	await page.getByRole("navigation", { name: "Group by" }).getByRole("link", { name: "Nothing" }).click();
	await expect(page).toHaveURL("/watchlist?tab=all&recording=1&group=none&sort=length");
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.grep, talks.tides, talks.knots));
	await page.getByRole("navigation", { name: "Group by" }).getByRole("link", { name: "Track" }).click();
	await expect(page.getByRole("heading", { level: 2, name: /^Main/ })).toBeVisible();
	await page.goBack();
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.welcome, talks.grep, talks.tides, talks.knots));

	await page.goto("/watchlist?tab=nonsense&track=unknown&rating=9&shorter=x&sort=x&group=x&page=99");
	await expect(page.getByRole("list", { name: "Filters in use" })).toHaveCount(0);
	await expect
		.poll(() => talkTitles(page))
		.toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));
	await page.goto("/watchlist?q=nothing+is+called+so");
	await expect(page.getByText("No results")).toBeVisible();
});

test("is filtered without script, too", async ({ page, newVisitor }) => {
	await markFive(page);
	const plain = await newVisitor({ javaScriptEnabled: false, storageState: await page.context().storageState() });
	await plain.goto("/watchlist");
	await plain.getByText("Filter", { exact: true }).click();
	await plain.getByRole("searchbox", { name: "Text" }).fill("tide");
	await plain.getByRole("button", { name: "Apply" }).click();
	await expect(plain.getByRole("list", { name: "Filters in use" }).getByRole("link").first()).toContainText("“tide”");
	await expect(plain.getByRole("main").locator(".talk-title")).toContainText([talks.tides.title]);
});

test("shows progress by conference and track, as bars with words beside", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist");
	const progress = page.getByRole("region", { name: "Progress" });
	const bar = progress.getByRole("progressbar", { name: `Watched of ${conference.title}` });
	await expect(bar).toBeVisible();
	expect(await bar.evaluate((each: HTMLProgressElement) => [each.value, each.max])).toEqual([1, 5]);
	await expect(progress.getByText("1 of 5 talks watched, 2 h 30 min left")).toBeVisible();
	await progress.getByText("By track").click();
	const tracks = progress.getByRole("list", { name: "Progress by track" });
	await expect(tracks.getByRole("progressbar").first()).toBeVisible();
	await expectNoFindings(page);
});

test("opens the next talk with a recording, in the order that is shown", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist?tab=must-see");
	await page.getByRole("link", { name: `Watch next: ${talks.tides.title}` }).click();
	await expect(page).toHaveURL(conference.talk(talks.tides));
	// The night watch would be next, and has no recording.
	await open(page, "/watchlist?tab=must-see&shorter=31");
	await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.nightWatch));
	await expect(page.getByRole("link", { name: "Watch next" })).toHaveCount(0);
	await open(page, "/watchlist?day=2025-10-05");
	await page.getByRole("link", { name: `Watch next: ${talks.knots.title}` }).click();
	await expect(page).toHaveURL(conference.talk(talks.knots));
});

test("exports what it shows", async ({ page }) => {
	await markFive(page);
	await open(page, "/watchlist?tab=missed");
	await page.getByRole("button", { name: "Export …" }).click();
	const { text } = await downloadExport(page, page.getByRole("link", { name: "Export these" }));
	expect(text.split("\n").filter((line) => line.startsWith("### "))).toEqual([`### ${talks.welcome.title}`]);
});

test.describe("in an order of one's own", () => {
	const OWN = "/watchlist?sort=own";

	function orderSaved(page: Page) {
		return page.waitForResponse((response) => response.url().endsWith("/api/watchlist/order") && response.ok());
	}

	test("is moved by keyboard, told, and kept over a reload", { tag: "@smoke" }, async ({ page }) => {
		await markFive(page);
		await open(page, "/watchlist");
		await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Own order" }).click();
		await expect(page).toHaveURL(OWN);
		await expect
			.poll(() => talkTitles(page))
			.toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));

		const up = page.getByRole("button", { name: `Move up: ${talks.knots.title}` });
		await up.focus();
		let saved = orderSaved(page);
		await page.keyboard.press("Enter");
		await expect(page.getByRole("status").filter({ hasText: `${talks.knots.title}: now 3 of 4.` })).toHaveCount(1);
		await saved;
		await expect(up).toBeFocused();
		saved = orderSaved(page);
		await page.keyboard.press("Enter");
		await saved;
		await expect(page.getByRole("status").filter({ hasText: `${talks.knots.title}: now 2 of 4.` })).toHaveCount(1);
		const expected = titlesOf(talks.welcome, talks.knots, talks.tides, talks.nightWatch);
		await expect.poll(() => talkTitles(page)).toEqual(expected);
		await expectNoFindings(page);
		await page.reload();
		await expect.poll(() => talkTitles(page)).toEqual(expected);

		saved = orderSaved(page);
		await page.getByRole("button", { name: `Move to the top: ${talks.nightWatch.title}` }).click();
		await saved;
		saved = orderSaved(page);
		await page.getByRole("button", { name: `Move down: ${talks.welcome.title}` }).click();
		await saved;
		const later = titlesOf(talks.nightWatch, talks.knots, talks.welcome, talks.tides);
		await expect.poll(() => talkTitles(page)).toEqual(later);
		await page.goto("/watchlist?tab=must-see&sort=own");
		await expect.poll(() => talkTitles(page)).toEqual(titlesOf(talks.nightWatch, talks.knots, talks.tides));
	});

	test("is moved by dragging, and kept over a reload", async ({ page }) => {
		await markFive(page);
		await open(page, OWN);
		const row = (title: string) =>
			page.getByRole("list", { name: "Own order" }).getByRole("listitem").filter({ hasText: title });
		const handle = row(talks.knots.title).locator("[data-handle]");
		await expect(handle).toHaveAttribute("draggable", "true");
		const saved = orderSaved(page);
		// The upper half of the first row: before it.
		await handle.dragTo(row(talks.welcome.title), { targetPosition: { x: 60, y: 5 } });
		await saved;
		const expected = titlesOf(talks.knots, talks.welcome, talks.tides, talks.nightWatch);
		await expect.poll(() => talkTitles(page)).toEqual(expected);
		await page.reload();
		await expect.poll(() => talkTitles(page)).toEqual(expected);
	});

	test("keeps the marks' buttons, and what is marked elsewhere stands last", async ({ page }) => {
		await markFive(page);
		await open(page, OWN);
		const saved = orderSaved(page);
		await page.getByRole("button", { name: `Move to the top: ${talks.knots.title}` }).click();
		await saved;
		await mark(page, talks.knots, "Missed");
		await open(page, FIRST_DAY);
		await mark(page, talks.lunch, "Must-see");
		await open(page, OWN);
		await expectMark(page, talks.knots, "Missed");
		expect((await talkTitles(page))[0]).toBe(talks.knots.title);
	});

	test.describe("when the server refuses it", () => {
		test.use({ expectedProblems: NOT_FOUND });

		test("is put back, with the reason", async ({ page }) => {
			await markFive(page);
			await open(page, OWN);
			await page.route("**/api/watchlist/order", (route) => {
				const forged = { ...route.request().postDataJSON(), talkId: 2_147_483_647 };
				return route.continue({ postData: JSON.stringify(forged) });
			});
			await page.getByRole("button", { name: `Move up: ${talks.knots.title}` }).click();
			await expect(
				page.getByText(`${talks.knots.title} was put back: That talk is not on your watchlist.`),
			).toBeVisible();
			await expect
				.poll(() => talkTitles(page))
				.toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));
		});
	});

	test("cannot be forged", async ({ page, baseURL }) => {
		await markFive(page);
		const put = async (data: unknown, origin = baseURL ?? "") => {
			const response = await page.request.put("/api/watchlist/order", { data, headers: { Origin: origin } });
			return [response.status(), (await response.json()).message];
		};
		expect(await put({ talkId: 2_147_483_647, before: null })).toEqual([404, "That talk is not on your watchlist."]);
		expect(await put({ talkId: "x", before: null })).toEqual([400, "That is not a talk."]);
		expect(await put({ talkId: null, before: null })).toEqual([400, "That is not a talk."]);
		expect(await put([1, 2])).toEqual([400, "A talk is put before another one."]);
		expect(await put({ talkId: 1, before: null }, "https://breakwater.example")).toEqual([
			403,
			"Another site's page sent this.",
		]);
		await open(page, OWN);
		await expect
			.poll(() => talkTitles(page))
			.toEqual(titlesOf(talks.welcome, talks.tides, talks.nightWatch, talks.knots));
	});
});
