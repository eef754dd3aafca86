import type { Locator, Page } from "@playwright/test";
import { newAccount, signIn, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { open } from "./conference";
import { expectMark } from "./marks";
import { expectSaved, noteOf, notesField, takeaway } from "./notes";
import { CLIP_SECONDS, expect, importRecorded, test } from "./recordings";

/** What the browser says of a file that is not there. */
const NO_FILE = /Failed to load resource.*(?: 404|net::ERR_FAILED)/;

const video = (page: Page) => page.locator("video");
const timeOf = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => element.currentTime);
const bar = (page: Page) => page.getByRole("group", { name: "Player" });
const stampButton = (page: Page) => page.getByRole("button", { name: /^Takeaway at \d+:\d\d$/ });

/** Opens a watch page until its recording and its note are there. */
async function openWatch(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(takeaway(page, 1)).toBeEditable();
	await expectReady(page);
}

async function expectReady(page: Page): Promise<void> {
	await expect
		.poll(() => video(page).evaluate((element: HTMLVideoElement) => element.readyState))
		.toBeGreaterThanOrEqual(1);
}

/** About: while it plays, it goes on. */
async function expectTime(page: Page, seconds: number, tolerance = 4): Promise<void> {
	await expect.poll(async () => Math.abs((await timeOf(page)) - seconds)).toBeLessThanOrEqual(tolerance);
}

/** As a hand on the slider does. */
function seek(page: Page, seconds: number): Promise<void> {
	return video(page).evaluate((element: HTMLVideoElement, to) => {
		element.currentTime = to;
	}, seconds);
}

async function play(page: Page): Promise<void> {
	await page.getByRole("heading", { level: 1 }).click();
	await page.keyboard.press("k");
	await expect.poll(() => isPlaying(page)).toBe(true);
}

async function pause(page: Page): Promise<void> {
	await video(page).evaluate((element: HTMLVideoElement) => element.pause());
}

const isPlaying = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => !element.paused);

/** Waits until the server was told the place. */
const positionSaved = (page: Page) =>
	page.waitForResponse(
		(response) =>
			/\/api\/playback\/\d+$/.test(response.url()) && response.request().method() === "PUT" && response.ok(),
	);

test("a talk's page leads to its recording, which plays beside the note", async ({ page, baseURL, recordings }) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await open(page, talk.page);
	await page.getByRole("link", { name: "Watch", exact: true }).click();
	await expect(page).toHaveURL(talk.watch);
	await expect(page.getByRole("heading", { level: 1, name: talk.title })).toBeVisible();
	await expectReady(page);
	await expect(bar(page)).toContainText("0:00 / 2:00");
	await play(page);
	await expect.poll(() => timeOf(page)).toBeGreaterThan(1);
	await expectNoFindings(page);
});

test("stamps a takeaway while one types, by key and by button, and a stamp leads back", async ({
	page,
	baseURL,
	recordings,
}) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	await seek(page, 75);
	await expect(stampButton(page)).toHaveText("Takeaway at 1:15");
	await notesField(page).fill("Prose.");
	await notesField(page).press("Alt+t");
	await expect(takeaway(page, 1)).toBeFocused();
	await page.keyboard.type("lamps are lit");
	await seek(page, 30);
	await expect(stampButton(page)).toHaveText("Takeaway at 0:30");
	await stampButton(page).click();
	await expect(takeaway(page, 2)).toBeFocused();
	await page.keyboard.type("wicks are cut");
	await expectSaved(page);
	await expect(notesField(page)).toHaveValue("Prose.");

	const note = page.getByRole("complementary", { name: "Your note" });
	await seek(page, 0);
	await note.getByText("1:15", { exact: true }).click();
	await expectTime(page, 75, 0.5);

	// On the talk's own page the same stamp leads to the recording at that moment.
	await open(page, talk.page);
	await note.getByText("0:30", { exact: true }).click();
	await expect(page).toHaveURL(`${talk.watch}?t=30`);
	await expectReady(page);
	await expectTime(page, 30, 0.5);
});

