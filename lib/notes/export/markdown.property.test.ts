import fc from "fast-check";
import type { Link, Nodes, Root } from "mdast";
import { toString as toPlainText } from "mdast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import { describe, expect, test } from "vitest";
import { sinkHeadings } from "@/lib/markdown/headings";
import { hostileMarkdown } from "@/lib/markdown/hostile-markdown";
import { parseMarkdown } from "@/lib/markdown/parse";
import { formatClock } from "@/lib/recordings/clock";
import { timedRecording } from "@/lib/recordings/timed-address";
import type { Takeaway } from "../types";
import { anyExport } from "./any-export";
import { notesToMarkdown } from "./markdown";
import { normalize } from "./note-blocks";
import { groupByTrack } from "./order";
import { readBack, stampsOf, takeawaysOf, talkSections } from "./read-back";
import { nameFootnotes, resolveReferences } from "./references";
import { conferenceWith, noteWith, talkWith } from "./sample";
import type { ExportedConference, ExportedTalk, NotesExport } from "./types";
import { unnest } from "./unnest";

const NUM_RUNS = Number(process.env.PROPERTY_RUNS ?? 60);

function conferencesOf(input: NotesExport): readonly ExportedConference[] {
	return input.scope === "all" ? input.conferences : [input.conference];
}

function expectedHeadings(input: NotesExport): string[] {
	return conferencesOf(input).flatMap((conference) => [
		...(input.scope === "all" ? [`# ${shown(conference.title)}`] : []),
		...groupByTrack(conference.talks).flatMap((group) => [
			`## ${group.name}`,
			...group.talks.map((talk) => `### ${shown(talk.title)}`),
		]),
	]);
}

const shown = (title: string) =>
	title
		.replace(/[\r\n\u2028\u2029]+/g, " ")
		.replaceAll("\0", "\uFFFD")
		.trim();

function inOrderOfFile(input: NotesExport): ExportedTalk[] {
	return conferencesOf(input).flatMap(({ talks }) => groupByTrack(talks).flatMap((group) => group.talks));
}

function takeawaysWritten({ note }: ExportedTalk): readonly Takeaway[] {
	return (note?.takeaways ?? []).filter(({ text }) => text.trim() !== "");
}

/** What a takeaway says to a reader: its inline Markdown without the signs, or all of it where it is no inline text. */
function said(takeaway: string): string {
	const line = shown(takeaway);
	const { children } = parseMarkdown(line);
	return children.length === 1 && children[0]?.type === "paragraph" ? toPlainText(children[0]) : line;
}

const checked = (property: fc.IProperty<[NotesExport]>) => fc.assert(property, { numRuns: NUM_RUNS });

