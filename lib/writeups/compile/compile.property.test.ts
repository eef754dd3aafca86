import fc from "fast-check";
import { load } from "js-yaml";
import type { Heading, Link, Nodes, Root } from "mdast";
import { toString as toPlainText } from "mdast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "@/lib/markdown/parse";
import { MAX_TIME_SECONDS } from "@/lib/notes/limits";
import { findTimedRecording } from "@/lib/recordings/timed-url";
import { anyWriteUp } from "@/lib/testing/any-write-up";
import { compileTalks, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { hostileLine, hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { listTakeaways, listTalkSections, listTimestampUrls, readBack } from "@/lib/testing/read-back";
import { formatClock } from "@/lib/time/clock";
import { compileWriteUp } from "./compile";
import { normalize, oneLine } from "./lines";
import { resolveReferences, unnest } from "./move";
import type { CompiledTalk } from "./types";

const name = fc.oneof(hostileLine, fc.string({ unit: "grapheme", maxLength: 200 })).map((text) => `${text.trim()}x`);

const takeaway = fc
	.record({ text: hostileLine, time: fc.option(fc.oneof(fc.nat(60), fc.nat(MAX_TIME_SECONDS))) })
	.map(({ text, time }) => ({ text, ...(time !== null && { time }) }));

const links = fc.array(
	fc.record({
		kind: fc.constantFrom("RECORDING" as const, "SLIDES" as const),
		url: fc.constantFrom(
			"https://video.fosdem.org/2026/a b/talk_(x)_[y]*.av1.webm",
			"https://video.fosdem.org/2026/talk.mp4?a=`b`&c=<d>#e",
			"https://media.ccc.de/v/39c3-talk_of_*stars*",
			"https://player.example/none",
		),
		title: hostileLine,
	}),
	{ maxLength: 3 },
);

const talks: fc.Arbitrary<CompiledTalk[]> = fc.array(
	fc
		.record({
			title: name,
			url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true })),
			speakers: fc.array(name, { maxLength: 3 }),
			links,
			note: fc.option(
				fc
					.record({ text: hostileMarkdown, takeaways: fc.array(takeaway, { maxLength: 4 }) })
					.map(({ text, takeaways }) => noteWith(text, takeaways)),
				{ freq: 6 },
			),
		})
		.map(talkWith),
	{ maxLength: 4 },
);

const filledTakeaways = ({ note }: CompiledTalk) => (note?.takeaways ?? []).filter(({ text }) => text.trim() !== "");

/** What a takeaway says to a reader: its inline Markdown without the signs, or all of it where it is no inline text. */
function normalizeSpaces(text: string): string {
	const line = oneLine(text);
	const { children } = parseMarkdown(line);
	return children.length === 1 && children[0]?.type === "paragraph" ? toPlainText(children[0]) : line;
}

describe("whatever the titles, notes and takeaways are", () => {
	const checked = (property: fc.IProperty<[CompiledTalk[]]>) => fc.assert(property, runs(40));

	test("the headings of sections and talks are these and no others, word for word", () => {
		checked(
			fc.property(talks, (all) => {
				const expected = all.map(({ title }) => `### ${oneLine(title)}`);
				expect(readBack(compileTalks(all)).headings).toEqual(["## Track", ...expected]);
			}),
		);
	});

	test("every talk's takeaways are read back, in order, from the end of its section, with their moments", () => {
		checked(
			fc.property(talks, (all) => {
				const sections = listTalkSections(readBack(compileTalks(all)).root);
				for (const [index, talk] of all.entries()) {
					const section = sections[index];
					const expected = filledTakeaways(talk);
					if (!section || expected.length === 0) continue;
					expect(listTakeaways(section)).toEqual(
						expected.map(({ text, time }) =>
							time === undefined ? normalizeSpaces(text) : `${formatClock(time)} ${normalizeSpaces(text)}`,
						),
					);
					for (const [position, { time }] of expected.entries()) {
						if (time !== undefined)
							expect(listTimestampUrls(section)?.[position]).toBe(findTimedRecording(talk.links, time));
					}
				}
			}),
		);
	});

	test("the second line of every talk says its title and the speakers", () => {
		checked(
			fc.property(talks, (all) => {
				const lines = listTalkSections(readBack(compileTalks(all)).root).map(
					({ blocks: [line] }) => line && toPlainText(line),
				);
				const list = new Intl.ListFormat("en-GB");
				const expected = all.map(({ title, speakers }) =>
					[oneLine(title), ...(speakers.length > 0 ? [`by ${list.format(speakers.map(oneLine))}`] : [])].join(" "),
				);
				expect(lines).toEqual(expected);
			}),
		);
	});

	test("a note brings no markup, definition or undefined footnote into the file", () => {
		checked(
			fc.property(talks, (all) => {
				const { root } = readBack(compileTalks(all));
				visitParents(root, "html", (node) => expect(node.value).toBe("<!-- -->"));
				expect(JSON.stringify(root)).not.toMatch(/"type":"(?:definition|linkReference|imageReference)"/);
			}),
		);
	});

	test("the front matter is read by another library as what was written", () => {
		fc.assert(
			fc.property(anyWriteUp, ({ content, talks, options }) => {
				const file = compileWriteUp({ ...content, date: "" }, talks, { ...options, flavour: "hugo" });
				const [, yaml = ""] = /^---\n([\s\S]*?)\n---\n/.exec(file) ?? [];
				const { title, slug, description, categories, tags, keywords } = content;
				const wellFormed = (value: unknown) =>
					JSON.parse(JSON.stringify(value).replace(/\\ud[89a-f][0-9a-f]{2}/g, "\ufffd"));
				expect(load(yaml)).toMatchObject(
					wellFormed({
						title: oneLine(title),
						...(slug && { slug }),
						...(description && { description }),
						...(categories.length > 0 && { categories }),
						...(tags.length > 0 && { tags }),
						...(keywords.length > 0 && { keywords }),
					}),
				);
			}),
			runs(40),
		);
	});
});

