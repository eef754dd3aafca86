import type { Page } from "@playwright/test";
import { conference, open, talks, talkTitles } from "./conference";
import { expectMark, mark } from "./marks";
import { expect, test } from "./test";

/** The list of matches; the form has a status of its own nowhere. */
const matches = (page: Page) => page.getByRole("main").getByRole("status");
const chips = (page: Page) => page.getByRole("list", { name: "Filters in use" });
const search = (page: Page) => page.getByRole("main").getByRole("search");

/** What the address filters by, without what is empty. */
function filterOf(page: Page): [string, string][] {
	return [...new URL(page.url()).searchParams].filter(([, value]) => value !== "");
}

async function show(page: Page): Promise<void> {
	await search(page).getByRole("button", { name: "Apply" }).click();
}

test("combines filters, keeps them in the address and says how many talks match", { tag: "@smoke" }, async ({
	page,
	newVisitor,
}) => {
	await page.goto(conference.path);
	await page.getByRole("navigation", { name: conference.title }).getByRole("link", { name: "All talks" }).click();
	await expect(page).toHaveURL(conference.talks);
	await expect(matches(page)).toHaveText("26 talks");

	const form = search(page);
	await form.getByRole("combobox", { name: "Track", exact: true }).selectOption("Radio: Waves and Noise");
	await show(page);
	await expect(matches(page)).toHaveText("7 talks");
	expect(filterOf(page)).toEqual([["track", "radio"]]);

	await form.getByRole("combobox", { name: "Day", exact: true }).selectOption("Saturday 4 October 2025");
	await form.getByRole("combobox", { name: "Room", exact: true }).selectOption("Lamp Room");
	await show(page);
	await expect(matches(page)).toHaveText("3 talks");

	await form.getByRole("checkbox", { name: "Has recording" }).check();
	await show(page);
	await expect(matches(page)).toHaveText("1 talk");
	await expect.poll(() => talkTitles(page)).toEqual([talks.rain.title]);
	expect(filterOf(page)).toEqual([
		["day", "2025-10-04"],
		["track", "radio"],
		["room", "lamp-room"],
		["recording", "1"],
	]);
	await expect(form.getByRole("combobox", { name: "Track", exact: true })).toHaveValue("radio");
	await expect(form.getByRole("checkbox", { name: "Has recording" })).toBeChecked();

	const friend = await newVisitor();
	await friend.goto(page.url());
	await expect(matches(friend)).toHaveText("1 talk");
	await expect.poll(() => talkTitles(friend)).toEqual([talks.rain.title]);

	await page.goBack();
	await expect(matches(page)).toHaveText("3 talks");
	await expect(form.getByRole("checkbox", { name: "Has recording" })).not.toBeChecked();
});

test("filters by type, language, room, speaker and slides", async ({ page }) => {
	for (const { label, option, address, titles } of [
		{
			label: "Type",
			option: "workshop",
			address: [["type", "workshop"]],
			titles: [talks.seaweed.title, "Workshop: wind a coil", "Une histoire très longue"],
		},
		{
			label: "Language",
			option: "French",
			address: [["language", "fr"]],
			titles: [talks.cafe.title, "Marées et mémoire", "Une histoire très longue"],
		},
		{
			label: "Room",
			option: "Salle des Marées",
			address: [["room", "salle_des_marees"]],
			titles: [
				talks.seaweed.title,
				talks.lunch.title,
				"CANCELLED: The lighthouse that was not there",
				"Marées et mémoire",
				"Une histoire très longue",
			],
		},
	]) {
		await page.goto(conference.talks);
		await search(page).getByRole("combobox", { name: label, exact: true }).selectOption(option);
		await show(page);
		await expect.poll(() => talkTitles(page)).toEqual(titles);
		expect(filterOf(page)).toEqual(address);
		await expect(chips(page).getByRole("link", { name: option })).toBeVisible();
	}

	await page.goto(conference.talks);
	// By a part of the name, and without its accents.
	for (const name of ["Émilie Nørgård", "emilie", "NORGARD"]) {
		await search(page).getByRole("combobox", { name: "Speaker", exact: true }).fill(name);
		await show(page);
		await expect(page).toHaveURL((url) => url.searchParams.get("speaker") === name);
		await expect
			.poll(() => talkTitles(page))
			.toEqual([
				talks.tides.title,
				talks.cafe.title,
				"Fog horns of the north: a listening hour",
				"Une histoire très longue",
			]);
	}

	await page.goto(conference.talks);
	await search(page).getByRole("checkbox", { name: "Has slides" }).check();
	await show(page);
	await expect
		.poll(() => talkTitles(page))
		.toEqual([talks.tides.title, talks.colons.title, talks.cafe.title, talks.knots.title]);
});

