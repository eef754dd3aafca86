import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, type NamedTalk, open, talks } from "./conference";
import { CLIP_SECONDS, expect, importRecorded, test } from "./recordings";

const MINUTE = 60;
const MINUTE_MS = 60_000;

const region = (page: Page) => page.getByRole("region", { name: "Continue watching" });
const linkTo = (page: Page, { title }: NamedTalk) => region(page).getByRole("link", { name: title, exact: true });
const removeButton = (page: Page, { title }: NamedTalk) =>
	region(page).getByRole("button", { name: `Remove ${title}`, exact: true });

async function expectTalks(page: Page, ...expected: readonly NamedTalk[]): Promise<void> {
	// Also those that are folded.
	await expect(region(page).locator("li a")).toHaveText(expected.map(({ title }) => title));
}

/** Where a talk's place is kept: `/api/playback/{id}`. */
async function playbackPath(page: Page, talk: NamedTalk): Promise<string> {
	const html = await (await page.request.get(conference.talk(talk))).text();
	const id = /talkId\\?":(\d+)/.exec(html)?.[1];
	expect(id, `the id of ${talk.title}`).toBeDefined();
	return `/api/playback/${id}`;
}

type PlaybackReport = { position: number; duration?: number | null; age?: number };

/** Tells the server where the visitor of a page was, as a watch page does. */
async function stop(
	page: Page,
	talk: NamedTalk,
	{ position, duration = 30 * MINUTE, age = 0 }: PlaybackReport,
): Promise<void> {
	const response = await page.request.put(await playbackPath(page, talk), { data: { position, duration, age } });
	expect(await response.json()).toEqual({ ok: true });
}

test("offers to go on where one stopped, the latest first, though nothing is marked", { tag: "@smoke" }, async ({
	page,
	newVisitor,
}) => {
	await stop(page, talks.tides, { position: 10 * MINUTE, age: 20 * MINUTE_MS });
	await stop(page, talks.nightWatch, { position: 754, duration: null, age: 10 * MINUTE_MS });
	await stop(page, talks.grep, { position: 5, age: 5 * MINUTE_MS });
	await stop(page, talks.rain, { position: 29.9 * MINUTE, age: 4 * MINUTE_MS });
	await stop(page, talks.cafe, { position: 29.5 * MINUTE, duration: 90 * MINUTE });
	await open(page, "/watchlist");
	await expect(page.getByText("Nothing on your watchlist yet.")).toBeVisible();
	await expectTalks(page, talks.cafe, talks.nightWatch, talks.tides);
	await expect(region(page).getByRole("listitem").locator("p")).toHaveText([
		`1 h 1 min left · ${conference.title}`,
		`Stopped at 12:34 · ${conference.title}`,
		`20 min left · ${conference.title}`,
	]);
	const seen = region(page).getByRole("progressbar", { name: `Seen of ${talks.tides.title}` });
	expect(await seen.evaluate((bar: HTMLProgressElement) => bar.position)).toBeCloseTo(1 / 3);
	await expectNoFindings(page);

	await linkTo(page, talks.nightWatch).click();
	await expect(page).toHaveURL(`${conference.talk(talks.nightWatch)}/watch`);

	const otherVisitor = await newVisitor();
	await open(otherVisitor, "/watchlist");
	await expect(otherVisitor.getByText("Nothing on your watchlist yet.")).toBeVisible();
	await expect(region(otherVisitor)).toHaveCount(0);
});

test("says how much is left now where one comes back from the recording", async ({ page, baseURL, recordings }) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	const nextReport = () =>
		page.waitForResponse(
			(response) =>
				response.request().method() === "PUT" && /\/api\/playback\/\d+$/.test(response.url()) && response.ok(),
		);
	const playFrom = async (seconds: number) => {
		const saved = nextReport();
		await page.locator("video").evaluate(async (video: HTMLVideoElement, from) => {
			video.currentTime = from;
			await video.play();
		}, seconds);
		await saved;
		const stopped = nextReport();
		await page.locator("video").evaluate((video: HTMLVideoElement) => video.pause());
		await stopped;
	};
	await open(page, talk.watch);
	await playFrom(15);
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Watchlist" }).click();
	await expect(region(page).getByText("2 min left")).toBeVisible();
	await region(page).getByRole("link", { name: talk.title, exact: true }).click();
	await expect(page.getByText(/^Continued at 0:1\d$/)).toBeVisible();
	await playFrom(CLIP_SECONDS - 50);
	// The browser still has the page as it was.
	await page.goBack();
	await expect(region(page).getByText("1 min left")).toBeVisible();
});

