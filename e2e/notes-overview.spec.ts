import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createClient } from "@/lib/db/client";
import { saveTranscript } from "@/lib/transcripts/mutations";
import { newAccount, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { conference, findTalkIds, type NamedTalk, open, talks, talkTitles } from "./conference";
import { databaseFile } from "./database-file";
import { downloadExport } from "./exports";
import { importXml } from "./imports";
import { mark } from "./marks";
import { openTalk, saveNote, writeNote } from "./notes";
import { addTopic, openOwnTalk, rate } from "./own-talk";
import { newReef, type Reef, xmlOf } from "./schedules";
import { expect, test } from "./test";

const main = (page: Page) => page.getByRole("main");
const status = (page: Page) => main(page).getByRole("status");
const search = (page: Page) => main(page).getByRole("search");
const order = (page: Page, name: string) =>
	page.getByRole("navigation", { name: "Order" }).getByRole("link", { name, exact: true });

/** The row of a talk. */
const row = (page: Page, { title }: Pick<NamedTalk, "title">) =>
	main(page)
		.locator("li.talk")
		.filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** A conference that no other test has, whose talks have a subtitle file each. */
async function importReef(baseURL: string | undefined, titles: readonly string[]): Promise<Reef> {
	const reef = newReef(titles);
	let number = 0;
	const xml = xmlOf(reef).replaceAll("</event>", () => {
		const href = `https://video.reef.example/${reef.acronym}/${++number}.vtt`;
		return `<links><link href="${href}">Video recording subtitle file (VTT)</link></links></event>`;
	});
	await importXml(baseURL ?? "", xml);
	return reef;
}

test("gathers the notes of all conferences, newest first, by conference and by topic", { tag: "@smoke" }, async ({
	page,
	baseURL,
}) => {
	const reef = await importReef(baseURL, ["Watching corals grow", "Corals at night"]);
	await openOwnTalk(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Watched");
	await rate(page, talks.tides, "4 stars");
	await addTopic(page, "Water");
	await addTopic(page, "Files");
	await writeNote(page, {
		text: "It is **one file**, and [a manual](https://tidetools.example/manual).",
		takeaways: ["Columns outlive programs", "Émilie's table has 14,600 lines", "Three", "Four"],
	});
	const [night = 0] = await findTalkIds(page, reef.acronym, "night");
	await saveNote(page, night, "", [{ text: "They *glow*", time: 754 }]);
	await page.goto(`/conferences/${reef.acronym}/talks`);
	await page.getByRole("link", { name: "Watching corals grow" }).click();
	await writeNote(page, { text: "", takeaways: ["Patience"] });
	await addTopic(page, "Water");

	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Notes" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Notes" })).toBeVisible();
	await expect(main(page).getByText("3 notes, 6 takeaways, 20 words, 2 conferences")).toBeVisible();
	await expect(status(page)).toHaveText("3 notes");
	await expect.poll(() => talkTitles(page)).toEqual(["Watching corals grow", "Corals at night", talks.tides.title]);
	const tides = row(page, talks.tides);
	await expect(tides.getByRole("list", { name: `Takeaways of ${talks.tides.title}` }).getByRole("listitem")).toHaveText(
		["Columns outlive programs", "Émilie's table has 14,600 lines", "Three"],
	);
	await expect(tides).toContainText("1 more takeaway");
	await expect(tides).toContainText("It is one file, and a manual.");
	await expect(tides).toContainText("Rated 4 of 5");
	await expect(tides.getByRole("link", { name: conference.title })).toHaveAttribute("href", conference.path);
	await expect(tides.getByRole("button", { name: "Watched", exact: true })).toHaveAttribute("aria-pressed", "true");
	await expect(row(page, { title: "Corals at night" }).getByRole("link", { name: "Watch from 12:34" })).toHaveAttribute(
		"href",
		new RegExp(`^/conferences/${reef.acronym}/talks/[^/]+/watch\\?t=754$`),
	);

	await order(page, "By conference").click();
	await expect(page).toHaveURL("/notes?by=conference");
	await expect
		.poll(() => talkTitles(page.getByRole("region", { name: reef.title })))
		.toEqual(["Watching corals grow", "Corals at night"]);
	await expect
		.poll(() => talkTitles(page.getByRole("region", { name: conference.title })))
		.toEqual([talks.tides.title]);

	await order(page, "By topic").click();
	await expect(page).toHaveURL("/notes?by=topic");
	await expect(main(page).getByRole("heading", { level: 2 })).toHaveText(["Files 1", "Water 2", "No topic 1"]);
	await expect.poll(() => talkTitles(page.getByRole("region", { name: "Files" }))).toEqual([talks.tides.title]);
	await expect
		.poll(() => talkTitles(page.getByRole("region", { name: "Water" })))
		.toEqual(["Watching corals grow", talks.tides.title]);
	await expect.poll(() => talkTitles(page.getByRole("region", { name: "No topic" }))).toEqual(["Corals at night"]);
	// Each stands in two places, and is one note.
	await expect(status(page)).toHaveText("3 notes");
});