test("finds text, wherever it stands and however it is spelled", async ({ page }) => {
	await page.goto(conference.talks);
	for (const { what, query, titles } of [
		{ what: "a title, accents folded", query: "cafe", titles: [talks.cafe.title, talks.noise.title] },
		{ what: "all words, wherever they stand", query: "cafe noise", titles: [talks.noise.title] },
		{ what: "any case", query: "tIdE TaBLEs FORTY", titles: [talks.tides.title] },
		{ what: "accents that the text lacks", query: "squîd", titles: [talks.emoji.title] },
		{ what: "a subtitle", query: "nobody designed", titles: [talks.tides.title] },
		{ what: "a speaker", query: "wisniewski colons", titles: [talks.colons.title] },
		{ what: "a track", query: "small databases bookmark", titles: ["The smallest database in the harbour"] },
		{ what: "an abstract", query: "leap minute", titles: [talks.tides.title] },
		{ what: "a description", query: "bring a pencil", titles: [talks.tides.title] },
		{ what: "signs that other searches trip over", query: "knots & locks:", titles: [talks.knots.title] },
		{ what: "markup as text", query: "<b>bold</b>", titles: [talks.bold.title] },
		{ what: "an emoji", query: "🦑", titles: [talks.emoji.title] },
		{ what: "a per cent sign, which no talk has", query: "100%", titles: [] },
	]) {
		await test.step(what, async () => {
			await search(page).getByRole("searchbox", { name: "Text" }).fill(query);
			await search(page).getByRole("searchbox", { name: "Text" }).press("Enter");
			await expect(chips(page).getByRole("link", { name: `“${query}”` })).toBeVisible();
			await expect.poll(() => talkTitles(page)).toEqual(titles);
			await expect(matches(page)).toHaveText(titles.length === 1 ? "1 talk" : `${titles.length} talks`);
			await expect(search(page).getByRole("searchbox", { name: "Text" })).toHaveValue(query);
		});
	}
});

test("shows each filter as a chip that removes it alone", async ({ page }) => {
	await page.goto(`${conference.talks}?q=the&track=plain-text&track=main&day=2025-10-04&recording=1`);
	await expect(matches(page)).toHaveText("4 talks");
	await expect(chips(page).getByRole("listitem")).toHaveText([
		/“the”/,
		/Saturday 4 October 2025/,
		/Plain Text & Friends|Main Deck/,
		/Plain Text & Friends|Main Deck/,
		/Has recording/,
		"Clear all",
	]);
	await chips(page).getByRole("link", { name: "Has recording" }).click();
	await expect(chips(page).getByRole("listitem")).toHaveCount(5);
	expect(filterOf(page).map(([name]) => name)).not.toContain("recording");
	await chips(page).getByRole("link", { name: "Plain Text & Friends" }).click();
	await expect(chips(page).getByRole("listitem")).toHaveCount(4);
	expect(filterOf(page)).toEqual([
		["q", "the"],
		["day", "2025-10-04"],
		["track", "main"],
	]);
	await chips(page).getByRole("link", { name: "Clear all" }).click();
	await expect(page).toHaveURL(conference.talks);
	await expect(chips(page)).toHaveCount(0);
	await expect(matches(page)).toHaveText("26 talks");
	await expect(search(page).getByRole("searchbox", { name: "Text" })).toHaveValue("");
});

test("says when nothing matches, and how to go on", async ({ page }) => {
	await page.goto(`${conference.talks}?q=zeppelin&track=radio`);
	await expect(matches(page)).toHaveText("0 talks");
	await expect(page.getByText("No results")).toBeVisible();
	await chips(page).getByRole("link", { name: "zeppelin" }).click();
	await expect(matches(page)).toHaveText("7 talks");
});

