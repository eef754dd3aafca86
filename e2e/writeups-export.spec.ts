import { load } from "js-yaml";
import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { conference, moreOfConference, open, talks } from "./conference";
import { downloadExport } from "./exports";
import { mark } from "./marks";
import { openTalk, writeNote } from "./notes";
import { expect, test } from "./test";

const EXPORT = `/export/markdown?conference=${conference.slug}`;

/** A Markdown file as another program reads it: its front matter, and what stands below it. */
function read(file: string): { frontMatter: unknown; root: Root; headings: string[] } {
	const [, yaml, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(file) ?? [];
	if (yaml === undefined || body === undefined) throw new Error(`There is no front matter: ${file.slice(0, 200)}`);
	const root = unified().use(remarkParse).use(remarkGfm).parse(body);
	const headings = root.children.flatMap((node) =>
		node.type === "heading" && node.depth <= 3 ? `${"#".repeat(node.depth)} ${textOf(node)}` : [],
	);
	return { frontMatter: load(yaml), root, headings };
}

/** The blocks of a talk's section, after its heading. */
function sectionOf(root: Root, title: string): RootContent[] {
	const begin = root.children.findIndex(
		(node) => node.type === "heading" && node.depth === 3 && textOf(node) === title,
	);
	expect(begin, `There is a heading for ${title}.`).toBeGreaterThanOrEqual(0);
	const rest = root.children.slice(begin + 1);
	const end = rest.findIndex((node) => node.type === "heading" && node.depth <= 3);
	return end === -1 ? rest : rest.slice(0, end);
}

/** What a section ends with: the bullets below `Key takeaways:`. */
function takeawaysOf(section: readonly RootContent[]): string[] {
	const [label, list] = section.slice(-2);
	expect(label && textOf(label)).toBe("Key takeaways:");
	expect(list?.type).toBe("list");
	return list?.type === "list" ? list.children.map((item) => textOf(item)) : [];
}

function linksOf(node: RootContent | undefined): { words: string; url: string }[] {
	if (node?.type !== "paragraph") return [];
	return node.children.flatMap((part) => (part.type === "link" ? { words: textOf(part), url: part.url } : []));
}

test("walks off with the notes on a conference as Markdown", { tag: "@smoke" }, async ({ page }) => {
	await openTalk(page, conference.talk(talks.tides));
	await writeNote(page, {
		text: "A **format** that nobody designed: see [the manual](https://tidetools.example/manual).\n\n- columns\n- rows",
		takeaways: ["Columns outlive programs", "A leap minute is `HW 04:12`", "Émilie's file: 14,600 lines 🌊"],
	});
	await openTalk(page, conference.talk(talks.rain));
	await writeNote(page, { text: "It hums in E flat.", takeaways: ["Rain is noise until somebody listens"] });
	await openTalk(page, conference.talk(talks.quoted));
	await writeNote(page, { text: "", takeaways: ["One of two marks is wrong"] });
	await page.goto(conference.day("2025-10-05"));
	await mark(page, talks.knots, "Must-see");

	const { name, text } = await downloadExport(page, await moreOfConference(page, "Export Markdown"));
	expect(name).toBe(`${conference.slug}-notes.md`);
	const { frontMatter, root, headings } = read(text);
	expect(frontMatter).toEqual({
		title: `Notes on ${conference.title}`,
		date: expect.anything(),
		conference: conference.title,
	});
	const { date } = frontMatter as { date: string | Date };
	expect(Math.abs(Date.now() - new Date(date).getTime())).toBeLessThan(10 * 60_000);
	expect(headings).toEqual([
		"## Main Deck",
		`### ${talks.tides.title}`,
		`### ${talks.quoted.title}`,
		"## Radio: Waves and Noise",
		`### ${talks.rain.title}`,
	]);

	const tides = sectionOf(root, talks.tides.title);
	expect(textOf(tides[0])).toBe(`${talks.tides.title} by Émilie Nørgård and Tomasz Wiśniewski`);
	expect(linksOf(tides[0])).toEqual([
		{ words: talks.tides.title, url: "https://tidewater.example/2025/schedule/event/TDE002-tide-tables/" },
	]);
	expect(linksOf(tides[1])).toEqual([
		{ words: "WebM", url: "https://video.tidewater.example/2025/TDE002-tide-tables.webm" },
		{ words: "MP4", url: "https://video.tidewater.example/2025/TDE002-tide-tables.mp4" },
		{ words: "Talk slides", url: "https://tidewater.example/2025/attachments/TDE002/tide-tables.pdf" },
	]);
	expect(textOf(tides[2])).toBe("A format that nobody designed: see the manual.");
	expect(linksOf(tides[2])).toEqual([{ words: "the manual", url: "https://tidetools.example/manual" }]);
	expect(tides[3]?.type).toBe("list");
	expect(takeawaysOf(tides)).toEqual([
		"Columns outlive programs",
		"A leap minute is HW 04:12",
		"Émilie's file: 14,600 lines 🌊",
	]);
	expect(tides).toHaveLength(6);
	expect(takeawaysOf(sectionOf(root, talks.quoted.title))).toEqual(["One of two marks is wrong"]);
	expect(textOf(sectionOf(root, talks.rain.title)[2])).toBe("It hums in E flat.");

	const response = await page.request.get(EXPORT);
	expect(response.headers()["content-type"]).toBe("text/markdown; charset=utf-8");
	expect(response.headers()["content-disposition"]).toBe(`attachment; filename="${conference.slug}-notes.md"`);
	expect(response.headers()["cache-control"]).toContain("no-store");
	// The same data, the same bytes.
	expect(await response.text()).toBe(text);
	expect(await (await page.request.get(EXPORT)).text()).toBe(text);
});

test("walks off with the notes on all conferences from the watchlist", async ({ page }) => {
	await openTalk(page, conference.talk(talks.cafe));
	await writeNote(page, { text: "Tout dans un fichier.", takeaways: [] });
	await page.goto("/watchlist");
	const { name, text } = await downloadExport(page, page.getByRole("link", { name: "Export Markdown" }));
	expect(name).toMatch(/^[a-z0-9-]+-notes\.md$/);
	const { root, headings } = read(text);
	expect(headings).toEqual(["## Small Databases", `### ${talks.cafe.title}`]);
	expect(textOf(sectionOf(root, talks.cafe.title).at(-1))).toBe("Tout dans un fichier.");
});

test("takes the marked talks along where that is asked, and only those of a mark", async ({ page }) => {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.grep, "Watched");
	await mark(page, talks.lunch, "Missed");
	await openTalk(page, conference.talk(talks.rain));
	await writeNote(page, { text: "Unmarked.", takeaways: [] });
	await openTalk(page, conference.talk(talks.grep));
	await writeNote(page, { text: "Marked.", takeaways: [] });

	const talksOf = async (query: string) =>
		read(await (await page.request.get(`${EXPORT}${query}`)).text()).headings.filter((each) => each.startsWith("###"));
	expect(await talksOf("")).toEqual([`### ${talks.grep.title}`, `### ${talks.rain.title}`]);
	expect(await talksOf("&include=marked")).toEqual([
		`### ${talks.tides.title}`,
		`### ${talks.grep.title}`,
		`### ${talks.rain.title}`,
		// No track, so last.
		`### ${talks.lunch.title}`,
	]);
	expect(await talksOf("&status=watched")).toEqual([`### ${talks.grep.title}`]);
	expect(await talksOf("&include=marked&status=must-see,missed")).toEqual([
		`### ${talks.tides.title}`,
		`### ${talks.lunch.title}`,
	]);
	expect(await talksOf("&status=missed")).toEqual([]);
	expect(await talksOf("&status=nonsense&include=all")).toEqual(await talksOf(""));
});

