import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { open } from "./conference";
import { takeaway } from "./notes";
import { expect, importRecorded, test } from "./recordings";

/** Twelve cues of ten seconds each. */
const LINES = [
	"Welcome to the lamp.",
	"It was lit in 1823,",
	"and nobody has put it out since.",
	"The café beside it serves fog.",
	"Then there is the lens.",
	"It has 24 panels,",
	"each ground by hand.",
	"One of them is from the Café of Brest.",
	"<img src=x onerror=alert(1)> is text here.",
	"A keeper counts the turns.",
	"Four of them a minute.",
	"That is all I know of lamps.",
];

const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const FILE = `WEBVTT\n\n${LINES.map(
	(line, index) => `${time(index * 10)} --> ${time(index * 10 + 10)}\n<v Ida>${escaped(line)}\n`,
).join("\n")}`;

const transcriptOf = (page: Page) => page.getByRole("region", { name: "Transcript" });
const said = (page: Page, line: string) => transcriptOf(page).locator("[data-cue]").filter({ hasText: line });
const now = (page: Page) => transcriptOf(page).locator("[data-cue][aria-current]");
const searchField = (page: Page) => transcriptOf(page).getByRole("searchbox", { name: "Search the transcript" });

/** Serves one file, which may become another. */
async function serveOne(file: { status: number; text: string }) {
	let requested = 0;
	const server = createServer((_, response) => {
		requested++;
		response.writeHead(file.status, { "Content-Type": "text/vtt" }).end(file.text);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/said.vtt`,
		host: `127.0.0.1:${port}`,
		asked: () => requested,
		stop: () => new Promise((resolve) => server.close(resolve)),
	};
}

async function playFrom(page: Page, seconds: number): Promise<void> {
	await page.locator("video").evaluate((video: HTMLVideoElement, at) => {
		video.currentTime = at;
	}, seconds);
}

test.describe("the transcript", () => {
	let watch: string;
	test.beforeEach(async ({ page, baseURL, recordings }) => {
		const talk = await importRecorded(baseURL, [recordings.clip, recordings.put("said.vtt", "text/vtt", FILE)]);
		watch = talk.watch;
		await open(page, watch);
		await expect(said(page, "Welcome to the lamp.")).toBeVisible();
	});

	test("says what is said, as text, and who says it", { tag: "@smoke" }, async ({ page }) => {
		await expect(transcriptOf(page).locator("[data-cue]")).toHaveText(LINES);
		await expect(transcriptOf(page).getByText("Ida: ").first()).toBeVisible();
		await expect(transcriptOf(page).locator("img")).toHaveCount(0);
		await expectNoFindings(page);
	});

	test("follows the recording until its reader goes elsewhere, and again when asked to", async ({ page }) => {
		const area = page.getByRole("region", { name: "What is said" });
		// So low that not all of it is in sight.
		await page.setViewportSize({ width: 1280, height: 600 });
		await playFrom(page, 35);
		await expect(now(page)).toHaveText("The café beside it serves fog.");
		await playFrom(page, 115);
		await expect(now(page)).toHaveText("That is all I know of lamps.");
		const scrolled = () => area.evaluate((element) => element.scrollTop);
		await expect.poll(scrolled).toBeGreaterThan(0);
		const isInSight = () =>
			now(page).evaluate((cue) => {
				const [inner, outer] = [cue, cue.closest("section") ?? cue].map((each) => each.getBoundingClientRect());
				return inner && outer && inner.top >= outer.top && inner.bottom <= outer.bottom;
			});
		await expect.poll(isInSight).toBe(true);

		await area.hover();
		await page.mouse.wheel(0, -5000);
		await expect.poll(scrolled).toBe(0);
		await playFrom(page, 105);
		await expect(now(page)).toHaveText("Four of them a minute.");
		expect(await scrolled()).toBe(0);
		await page.getByRole("button", { name: "Follow" }).click();
		await expect.poll(scrolled).toBeGreaterThan(0);
		await expect(page.getByRole("button", { name: "Follow" })).toBeHidden();
	});

	test("seeks where a cue or its time is pressed", async ({ page }) => {
		const position = () => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
		await said(page, "each ground by hand.").click();
		await expect.poll(position).toBe(60);
		await expect(now(page)).toHaveText("each ground by hand.");
		await page.getByRole("button", { name: "Play from 0:00" }).focus();
		await page.keyboard.press("Enter");
		await expect.poll(position).toBe(0);
	});

	test("is searched whatever the case and accents, forwards and backwards", async ({ page }) => {
		const count = transcriptOf(page).locator("search").getByRole("status");
		const current = transcriptOf(page).locator("mark[aria-current]");
		await searchField(page).fill("CAFE");
		await expect(count).toHaveText("1 of 2");
		await expect(current).toHaveText("café");
		await expect(transcriptOf(page).locator("mark")).toHaveText(["café", "Café"]);
		await searchField(page).press("Enter");
		await expect(count).toHaveText("2 of 2");
		await expect(current).toHaveText("Café");
		await page.getByRole("button", { name: "Next match" }).click();
		await expect(count).toHaveText("1 of 2");
		await searchField(page).press("Shift+Enter");
		await expect(count).toHaveText("2 of 2");
		// Over two cues.
		await searchField(page).fill("1823, and nobody");
		await expect(count).toHaveText("1 of 1");
		await expect(current).toHaveText(["1823,", "and nobody"]);
		await searchField(page).fill("kraken");
		await expect(count).toHaveText("Not found");
		await expect(page.getByRole("button", { name: "Next match" })).toBeDisabled();
		await searchField(page).fill("");
		await expect(transcriptOf(page).locator("mark")).toHaveCount(0);
	});

	test("gives a passage to the takeaways, with its time", async ({ page }) => {
		const select = (from: string, to: string) =>
			page.evaluate(
				([first = "", last = ""]) => {
					const cues = [...document.querySelectorAll("[data-cue]")];
					const textOf = (line: string) => cues.find((cue) => cue.textContent?.includes(line))?.firstChild as Text;
					const [start, end] = [textOf(first), textOf(last)];
					const at = start.data.indexOf(first);
					document.getSelection()?.setBaseAndExtent(start, at, end, end.data.indexOf(last) + last.length);
				},
				[from, to],
			);
		await select("lit in 1823", "put it out");
		await page.getByRole("button", { name: "Add as takeaway", exact: true }).click();
		await expect(takeaway(page, 1)).toHaveValue("“lit in 1823, and nobody has put it out”");
		await expect(page.getByText("Added as a takeaway at 0:10.")).toBeAttached();

		await page.locator("h1").click();
		await select("24 panels", "by hand.");
		await expect(page.getByRole("button", { name: "Add as takeaway", exact: true })).toBeVisible();
		await page.keyboard.press("q");
		await expect(takeaway(page, 2)).toHaveValue("“24 panels, each ground by hand.”");
		await expect(page.getByRole("button", { name: "Add as takeaway", exact: true })).toBeHidden();

		await page.getByRole("button", { name: "Quote 0:00" }).focus();
		await page.keyboard.press("Enter");
		await expect(takeaway(page, 3)).toHaveValue(/^“Welcome to the lamp\. It was lit/);
	});
});

test("a file that is broken is said so, and read once it was mended and tried again", async ({
	page,
	baseURL,
	recordings,
}) => {
	const file = { status: 200, text: "<!doctype html><title>Sign in</title>" };
	const server = await serveOne(file);
	try {
		const { watch } = await importRecorded(baseURL, [recordings.clip, server.url]);
		await open(page, watch);
		await expect(transcriptOf(page).getByText("There is a web page instead of a subtitle file.")).toBeVisible();
		await expect(page.locator("video")).toBeVisible();
		await expect(takeaway(page, 1)).toBeEditable();
		file.text = FILE;
		await page.getByRole("button", { name: "Try again" }).click();
		await expect(said(page, "Welcome to the lamp.")).toBeVisible();
		await page.reload();
		await expect(said(page, "Welcome to the lamp.")).toBeVisible();
		expect(server.asked()).toBe(2);
	} finally {
		await server.stop();
	}
});

test.describe("a file that is not there", () => {
	// Chromium's words for the answer to somebody who tries again too soon.
	test.use({ expectedProblems: /Failed to load resource.* 429/ });

	test("is said so, and tried again once a minute", async ({ page, baseURL, recordings }) => {
		const server = await serveOne({ status: 404, text: "" });
		try {
			const { watch } = await importRecorded(baseURL, [recordings.clip, server.url]);
			await open(page, watch);
			const sentence = `${server.host} answers with status 404 instead of a subtitle file.`;
			await expect(transcriptOf(page).getByText(sentence)).toBeVisible();
			const again = page.getByRole("button", { name: "Try again" });
			await again.click();
			await expect.poll(server.asked).toBe(2);
			await again.click();
			await expect(transcriptOf(page).getByText("That was tried less than a minute ago.")).toBeVisible();
			await expect(transcriptOf(page).getByText(sentence)).toBeVisible();
			expect(server.asked()).toBe(2);
		} finally {
			await server.stop();
		}
	});
});

test("a talk in two languages has a choice", async ({ page, baseURL, recordings }) => {
	const german = "WEBVTT\n\n00:01.000 --> 00:02.000\nWillkommen bei der Lampe\n";
	const { watch } = await importRecorded(baseURL, [
		recordings.clip,
		{ url: recordings.put("a.vtt", "text/vtt", german), title: "Subtitles (German)" },
		{ url: recordings.put("b.vtt", "text/vtt", FILE), title: "Subtitles (English)" },
	]);
	await open(page, watch);
	await expect(said(page, "Welcome to the lamp.")).toBeVisible();
	await page.getByRole("combobox", { name: "Language of the transcript" }).selectOption("German");
	await expect(transcriptOf(page).locator("[data-cue]")).toHaveText(["Willkommen bei der Lampe"]);
});

test("a talk without subtitles has no transcript, and nobody else's page has one fetched", async ({
	page,
	baseURL,
	recordings,
}) => {
	const { watch } = await importRecorded(baseURL, [recordings.clip]);
	const requested = page.waitForRequest(/\/api\/notes\/\d+$/);
	await open(page, watch);
	await expect(takeaway(page, 1)).toBeEditable();
	await expect(transcriptOf(page)).toHaveCount(0);
	const pathname = new URL((await requested).url()).pathname.replace("notes", "transcripts");

	const response = (path: string) =>
		page.request.get(path).then(async (got) => [got.status(), await got.text()] as const);
	expect(await response(pathname)).toEqual([200, '{"transcripts":[]}']);
	expect((await response(`${pathname}/subtitles.vtt`))[0]).toBe(404);
	expect((await response("/api/transcripts/2147483647"))[0]).toBe(404);
	expect((await response("/api/transcripts/x"))[0]).toBe(404);
	const foreign = await page.request.post(pathname, {
		headers: { Origin: "https://example.org" },
		data: { again: true },
	});
	expect(foreign.status()).toBe(403);
	const wrong = await page.request.post(pathname, { data: { again: "yes" } });
	expect([wrong.status(), await wrong.json()]).toEqual([400, { message: "What is to be tried again?" }]);
});

test("subtitles are there for a video to show", async ({ page, baseURL, recordings }) => {
	const srt = "1\n00:00:01,000 --> 00:00:02,500\n<b>Lamps</b> & <i>fog</i> --> sea\n";
	const { watch } = await importRecorded(baseURL, [recordings.clip, recordings.put("said.srt", "text/plain", srt)]);
	const requested = page.waitForRequest(/\/api\/transcripts\/\d+$/);
	await open(page, watch);
	const { pathname } = new URL((await requested).url());
	const response = await page.request.get(`${pathname}/subtitles.vtt?n=0`);
	expect([response.headers()["content-type"], await response.text()]).toEqual([
		"text/vtt; charset=utf-8",
		"WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nLamps &amp; fog --&gt; sea\n",
	]);
	expect((await page.request.get(`${pathname}/subtitles.vtt?n=1`)).status()).toBe(404);
});