test("goes on where one stopped, after a reload and on another device", async ({
	page,
	baseURL,
	recordings,
	newVisitor,
}) => {
	const account = newAccount();
	await signUp(page, account);
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	await seek(page, 40);
	await play(page);
	await expect.poll(() => timeOf(page)).toBeGreaterThan(41);
	const saved = positionSaved(page);
	await pause(page);
	await saved;

	await page.reload();
	await expect(page.getByText(/^Continued at 0:4\d/)).toBeVisible();
	await expectTime(page, 42);
	expect(await isPlaying(page)).toBe(false);

	const other = await newVisitor();
	await signIn(other, account);
	await openWatch(other, talk.watch);
	await expect(other.getByText(/^Continued at 0:4\d/)).toBeVisible();
	await expectTime(other, 42);
	await other.getByRole("button", { name: "From the beginning" }).click();
	await expectTime(other, 0, 0.5);
	await expect(other.getByText(/^Continued/)).toHaveCount(0);

	// A moment in the address is where one wants to be; what is no moment is nothing.
	await openWatch(page, `${talk.watch}?t=15`);
	await expectTime(page, 15, 0.5);
	await expect(page.getByText(/^Continued/)).toHaveCount(0);
	await openWatch(page, `${talk.watch}?t=soon`);
	await expect(page.getByText(/^Continued at 0:4\d/)).toBeVisible();
});

test("asks at the end whether it is watched, once, and decides nothing", async ({ page, baseURL, recordings }) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	const offer = page.getByText("You have seen nearly all of it. Mark it watched?");
	await seek(page, CLIP_SECONDS * 0.85);
	await play(page);
	await expect(offer).toHaveCount(0);
	await seek(page, CLIP_SECONDS * 0.91);
	await expect(offer).toBeVisible();
	await expectMark(page, talk, null);
	await page.getByRole("button", { name: "Not yet" }).click();
	await expect(offer).toHaveCount(0);
	await seek(page, CLIP_SECONDS - 1);
	await expect.poll(() => isPlaying(page)).toBe(false);
	await expect(offer).toHaveCount(0);
	await expectMark(page, talk, null);

	await page.reload();
	await expectReady(page);
	await seek(page, CLIP_SECONDS - 3);
	await play(page);
	await expect(offer).toBeVisible();
	const saved = page.waitForResponse((response) => response.url().endsWith("/api/marks") && response.ok());
	await page.getByRole("region", { name: "Recording" }).getByRole("button", { name: "Watched" }).click();
	await saved;
	await expectMark(page, talk, "Watched");
	await expect(offer).toHaveCount(0);

	await page.reload();
	await expectMark(page, talk, "Watched");
	await expectReady(page);
	await seek(page, CLIP_SECONDS - 3);
	await play(page);
	await expect.poll(() => timeOf(page)).toBeGreaterThan(CLIP_SECONDS - 2);
	await expect(offer).toHaveCount(0);
});

test("is played by keys, not while one types, and they can be read and switched off", async ({
	page,
	baseURL,
	recordings,
}) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	await seek(page, 50);
	await page.getByRole("heading", { level: 1 }).click();
	for (const [key, seconds] of [
		["j", 40],
		["l", 50],
		["ArrowRight", 60],
		["ArrowLeft", 50],
		["5", CLIP_SECONDS / 2],
	] as const) {
		await page.keyboard.press(key);
		await expectTime(page, seconds, 0.5);
	}
	await page.keyboard.press(" ");
	await expect.poll(() => isPlaying(page)).toBe(true);
	await page.keyboard.press("k");
	await expect.poll(() => isPlaying(page)).toBe(false);
	await page.keyboard.press("f");
	await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe("VIDEO");
	await page.keyboard.press("f");
	await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();

	await seek(page, 20);
	await notesField(page).pressSequentially("jolly kl 5 ");
	await expect(notesField(page)).toHaveValue("jolly kl 5 ");
	await expectTime(page, 20, 0.5);

	await page.getByRole("heading", { level: 1 }).click();
	await page.keyboard.press("?");
	const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await expect(keys.getByText("A takeaway at the present time, also while you type")).toBeVisible();
	await keys.getByRole("checkbox", { name: "These keys are on, in this browser" }).uncheck();
	await keys.getByRole("button", { name: "Close" }).click();
	await page.keyboard.press("l");
	await page.keyboard.press("Alt+t");
	await expect(takeaway(page, 1)).toBeFocused();
	await expectTime(page, 20, 0.5);
});

test("plays as fast as one chose, on the next talk too", async ({ page, baseURL, recordings }) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	const other = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	const rate = () => video(page).evaluate((element: HTMLVideoElement) => element.playbackRate);
	const speed = page.getByRole("combobox", { name: "Speed" });
	await speed.selectOption("2.5×");
	expect(await rate()).toBe(2.5);
	await page.getByRole("heading", { level: 1 }).click();
	await page.keyboard.press("<");
	await expect(speed).toHaveValue("2.25");
	await openWatch(page, other.watch);
	await expect.poll(rate).toBe(2.25);
	await expect(speed).toHaveValue("2.25");
	// As the browser's own controls do.
	await video(page).evaluate((element: HTMLVideoElement) => {
		element.playbackRate = 1.1;
	});
	await expect(speed).toHaveValue("1.1");
});