test("keeps odd titles and speakers whole", async ({ page }) => {
	const odd = [talks.quoted, talks.bold, talks.emoji, talks.colons, talks.hostile, talks.lunch, talks.knots];
	for (const talk of odd) {
		await openTalk(page, conference.talk(talk));
		await writeNote(page, { text: `On ${talk.slug}.`, takeaways: [] });
	}
	const { root, headings } = read(await (await page.request.get(EXPORT)).text());
	expect(headings).toEqual([
		"## Main Deck",
		`### ${talks.quoted.title}`,
		"## Plain Text & Friends",
		`### ${talks.bold.title}`,
		`### ${talks.emoji.title}`,
		`### ${talks.colons.title}`,
		"## Radio: Waves and Noise",
		`### ${talks.hostile.title}`,
		"## Small Databases",
		`### ${talks.knots.title}`,
		"## Other talks",
		`### ${talks.lunch.title}`,
	]);
	for (const talk of odd) {
		const section = sectionOf(root, talk.title);
		expect(linksOf(section[0])).toMatchObject([{ words: talk.title }]);
		expect(textOf(section.at(-1))).toBe(`On ${talk.slug}.`);
	}
	expect(textOf(sectionOf(root, talks.quoted.title)[0])).toBe(`${talks.quoted.title} by Jo "Buoy" Harker`);
	expect(textOf(sectionOf(root, talks.lunch.title)[0])).toBe(talks.lunch.title);
	expect(root.children.filter((node) => node.type === "html")).toEqual([]);
});

