import { toString as toPlainText } from "mdast-util-to-string";
import { exceedsLimits, MAX_NODES_OF_FILE } from "@/lib/markdown/limits";
import { compileWriteUp } from "../compile/compile";
import { writeFrontMatter } from "../compile/front-matter";
import { normalize } from "../compile/lines";
import { findSummaryBreak } from "../compile/summary-break";
import type { CompiledTalk } from "../compile/types";
import { DEFAULT_OPTIONS, type Flavour, type MarkdownOptions } from "../options";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { type Body, parseBody, toPartable } from "./body";
import { type ParsedFields, parseFrontMatterFields } from "./read-fields";
import { parseSections } from "./read-sections";
import { splitFrontMatter } from "./split-front-matter";
import { findSingleTextLevel, highestLevel } from "./structure";
import type { FindTalk, FindTalkId, ParsedPost, UnknownTalk } from "./types";

/** How a post may be taken. */
type Reading = {
	readonly level: number;
	/** Whether the first heading is the post's title. */
	readonly isTitled: boolean;
	/** Whether lists of talks at the ends of sections are talks of which nothing is written. */
	readonly hasLists: boolean;
	/** Whether all of it is one text. */
	readonly isOneText: boolean;
};

/**
 * A post in Markdown as a write-up, and how it is written: front matter in YAML or TOML, headings as sections and, one
 * level below, as talks, which are found by the first of their addresses that is linked there. What `compileWriteUp` wrote
 * is read so that it is written the same. Whatever the post holds, there is a write-up, and `problems` say what is not in it
 * as it should be.
 */
export function parsePost(markdown: string, findTalkId: FindTalkId, talkOf: FindTalk): ParsedPost {
	const post = normalize(markdown);
	const split = splitFrontMatter(post);
	const front = parseFrontMatterFields(split.frontMatter);
	const source = normalize(split.body);
	const problems = front.problem === null ? [] : [front.problem];
	if (exceedsLimits(source, MAX_NODES_OF_FILE)) {
		const content = { ...EMPTY_CONTENT, ...front.fields, intro: source };
		const problem = "The post nests lists or quotations too deeply to be read: all of it is in the introduction.";
		return { content, options: DEFAULT_OPTIONS, unknown: [], problems: [...problems, problem] };
	}
	const isSame = ({ content, options }: ParsedPost) => {
		const ids = content.sections.flatMap(({ items }) => items.flatMap(({ talkId }) => talkId ?? []));
		const talks = new Map(
			ids.flatMap((id): [number, CompiledTalk][] => {
				const talk = talkOf(id);
				return talk ? [[id, talk]] : [];
			}),
		);
		return compileWriteUp(content, talks, options) === `${post}\n`;
	};
	const readerOf = (body: Body) => (reading: Reading) => {
		return { ...withReading(reading, body, front, split.frontMatter, findTalkId, talkOf), problems };
	};
	const body = parseBody(source);
	const read = readerOf(body);
	const [first, ...others] = readings(body, front);
	const preferred = read(first);
	if (isSame(preferred)) return preferred;
	const partable = toPartable(source);
	if (partable !== source) {
		const other = parseBody(partable);
		return readerOf(other)(readings(other, front)[0]);
	}
	// Of a post that was written here, one text could always be made: there is a better way to take it, or that one.
	const oneText = read({ ...first, level: findSingleTextLevel(body), isTitled: false, isOneText: true });
	if (!isSame(oneText)) return preferred;
	for (const reading of others) {
		const other = read(reading);
		if (isSame(other)) return other;
	}
	return oneText;
}

/** The ways to take a post, the likeliest first. */
function readings(body: Body, front: ParsedFields): [Reading, ...Reading[]] {
	const heading = body.blocks[0];
	const mayBeTitled =
		!front.hasTitle && heading?.type === "heading" && heading.depth === 1 && heading.children.length > 0;
	const levels = (from: number) => [...new Set([highestLevel(body, from), 2, 1, 3, 4, 5])];
	const all = (mayBeTitled ? [true, false] : [false]).flatMap((isTitled) =>
		levels(isTitled ? 1 : 0).flatMap((level) =>
			[true, false].map((hasLists) => ({ level, isTitled, hasLists, isOneText: false })),
		),
	);
	return all as [Reading, ...Reading[]];
}

function withReading(
	reading: Reading,
	body: Body,
	front: ParsedFields,
	frontMatter: { readonly text: string } | null,
	findTalkId: FindTalkId,
	talkOf: FindTalk,
): { content: WriteUpContent; options: MarkdownOptions; unknown: UnknownTalk[] } {
	const { isTitled, level } = reading;
	const heading = isTitled ? body.blocks[0] : undefined;
	const title = heading ? toPlainText(heading).trim() : front.fields.title;
	const sections = parseSections(body, reading, { findTalkId, talkOf });
	const summary = readIntro(sections.intro);
	const content = { ...front.fields, title, ...sections.content, intro: summary.intro };
	const flavour = frontMatter ? flavourOf(content, front, summary.sign, frontMatter.text) : null;
	return {
		content: { ...content, frontMatter: flavour?.rest ?? content.frontMatter },
		options: {
			...sections.options,
			flavour: flavour?.flavour ?? "plain",
			headingLevel: level as MarkdownOptions["headingLevel"],
			summaryBreak: summary.hasBreak,
		},
		unknown: sections.unknown,
	};
}

/** The intro without the break that would be written below it anyway. */
function readIntro(intro: string): { intro: string; hasBreak: boolean; sign: string | null } {
	const sign = findSummaryBreak(intro);
	if (sign === null) return { intro, hasBreak: intro === "", sign };
	const above = intro.endsWith(`\n\n${sign}`) ? normalize(intro.slice(0, -sign.length)) : "";
	const isPlain = sign === "<!--more-->" && above !== "" && findSummaryBreak(above) === null;
	return { intro: isPlain ? above : intro, hasBreak: true, sign };
}

/** The flavour that front matter is of, and its further fields without those that the flavour writes. */
function flavourOf(
	content: WriteUpContent,
	front: ParsedFields,
	sign: string | null,
	text: string,
): { flavour: Flavour; rest: string } {
	const jekyll = [
		"layout",
		...(sign !== null && front.valueOf("excerpt_separator") === sign ? ["excerpt_separator"] : []),
	];
	const possible: { flavour: Flavour; rest: string }[] = [];
	if (front.valueOf("layout") === "post") possible.push({ flavour: "jekyll", rest: front.without(jekyll) });
	if (content.date !== "" && front.valueOf("pubDate") === content.date) {
		possible.push({ flavour: "astro", rest: front.without(["pubDate"]) });
	}
	possible.push({ flavour: "hugo", rest: front.without([]) });
	const isSame = ({ flavour, rest }: { flavour: Flavour; rest: string }) =>
		writeFrontMatter({ ...content, frontMatter: rest }, flavour, sign) === `---\n${text}---\n`;
	return possible.find(isSame) ?? possible[0] ?? { flavour: "hugo", rest: front.without([]) };
}