test("is searched in one's own words, shows the place and opens at the talk", async ({ page, newVisitor }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.tides, "Watched");
	const [tides = 0] = await findTalkIds(page, conference.slug, "tide tables forty");
	const [rain = 0] = await findTalkIds(page, conference.slug, "radio made of rain");
	const filler = "The sea was calm and nobody minded. ".repeat(30);
	await saveNote(page, tides, `${filler}Then the **Naïveté** of buoys. ${filler}`, [
		{ text: "Straßen under water" },
		{ text: "Something else" },
	]);
	await saveNote(page, rain, "Antennas of naive rain");

	await page.goto("/notes");
	await search(page).getByRole("searchbox", { name: "Words of your notes" }).fill("naive BUOYS");
	await page.keyboard.press("Enter");
	await expect(status(page)).toHaveText("1 note");
	await expect(page).toHaveURL("/notes?q=naive+BUOYS");
	await expect(main(page).locator("mark")).toHaveText(["Naïve", "buoys"]);
	await expect(row(page, talks.tides)).toContainText("… ");
	await expect(row(page, talks.tides)).toContainText("2 takeaways");

	await search(page).getByRole("searchbox").fill("strasse");
	await search(page).getByRole("button", { name: "Search" }).click();
	await expect(main(page).locator("mark")).toHaveText(["Straße"]);
	await expect(row(page, talks.tides)).not.toContainText("Something else");

	await search(page).getByRole("searchbox").fill("naive");
	await search(page).getByRole("button", { name: "Search" }).click();
	await expect(status(page)).toHaveText("2 notes");
	const { text: markdown } = await downloadExport(page, page.getByRole("button", { name: "Export Markdown" }));
	expect(markdown).toContain("Antennas of naive rain");
	expect(markdown).toContain("Straßen under water");
	await page.goBack();
	await row(page, talks.rain).getByRole("link", { name: talks.rain.title }).click();
	await expect(page).toHaveURL(conference.talk(talks.rain));
	await page.goBack();

	await search(page).getByRole("searchbox").fill("zeppelin");
	await search(page).getByRole("button", { name: "Search" }).click();
	await expect(main(page).getByText("No note has all of these words.")).toBeVisible();
	await main(page).getByRole("link", { name: "Show all notes" }).click();
	await expect(page).toHaveURL("/notes");
	await expect(status(page)).toHaveText("2 notes");

	const otherVisitor = await newVisitor();
	await otherVisitor.goto("/notes?q=naive");
	await expect(main(otherVisitor).getByText("No note has all of these words.")).toBeVisible();
	await expect(main(otherVisitor)).not.toContainText(talks.tides.title);
	await otherVisitor.goto("/notes");
	await expect(main(otherVisitor).getByText("No notes yet.")).toBeVisible();
	await expect(main(otherVisitor).getByRole("link", { name: "sign in" })).toBeVisible();
});

test("lists what was watched and has nothing written yet", async ({ page }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.rain, "Watched");
	await mark(page, talks.tides, "Watched");
	await mark(page, talks.grep, "Must-see");
	await page.goto("/notes");
	await expect(main(page).getByText("No notes yet.")).toBeVisible();
	await main(page).getByRole("link", { name: "Talks you watched" }).click();
	await expect(page).toHaveURL("/notes?tab=unwritten");
	await expect.poll(() => talkTitles(page)).toEqual([talks.tides.title, talks.rain.title]);
	await expect(page.getByRole("navigation", { name: "Parts of your notes" }).getByRole("link")).toHaveText([
		"Notes 0",
		"Watched, nothing written yet 2",
	]);
	await main(page).getByRole("link", { name: talks.tides.title }).click();
	await writeNote(page, { text: "Now there is something.", takeaways: [] });
	// The browser still has the page as it was.
	await page.goBack();
	await expect.poll(() => talkTitles(page)).toEqual([talks.rain.title]);
	await page.getByRole("link", { name: "Notes 1" }).click();
	await expect.poll(() => talkTitles(page)).toEqual([talks.tides.title]);
});