test("renders the page whatever its address says", async ({ page }) => {
	for (const { what, query, count } of [
		{
			what: "values that the conference does not have",
			query: "track=nothing&room=x&day=yesterday&type=y&language=xx",
			count: "26 talks",
		},
		{ what: "an unknown value beside a known one", query: "track=nothing&track=radio", count: "7 talks" },
		{ what: "unknown names", query: "colour=blue&__proto__=x&constructor=y", count: "26 talks" },
		{ what: "pages that are not there", query: "page=-3&track=radio", count: "7 talks" },
		{ what: "numbers that are none", query: "page=1e9&recording=perhaps&mark=loved", count: "26 talks" },
		{ what: "broken escapes", query: "q=%E0%A4%A&track=%", count: /\d+ talks?/ },
		{ what: "a query without end", query: `q=${"tide ".repeat(1000)}`, count: /\d+ talks?/ },
	]) {
		await test.step(what, async () => {
			const response = await page.goto(`${conference.talks}?${query}`);
			expect(response?.status()).toBe(200);
			await expect(page.getByRole("heading", { level: 1, name: "All talks" })).toBeVisible();
			await expect(matches(page)).toHaveText(count);
		});
	}
});

test("filters by the visitor's own marks", async ({ page, newVisitor }) => {
	await open(page, conference.path);
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.rain, "Must-see");
	await mark(page, talks.grep, "Watched");

	await page.goto(conference.talks);
	const choice = search(page).getByRole("combobox", { name: "Your mark", exact: true });
	await choice.selectOption("Must-see");
	await show(page);
	await expect.poll(() => talkTitles(page)).toEqual([talks.tides.title, talks.rain.title]);
	await expectMark(page, talks.tides, "Must-see");

	await page.goto(`${conference.talks}?mark=must-see&mark=watched&track=plain-text`);
	await expect.poll(() => talkTitles(page)).toEqual([talks.grep.title]);

	await page.goto(`${conference.talks}?mark=none`);
	await expect(matches(page)).toHaveText("23 talks");
	expect(await talkTitles(page)).not.toContain(talks.grep.title);

	const otherVisitor = await newVisitor();
	await otherVisitor.goto(`${conference.talks}?mark=must-see`);
	await expect(matches(otherVisitor)).toHaveText("0 talks");
	await otherVisitor.goto(`${conference.talks}?mark=none`);
	await expect(matches(otherVisitor)).toHaveText("26 talks");
});

test("is reached from a day's page, for that day or all of them", async ({ page }) => {
	await page.goto(conference.day("2025-10-05"));
	const quick = search(page);
	await quick.getByRole("searchbox", { name: "Search all talks" }).fill("noise");
	await quick.getByRole("button", { name: "Search" }).click();
	await expect(matches(page)).toHaveText("7 talks");
	expect(filterOf(page)).toEqual([["q", "noise"]]);

	await page.goBack();
	await quick.getByRole("searchbox", { name: "Search all talks" }).fill("noise");
	await quick.getByRole("checkbox", { name: "This day only" }).check();
	await quick.getByRole("searchbox", { name: "Search all talks" }).press("Enter");
	await expect(matches(page)).toHaveText("2 talks");
	expect(filterOf(page)).toEqual([
		["q", "noise"],
		["day", "2025-10-05"],
	]);
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("filters all the same", async ({ page }) => {
		await page.goto(conference.day("2025-10-04"));
		await search(page).getByRole("searchbox", { name: "Search all talks" }).fill("émilie");
		await search(page).getByRole("button", { name: "Search" }).click();
		await expect(matches(page)).toHaveText("4 talks");
		await search(page).getByRole("combobox", { name: "Day", exact: true }).selectOption("Saturday 4 October 2025");
		await show(page);
		await expect(matches(page)).toHaveText("2 talks");
		await chips(page).getByRole("link", { name: "émilie" }).click();
		await expect(matches(page)).toHaveText("17 talks");
		await page.getByRole("link", { name: talks.lunch.title }).click();
		await expect(page.getByRole("heading", { level: 1, name: talks.lunch.title })).toBeVisible();
	});
});
