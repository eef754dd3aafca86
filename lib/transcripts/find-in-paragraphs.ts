import { findWords, type Range } from "@/lib/text/find-words";
import { normalizeForSearch } from "@/lib/text/normalize";
import type { Paragraph } from "./paragraphs";

/** Where a query was found in one paragraph's text, and how many places there are before those. */
export type ParagraphMatches = { readonly before: number; readonly ranges: readonly Range[] };

/** What was found, by place of the paragraph. */
export type Matches = { readonly count: number; readonly byParagraph: ReadonlyMap<number, ParagraphMatches> };

/** Finds a query, all of it as one, whatever its case and accents; paragraphs are given with their folded texts. */
export function findInParagraphs(
	paragraphs: readonly Pick<Paragraph, "text">[],
	normalizedTexts: readonly string[],
	query: string,
): Matches {
	const wanted = normalizeForSearch(query);
	const byParagraph = new Map<number, ParagraphMatches>();
	let count = 0;
	if (wanted === "") return { count, byParagraph };
	for (const [index, { text }] of paragraphs.entries()) {
		if (!normalizedTexts[index]?.includes(wanted)) continue;
		const ranges = findWords(text, [wanted]);
		byParagraph.set(index, { before: count, ranges });
		count += ranges.length;
	}
	return { count, byParagraph };
}

/** A part of a cue's text; `match` is the number of the place found, where it is one. */
export type CuePart = { readonly text: string; readonly match: number | null };

/** A cue's text in parts; the cue begins at `place` in its paragraph's text. */
export function splitCue(text: string, offset: number, { before, ranges }: ParagraphMatches): CuePart[] {
	const parts: CuePart[] = [];
	let at = 0;
	for (const [index, range] of ranges.entries()) {
		const [from, to] = range.map((each) => Math.min(Math.max(each - offset, 0), text.length)) as [number, number];
		if (from >= to) continue;
		if (from > at) parts.push({ text: text.slice(at, from), match: null });
		parts.push({ text: text.slice(from, to), match: before + index });
		at = to;
	}
	if (at < text.length) parts.push({ text: text.slice(at), match: null });
	return parts;
}