test("says where there is no recording whether there will be one, and takes the note all the same", async ({
	page,
	baseURL,
}) => {
	for (const [willBeRecorded, sentence] of [
		[true, "The conference records this talk: it plays here once the schedule names its recording."],
		[false, "The conference does not record this talk."],
		[undefined, "The schedule does not say whether the conference records this talk."],
	] as const) {
		const talk = await importRecorded(baseURL, [], { ...(willBeRecorded !== undefined && { willBeRecorded }) });
		await open(page, talk.page);
		await expect(page.getByRole("link", { name: "Watch", exact: true })).toHaveCount(0);
		await open(page, talk.watch);
		await expect(page.getByRole("region", { name: "Recording" })).toContainText(sentence);
		await notesField(page).fill("I was there.");
		await expectSaved(page);
	}
	await expectNoFindings(page);
});

test.describe("a recording that is broken", () => {
	test.use({ expectedProblems: NO_FILE });

	test("gives way to another file of it", async ({ page, baseURL, recordings }) => {
		const broken = recordings.put("lamp.mp4", "video/mp4", "This is no video.");
		const good = await page.request.get(recordings.clip);
		const talk = await importRecorded(baseURL, [
			broken,
			recordings.put("lamp.webm", "video/webm", await good.body()),
			recordings.missing,
		]);
		await openWatch(page, talk.watch);
		await expect(bar(page)).toContainText("/ 2:00");
	});

	test("says so, leads to its files, and leaves the note as it is", async ({ page, baseURL, recordings }) => {
		const talk = await importRecorded(baseURL, [
			{ url: recordings.missing, title: "Recording (WebM)" },
			{ url: recordings.missing.replace("webm", "mp4"), title: "Recording (MP4)" },
		]);
		await open(page, talk.watch);
		const recording = page.getByRole("region", { name: "Recording" });
		await expect(recording.getByRole("alert")).toContainText("The recording cannot be played here");
		for (const name of ["Recording (WebM)", "Recording (MP4)"]) {
			await expect(recording.getByRole("link", { name })).toHaveAttribute("href", /missing\.(?:webm|mp4)$/);
		}
		await expectNoFindings(page);
		await recording.getByRole("button", { name: "Try again" }).click();
		await expect(recording.getByRole("alert")).toContainText("The recording cannot be played here");
		await notesField(page).fill("From memory.");
		await expectSaved(page);
		// At no moment, then.
		await recording.getByRole("button", { name: "Takeaway", exact: true }).click();
		await expect(takeaway(page, 1)).toBeFocused();
		await expect(noteOf(page).getByRole("button", { name: "0:00" })).toHaveCount(0);
	});

	test("is tried again, and plays once its server answers", async ({ page, baseURL, recordings }) => {
		const talk = await importRecorded(baseURL, [recordings.clip]);
		await page.route(recordings.clip, (route) => route.abort());
		await open(page, talk.watch);
		const recording = page.getByRole("region", { name: "Recording" });
		await expect(recording.getByRole("alert")).toContainText("The recording cannot be played here");
		await page.unroute(recordings.clip);
		await recording.getByRole("button", { name: "Try again" }).click();
		await expect(bar(page)).toContainText("/ 2:00");
	});
});

test("has a choice between several recordings", async ({ page, baseURL, recordings }) => {
	const talk = await importRecorded(baseURL, [
		{ url: recordings.clip, title: "Recording - part 1" },
		{ url: recordings.sound, title: "Recording - part 2" },
	]);
	await openWatch(page, talk.watch);
	await seek(page, 30);
	await page.getByRole("combobox", { name: "Recording" }).selectOption("Recording - part 2");
	await expect
		.poll(() => video(page).evaluate((element: HTMLVideoElement) => element.currentSrc))
		.toBe(recordings.sound);
	await expectReady(page);
	await expectTime(page, 0, 0.5);
});

