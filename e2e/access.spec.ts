import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { conference, open, talks } from "./conference";
import { expectMark, mark, markGroup, press } from "./marks";
import { openTalk, takeaway, writeNote } from "./notes";
import { expect, test } from "./test";

const PAGES: readonly { readonly name: string; readonly path: string }[] = [
	{ name: "home", path: "/" },
	{ name: "day", path: conference.day("2025-10-04") },
	{ name: "talk", path: conference.talk(talks.tides) },
	{ name: "talk with odd texts", path: conference.talk(talks.hostile) },
	{ name: "all talks, filtered", path: `${conference.talks}?track=radio&day=2025-10-04` },
	{ name: "all talks, no match", path: `${conference.talks}?q=zeppelin` },
	{ name: "speaker", path: `${conference.path}/speakers/emilie_norgard` },
	{ name: "about", path: `${conference.path}/about` },
	{ name: "track", path: `${conference.path}/tracks/radio` },
	{ name: "tracks", path: `${conference.path}/tracks` },
	{ name: "speakers", path: `${conference.path}/speakers` },
	{ name: "watchlist", path: "/watchlist" },
	{ name: "sign-in", path: "/account/sign-in" },
	{ name: "sign-up", path: "/account/sign-up" },
];

/** Everything that axe finds, in words that say where. */
async function findings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, any }) => `${id}: ${help} (${target}) ${any[0]?.message ?? ""}`),
	);
}

/** In both schemes, since each has colours of its own. */
async function expectNoFindings(page: Page): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await findings(page), colorScheme).toEqual([]);
	}
}

test.describe("has nothing that axe finds wrong", () => {
	for (const { name, path } of PAGES) {
		test(`on the page: ${name}`, async ({ page }) => {
			await markSome(page);
			await open(page, path);
			await expectNoFindings(page);
		});
	}

	test("in a note and its preview", async ({ page }) => {
		await openTalk(page, conference.talk(talks.tides));
		await writeNote(page, { text: "# A heading\n\n- [x] done\n- [ ] not\n\n`code`", takeaways: ["one", "two"] });
		await expectNoFindings(page);
		await page.getByRole("button", { name: "Preview" }).click();
		await expect(page.getByRole("region", { name: "Preview" }).getByRole("heading")).toBeVisible();
		await expectNoFindings(page);
	});

	test.describe("where something is wrong", () => {
		test.use({ expectedProblems: /Failed to load resource.*(?: 404|net::ERR_FAILED)/ });

		test("in what is not there, and what is not saved", async ({ page }) => {
			await page.goto(conference.talk({ slug: "nothing" }));
			await expect(page.getByRole("link", { name: "Back to the schedule" })).toBeVisible();
			await expectNoFindings(page);

			await open(page, conference.day("2025-10-04"));
			await page.route("**/api/marks", (route) => route.abort());
			await press(page, talks.tides, "Must-see");
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

test("shows where the focus is", async ({ page }) => {
	await open(page, conference.talk(talks.tides));
	await tabTo(page, "Watched");
	const outline = await page.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
		return { outlineStyle, outlineWidth };
	});
	expect(outline).toEqual({ outlineStyle: "solid", outlineWidth: "2px" });
});

test.describe("on a narrow screen", () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test("need not be scrolled sideways, and nothing is cut off", async ({ page }) => {
		test.slow();
		await markSome(page);
		for (const { name, path } of PAGES) {
			await open(page, path);
			// What is off screen is not laid out otherwise.
			await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
			const { width, tooWide } = await page.evaluate(() => {
				const { clientWidth, scrollWidth } = document.documentElement;
				const isInScroller = (element: Element): boolean => {
					const parent = element.parentElement;
					return parent !== null && (/auto|scroll/.test(getComputedStyle(parent).overflowX) || isInScroller(parent));
				};
				const elements = [...document.querySelectorAll("main *, header *")].filter(
					(element) => element.getBoundingClientRect().right > clientWidth + 1 && !isInScroller(element),
				);
				return {
					width: scrollWidth - clientWidth,
					tooWide: elements.map(({ tagName, className }) => `${tagName}.${className}`),
				};
			});
			expect.soft(tooWide, name).toEqual([]);
			expect.soft(width, name).toBeLessThanOrEqual(0);
		}
	});
});

/** A mark of each kind, so that pages show them. */
async function markSome(page: Page): Promise<void> {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.hostile, "Watched");
	await mark(page, talks.rain, "Missed");
}

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