test("has its words found on the schedule's pages, by nobody else", async ({ page, newVisitor, baseURL }) => {
	const reef = await importReef(baseURL, ["Watching corals grow", "Corals at night", "Reef cameras"]);
	const list = `/conferences/${reef.acronym}/talks`;
	await open(page, list);
	await mark(page, { title: "Reef cameras" }, "Must-see");
	const [cameras = 0] = await findTalkIds(page, reef.acronym, "cameras");
	const [night = 0] = await findTalkIds(page, reef.acronym, "night");
	await saveNote(page, cameras, "A crème brûlée of a lens");
	await addTranscript(baseURL, night, `https://video.reef.example/${reef.acronym}/2.vtt`, "The brulee glows at night");

	await search(page).getByRole("searchbox", { name: "Text" }).fill("BRULEE");
	await search(page).getByRole("button", { name: "Apply" }).click();
	await expect(status(page)).toHaveText("1 talk");
	await expect.poll(() => talkTitles(page)).toEqual(["Reef cameras"]);
	await expect(row(page, { title: "Reef cameras" })).toContainText("In your note: A crème brûlée of a lens");
	await expect(row(page, { title: "Reef cameras" }).locator("mark")).toHaveText("brûlée");
	expect(await findTalkIds(page, reef.acronym, "brulee")).toEqual([cameras]);

	await search(page).getByRole("checkbox", { name: "Search transcripts" }).check();
	await search(page).getByRole("button", { name: "Apply" }).click();
	await expect(status(page)).toHaveText("2 talks");
	await expect(page).toHaveURL(`${list}?q=BRULEE&transcripts=1`);
	await expect(
		main(page).getByText("Looked in 1 of 3 transcripts, too: those that were fetched so far."),
	).toBeVisible();
	const said = row(page, { title: "Corals at night" });
	await expect(said).toContainText("In the transcript at 12:34: The brulee glows at night");
	await expect(said.locator("mark")).toHaveText("brulee");
	await expect(said.getByRole("link", { name: "In the transcript at 12:34" })).toHaveAttribute(
		"href",
		/\/watch\?t=754$/,
	);
	await page.getByRole("link", { name: "Triage these" }).click();
	await expect(page).toHaveURL(/\/triage\?q=BRULEE&transcripts=1$/);
	await expect(page.getByRole("heading", { name: "Corals at night" })).toBeVisible();
	await page.goBack();
	const chips = page.getByRole("list", { name: "Filters in use" });
	await chips.getByRole("link", { name: "Search transcripts" }).click();
	await expect(status(page)).toHaveText("1 talk");
	await expect(page).toHaveURL(`${list}?q=BRULEE`);

	await page.goto("/watchlist?q=brulee");
	await expect.poll(() => talkTitles(page)).toEqual(["Reef cameras"]);

	const stranger = await newVisitor();
	await open(stranger, `${list}?q=brulee`);
	await expect(main(stranger).getByText("No results")).toBeVisible();
	expect(await findTalkIds(stranger, reef.acronym, "brulee")).toEqual([]);
	await stranger.goto(`${list}?q=brulee&transcripts=1`);
	await expect.poll(() => talkTitles(stranger)).toEqual(["Corals at night"]);
});

test("works without script, on a narrow phone and by keys, and has nothing that axe finds wrong", async ({
	page,
	newVisitor,
}) => {
	await openTalk(page, conference.talk(talks.tides));
	await signUp(page, { ...newAccount(), name: "Wilhelmina Featherstonehaugh of the Lighthouse" });
	for (const [index, query] of ["tide tables forty", "radio made of rain", "script"].entries()) {
		const [talkId = 0] = await findTalkIds(page, conference.slug, query);
		const text =
			index === 1 ? "Averyveryverylongwordwithoutanyspace".repeat(9) : `# Note ${index}\n\nSome *rain*, more rain.`;
		await saveNote(page, talkId, text, [{ text: "Rain <b>again</b>", time: 3_725 }]);
	}
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 800 });
		for (const path of [
			"/notes",
			"/notes?q=rain",
			"/notes?by=topic",
			"/notes?tab=unwritten",
			`${conference.talks}?q=again`,
		]) {
			await page.goto(path);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(sideways, `${path} at ${width}`).toBeLessThanOrEqual(0);
		}
	}
	await page.goto("/notes?q=rain");
	await expect(main(page).getByRole("link", { name: "Watch from 1:02:05" })).toHaveCount(3);
	await expectNoFindings(page);
	await page.goto("/notes?by=conference");
	await expectNoFindings(page);
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);

	await page.keyboard.press("j");
	await expect(main(page).locator("a.talk-title").first()).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/talks\//);

	const plain = await newVisitor({ javaScriptEnabled: false, storageState: await page.context().storageState() });
	await plain.goto("/notes");
	await search(plain).getByRole("searchbox", { name: "Words of your notes" }).fill("more rain");
	await search(plain).getByRole("button", { name: "Search" }).click();
	await expect(status(plain)).toHaveText("2 notes");
	await order(plain, "By conference").click();
	await expect(plain.getByRole("region", { name: conference.title })).toBeVisible();
	await plain.goto("/notes?q=%00&page=x&conference=%27&tab=1&by=2&topic=__proto__");
	await expect(plain.getByRole("heading", { level: 1, name: "Notes" })).toBeVisible();
});

/** Puts a transcript into the server's database, as fetching the file of that address would. */
async function addTranscript(baseURL: string | undefined, talkId: number, url: string, said: string): Promise<void> {
	const db = createClient(await readFile(databaseFile(new URL(baseURL ?? "").port), "utf8"));
	const cues = [{ start: 754.9, end: 757, text: said }];
	await saveTranscript(db, { talkId, url, cues, problem: "", fetchedAt: new Date() });
	await db.$disconnect();
}