test("is left by removing, and the keyboard goes on at the next talk", async ({ page }) => {
	const four = [talks.tides, talks.knots, talks.grep, talks.rain];
	for (const [index, talk] of four.entries()) await stop(page, talk, { position: 100, age: index * MINUTE_MS });
	await open(page, "/watchlist");
	await expectTalks(page, ...four);
	await expect(linkTo(page, talks.rain)).toBeHidden();
	await region(page).getByText("1 more").click();
	await expect(linkTo(page, talks.rain)).toBeVisible();

	await removeButton(page, talks.knots).press("Enter");
	await expectTalks(page, talks.tides, talks.grep, talks.rain);
	await expect(removeButton(page, talks.grep)).toBeFocused();
	await removeButton(page, talks.rain).press("Enter");
	await expect(removeButton(page, talks.grep)).toBeFocused();
	await page.reload();
	await expectTalks(page, talks.tides, talks.grep);

	await removeButton(page, talks.grep).press("Enter");
	await expect(removeButton(page, talks.tides)).toBeFocused();
	await removeButton(page, talks.tides).press("Enter");
	await expect(region(page).getByText("Nothing is left to continue.")).toBeVisible();
	await expect(region(page)).toBeFocused();
	await page.reload();
	await expect(page.getByText("Nothing on your watchlist yet.")).toBeVisible();
	await expect(region(page)).toHaveCount(0);
});

test.describe("while the server does not answer", () => {
	test.use({ expectedProblems: /Failed to load resource: net::ERR_FAILED/ });

	test("says so, and removes nothing", async ({ page }) => {
		await stop(page, talks.tides, { position: 100 });
		await open(page, "/watchlist");
		await page.route("**/api/playback/*", (route) => route.abort());
		await removeButton(page, talks.tides).click();
		await expect(region(page).getByRole("alert")).toHaveText("The server does not answer. Try again in a moment.");
		await page.unroute("**/api/playback/*");
		await removeButton(page, talks.tides).click();
		await expect(region(page).getByRole("listitem")).toHaveCount(0);
	});
});

test("fits a small phone", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const some = [talks.tides, talks.knots, talks.quoted, talks.hostile, talks.nightWatch];
	for (const talk of some) await stop(page, talk, { position: 100 });
	await open(page, "/watchlist");
	await region(page).getByText("2 more").click();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	for (const talk of some) {
		const box = await removeButton(page, talk).boundingBox();
		expect([box?.width, box?.height]).toEqual([44, 44]);
	}
	await expectNoFindings(page);
});

test("refuses what is no place, and talks that there are not, in a sentence", async ({ page }) => {
	const path = await playbackPath(page, talks.tides);
	const report = { position: 100, duration: null, age: 0 };
	for (const [url, data, status, message] of [
		[
			path,
			{ ...report, position: -1 },
			400,
			"A place in a recording is a number of seconds, of as many, and how long ago that was.",
		],
		["/api/playback/2000000000", report, 404, "There is no such talk."],
		["/api/playback/tides", report, 404, "There is no such talk."],
	] as const) {
		const response = await page.request.put(url, { data });
		expect([response.status(), await response.json()]).toEqual([status, { message }]);
	}
	const headers = { Origin: "https://elsewhere.example" };
	for (const response of [
		await page.request.put(path, { data: report, headers }),
		await page.request.delete(path, { headers }),
	]) {
		expect([response.status(), await response.json()]).toEqual([403, { message: "Another site's page sent this." }]);
	}
	expect(await (await page.request.get(path)).json()).toEqual({ playback: null, now: expect.any(Number) });
	expect(await page.context().cookies()).toEqual([]);
});