for (const { what, text } of [
	{
		what: "headings",
		text: "# Other talks\n\n## Radio: Waves and Noise\n\n### A radio made of rain\n\nNot a talk\n==========\n\nNor a track\n---",
	},
	{ what: "a fence that is never closed", text: "Look:\n\n```js\nconst open = true;\n\n### A radio made of rain\n" },
	{ what: "front matter", text: "---\ntitle: Stolen\nconference: Nowhere\n---\n\nA text." },
	{ what: "a comment that is never closed", text: "A text. <!-- and the rest of the file\n\n<!--\n\nis gone" },
	{ what: "HTML that is never closed", text: "<details>\n<summary>A text.\n\n<script>\n\n<pre>\n\n<textarea>" },
	{
		what: "a link for words elsewhere",
		text: "A text.\n\n[It hums]: https://breakwater.example/\n\n[^1]: https://breakwater.example/",
	},
	{ what: "an open list and quotation", text: "> A text.\n> 1. one\n\n   - deep\n\n      deeper" },
]) {
	test(`lets no note out of its place: ${what}`, async ({ page }) => {
		await openTalk(page, conference.talk(talks.tides));
		await writeNote(page, { text, takeaways: ["# one", "- [ ] two", "```", "[It hums]: https://breakwater.example/"] });
		await openTalk(page, conference.talk(talks.rain));
		await writeNote(page, { text: "[It hums] in E flat.[^1]", takeaways: ["the last one"] });

		const { frontMatter, root, headings } = read(await (await page.request.get(EXPORT)).text());
		expect(frontMatter).toMatchObject({ title: `Notes on ${conference.title}`, conference: conference.title });
		expect(headings).toEqual([
			"## Main Deck",
			`### ${talks.tides.title}`,
			"## Radio: Waves and Noise",
			`### ${talks.rain.title}`,
		]);
		const takeaways = takeawaysOf(sectionOf(root, talks.tides.title));
		expect(takeaways).toHaveLength(4);
		expect(takeaways[0]).toBe("# one");
		const rain = sectionOf(root, talks.rain.title);
		expect(textOf(rain[2])).toBe("[It hums] in E flat.[^1]");
		expect(linksOf(rain[2])).toEqual([]);
		expect(takeawaysOf(rain)).toEqual(["the last one"]);
	});
}

test("holds nothing for who has written nothing, and nothing of anybody else", async ({ page, newVisitor }) => {
	await openTalk(page, conference.talk(talks.tides));
	await writeNote(page, { text: "Mine alone.", takeaways: [] });
	const otherVisitor = await newVisitor();
	const response = await otherVisitor.request.get(EXPORT);
	expect(response.status()).toBe(200);
	const text = await response.text();
	expect(text).not.toContain("Mine alone.");
	expect(read(text)).toMatchObject({
		frontMatter: { title: `Notes on ${conference.title}`, conference: conference.title },
		headings: [],
	});
	expect((await otherVisitor.request.get("/export/markdown?conference=nowhere-2025")).status()).toBe(404);
});