test.describe("another site's player", () => {
	for (const { name, url, origin } of [
		{ name: "YouTube", url: "https://youtu.be/dQw4w9WgXcQ", origin: "https://www.youtube-nocookie.com" },
		{ name: "Vimeo", url: "https://vimeo.com/76979871", origin: "https://player.vimeo.com" },
		{ name: "media.ccc.de", url: "https://media.ccc.de/v/a-talk-of-lamps", origin: "https://media.ccc.de" },
	]) {
		test(`loads nothing from ${name} before it is asked to`, async ({ page, baseURL }) => {
			const talk = await importRecorded(baseURL, [{ url, title: "Recording" }]);
			const elsewhere: string[] = [];
			page.on("request", (request) => {
				if (new URL(request.url()).origin !== new URL(baseURL ?? "").origin) elsewhere.push(request.url());
			});
			await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: "text/html", body: PLAYER }));
			await open(page, talk.watch);
			await expect(takeaway(page, 1)).toBeEditable();
			const recording = page.getByRole("region", { name: "Recording" });
			await expect(recording).toContainText(`your browser contacts ${name}`);
			if (name === "YouTube") await expectNoFindings(page);
			expect(elsewhere).toEqual([]);
			await recording.getByRole("button", { name: `Play from ${name}` }).click();
			const frame = page.frameLocator("iframe");
			await expect(frame.getByText("A player")).toBeVisible();
			expect(new Set(elsewhere.map((each) => new URL(each).origin))).toEqual(new Set([origin]));
			await expectPlays(page, name, frame.locator("body"));
		});
	}

	/** What a frame of another site can tell, and be told, as far as it can. */
	async function expectPlays(page: Page, name: string, body: Locator): Promise<void> {
		if (name === "YouTube") {
			await expect(stampButton(page)).toHaveText("Takeaway at 0:00");
			await bar(page).getByRole("button", { name: "10 seconds on" }).click();
			await expect(stampButton(page)).toHaveText("Takeaway at 0:10");
			await expect(body).toHaveAttribute("data-sought", "10");
		}
		if (name === "media.ccc.de") {
			await expect(page.getByText("This player does not tell its time")).toBeVisible();
			await page.getByRole("button", { name: "Takeaway", exact: true }).click();
			await expect(takeaway(page, 1)).toBeFocused();
		}
	}

	/** Speaks as YouTube's player does once it is asked to. */
	const PLAYER = `<!doctype html><title>A player</title><p>A player</p><script>
let time = Number(new URLSearchParams(location.search).get("start"));
const tell = () => parent.postMessage(JSON.stringify({ event: "infoDelivery",
	info: { currentTime: time, duration: 120, playerState: 2 } }), "*");
addEventListener("message", ({ data }) => {
	const { event, func, args } = typeof data === "string" ? JSON.parse(data) : {};
	if (event === "command" && func === "seekTo") document.body.dataset.sought = time = args[0];
	if (event === "listening" || func === "seekTo") tell();
});
</script>`;
});

test("what one stopped in stands on the watchlist until it is watched or removed", async ({
	page,
	baseURL,
	recordings,
}) => {
	const talk = await importRecorded(baseURL, [recordings.clip]);
	const other = await importRecorded(baseURL, [recordings.clip]);
	for (const { watch } of [talk, other]) {
		await openWatch(page, watch);
		await seek(page, 60);
		await play(page);
		await expect.poll(() => timeOf(page)).toBeGreaterThan(60.5);
		const saved = positionSaved(page);
		await pause(page);
		await saved;
	}
	await page.goto("/watchlist");
	const unfinished = page.getByRole("region", { name: "Continue watching" });
	const titles = unfinished.getByRole("link", { name: /^What lamp/ });
	await expect(titles).toHaveText([other.title, talk.title]);
	await expectNoFindings(page);
	await unfinished
		.getByRole("listitem")
		.filter({ hasText: other.title })
		.getByRole("button", { name: /^Remove/ })
		.click();
	await expect(titles).toHaveText([talk.title]);
	await page.reload();
	await expect(titles).toHaveText([talk.title]);
	await titles.click();
	await expect(page).toHaveURL(talk.watch);
	await expect(page.getByText(/^Continued at 1:0\d/)).toBeVisible();
});

test("the recording stays in view on a phone while one writes", async ({ page, baseURL, recordings }) => {
	await page.setViewportSize({ width: 390, height: 740 });
	const talk = await importRecorded(baseURL, [recordings.clip]);
	await openWatch(page, talk.watch);
	await notesField(page).fill("A line.\n".repeat(60));
	await notesField(page).press("Control+End");
	await page.mouse.wheel(0, 2_000);
	await expect(video(page)).toBeInViewport({ ratio: 1 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