describe("whatever the titles, notes and takeaways are", { timeout: 120_000 * Math.max(1, NUM_RUNS / 60) }, () => {
	test("the headings of conferences, tracks and talks are these and no others, word for word", () => {
		checked(
			fc.property(anyExport, (input) => {
				expect(readBack(notesToMarkdown(input)).headings).toEqual(expectedHeadings(input));
			}),
		);
	});

	test("every talk's takeaways are read back, in order, from the end of its section", () => {
		checked(
			fc.property(anyExport, (input) => {
				const sections = talkSections(readBack(notesToMarkdown(input)).root);
				const expected = inOrderOfFile(input).map((talk) =>
					takeawaysWritten(talk).map(({ text, time }) =>
						time === undefined ? said(text) : `${formatClock(time)} ${said(text)}`,
					),
				);
				const found = sections.map((section, index) => (expected[index]?.length ? takeawaysOf(section) : []));
				expect(found).toEqual(expected);
			}),
		);
	});

	test("the moment of every takeaway is read back, and where the recording can be opened at it", () => {
		checked(
			fc.property(anyExport, (input) => {
				const sections = talkSections(readBack(notesToMarkdown(input)).root);
				for (const [index, talk] of inOrderOfFile(input).entries()) {
					const section = sections[index];
					const stamps = (section && stampsOf(section)) ?? [];
					for (const [position, { time }] of takeawaysWritten(talk).entries()) {
						if (time !== undefined) expect(stamps[position]).toBe(timedRecording(talk.links, time));
					}
				}
			}),
		);
	});

	test("the second line of every section says the title, linked, and the speakers", () => {
		checked(
			fc.property(anyExport, (input) => {
				const lines = talkSections(readBack(notesToMarkdown(input)).root).map(({ blocks }) => {
					const [line] = blocks;
					return line?.type === "paragraph" ? toPlainText(line) : null;
				});
				const list = new Intl.ListFormat("en-GB");
				expect(lines).toEqual(
					inOrderOfFile(input).map(({ title, speakers }) =>
						[shown(title), ...(speakers.length > 0 ? [`by ${list.format(speakers.map(shown))}`] : [])].join(" "),
					),
				);
			}),
		);
	});

	test("the front matter is read by another library as what was written", () => {
		checked(
			fc.property(anyExport, (input) => {
				const { frontMatter } = readBack(notesToMarkdown(input));
				const titles = conferencesOf(input).map(({ title }) => shown(title));
				const changes = conferencesOf(input).flatMap(({ talks }) => talks.flatMap(({ note }) => note?.updatedAt ?? []));
				const latest = Math.max(...changes.map((date) => date.getTime()));
				const date = changes.length > 0 ? `${new Date(latest).toISOString().slice(0, 19)}Z` : "2026-02-01";
				expect(frontMatter).toEqual(
					input.scope === "conference"
						? { title: `Notes on ${titles[0]}`, date, conference: titles[0] }
						: { title: "Conference notes", ...(titles.length > 0 && { date }), conferences: titles },
				);
			}),
		);
	});

	test("the order in which it is given changes nothing", () => {
		checked(
			fc.property(anyExport, (input) => {
				const backwards = (conference: ExportedConference) => ({
					...conference,
					talks: [...conference.talks].reverse(),
				});
				const turned: NotesExport =
					input.scope === "all"
						? { ...input, conferences: [...input.conferences].reverse().map(backwards) }
						: { ...input, conference: backwards(input.conference) };
				expect(notesToMarkdown(turned)).toBe(notesToMarkdown(input));
			}),
		);
	});

	test("a note brings no markup, definition or undefined footnote into the file", () => {
		checked(
			fc.property(anyExport, (input) => {
				const { root } = readBack(notesToMarkdown(input));
				expect(JSON.stringify(root)).not.toMatch(/"type":"(?:html|definition|linkReference|imageReference)"/);
			}),
		);
	});
});

describe("a note alone", { timeout: 120_000 * Math.max(1, NUM_RUNS / 60) }, () => {
	const withNote = (text: string) =>
		notesToMarkdown({
			scope: "conference",
			conference: conferenceWith({ talks: [talkWith({ note: noteWith(text) })] }),
		});

	test("keeps its structure", () => {
		fc.assert(
			fc.property(hostileMarkdown, (text) => {
				const read = parseMarkdown(normalize(text));
				nameFootnotes(read, (n) => `x-${n}`);
				resolveReferences(read);
				sinkHeadings(read, 4);
				unnest(read);
				const [section] = talkSections(readBack(withNote(text)).root);
				const found: Root = { type: "root", children: section?.blocks.slice(1) ?? [] };
				// What is kept as it was typed is as nested as that.
				unnest(found);
				expect(found.children.map(outline).join(" ")).toBe(read.children.map(outline).join(" "));
			}),
			{
				numRuns: NUM_RUNS * 3,
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
				const [section] = talkSections(readBack(withNote(text)).root);
				let written = words({ type: "root", children: section?.blocks.slice(1) ?? [] }).join(" ");
				// Definitions of addresses and footnotes that nothing refers to become words, too. The longest are looked for
				// first, since two that stood in nested emphasis are one word where that is gone.
				const all = words(parseMarkdown(normalize(text)));
				for (const word of all.toSorted((a, b) => b.length - a.length)) {
					expect(written).toContain(word);
					written = written.replace(word, " ");
				}
			}),
			{ numRuns: NUM_RUNS * 3 },
		);
	});
});

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
function words(root: Root): string[] {
	const found: string[] = [];
	visitParents(root, (node) => {
		const text = "value" in node ? node.value : "alt" in node ? (node.alt ?? "") : "";
		found.push(...(text.match(/[\p{L}\p{N}]+/gu) ?? []));
	});
	return found;
}