describe("a note alone", () => {
	const sectionOf = (text: string) =>
		listTalkSections(readBack(compileTalks([talkWith({ note: noteWith(text) })])).root)[0];

	test("keeps its structure", () => {
		fc.assert(
			fc.property(hostileMarkdown, (text) => {
				const read = parseMarkdown(normalize(text));
				resolveReferences(read);
				sinkAsOwnHeadingsDo(read, 4);
				unnest(read);
				const found: Root = { type: "root", children: sectionOf(text)?.blocks.slice(1) ?? [] };
				// What is kept as it was typed is as nested as that.
				unnest(found);
				expect(blocksOf(found)).toEqual(blocksOf(read));
			}),
			{
				...runs(90),
				examples: [
					["[http://e.org?a=b&c\\[^a-b]: note\n"],
					["[www.e.org]: note\n"],
					["*#\n*a*b*c\n"],
					["__~~~**a**!__\n<b>\n"],
					["    \\\n- \n\t-\n#\n"],
				],
			},
		);
	});

	test("loses no word of what it says", () => {
		fc.assert(
			fc.property(hostileMarkdown, (text) => {
				let found = wordsOf({ type: "root", children: sectionOf(text)?.blocks.slice(1) ?? [] }).join(" ");
				// Definitions of addresses and footnotes that nothing refers to become words, too. The longest are looked for
				// first, since two that stood in nested emphasis are one word where that is gone.
				const all = wordsOf(parseMarkdown(normalize(text)));
				for (const word of all.toSorted((a, b) => b.length - a.length)) {
					expect(found).toContain(word);
					found = found.replace(word, " ");
				}
			}),
			runs(90),
		);
	});
});

/** By as much as the text's own highest heading lacks; those in lists and quotations with them, and never above the level. */
function sinkAsOwnHeadingsDo(root: Root, level: number): void {
	const own = root.children.flatMap((node) => (node.type === "heading" ? node.depth : []));
	const shift = Math.max(0, level - Math.min(6, ...own));
	visitParents(root, "heading", (heading) => {
		heading.depth = Math.min(6, Math.max(heading.depth + shift, level)) as Heading["depth"];
	});
}

/** The structures of blocks; footnotes stand below what mentions them, and headings without words are gone. */
function blocksOf(root: Root): string[] {
	return root.children
		.filter((node) => !(node.type === "heading" && node.children.length === 0) && outline(node) !== "html")
		.map(outline)
		.toSorted((a, b) => Number(a.startsWith("footnoteDefinition")) - Number(b.startsWith("footnoteDefinition")));
}

/**
 * The structure of a tree, without its words, and addresses among them: both readers look for these once more in the text
 * that they have read, where a backslash or a bracket before one is forgotten, so that what is written as it was read may
 * be read as one link more.
 */
function outline(node: Nodes): string {
	if (node.type === "link" && isFoundAddress(node)) return "";
	const inner = "children" in node ? node.children.map(outline).filter(Boolean).join(" ") : "";
	if (node.type === "text" || node.type === "break") return "";
	return `${node.type}${node.type === "heading" ? node.depth : ""}${inner && `(${inner})`}`;
}

function isFoundAddress(link: Link): boolean {
	const text = toPlainText(link);
	return [text, `mailto:${text}`, `http://${text}`].includes(link.url);
}

/** The words of every text, code and image, none joined with those beside it. */
function wordsOf(root: Root): string[] {
	const found: string[] = [];
	visitParents(root, (node) => {
		const text = "value" in node ? node.value : "alt" in node ? (node.alt ?? "") : "";
		found.push(...(text.match(/[\p{L}\p{N}]+/gu) ?? []));
	});
	return found;
}
