import { findWords, type Range } from "@/lib/text/find-words";
import { normalizeForSearch } from "@/lib/text/normalize";
import type { Cue } from "./types";

/** Cues that read as one, in order; never none. */
export type Paragraph = {
	/** Place of its first cue among all. */
	readonly first: number;
	readonly cues: readonly Cue[];
	/** All it says. */
	readonly text: string;
	/** Where each cue begins in the text. */
	readonly offsets: readonly number[];
};

/** Silence between paragraphs, in seconds. */
const MIN_PAUSE_SECONDS = 2.5;

/** From how many characters on a paragraph ends with its sentence, and from how many with its cue. */
const LONG_LENGTH = 320;
const MAX_LENGTH = 800;

/** What was said in paragraphs: another speaker, a pause, or the end of a sentence after some of them begins a new one. */
export function groupIntoParagraphs(cues: readonly Cue[]): Paragraph[] {
	const groups: Cue[][] = [];
	let length = 0;
	for (const cue of cues) {
		const group = groups.at(-1);
		const latest = group?.at(-1);
		if (!group || !latest || isBreak(latest, cue, length)) {
			groups.push([cue]);
			length = cue.text.length;
		} else {
			group.push(cue);
			length += cue.text.length + 1;
		}
	}
	let first = 0;
	return groups.map((group) => {
		const paragraph = { first, cues: group, ...joinCues(group) };
		first += group.length;
		return paragraph;
	});
}

function isBreak(before: Cue, cue: Cue, length: number): boolean {
	if (before.speaker !== cue.speaker || cue.start - before.end >= MIN_PAUSE_SECONDS || length >= MAX_LENGTH)
		return true;
	return length >= LONG_LENGTH && /[.!?…。！？]["'”’»)\]]*$/u.test(before.text);
}

function joinCues(cues: readonly Cue[]): { readonly text: string; readonly offsets: readonly number[] } {
	const offsets: number[] = [];
	let text = "";
	for (const cue of cues) {
		if (text !== "") text += " ";
		offsets.push(text.length);
		text += cue.text;
	}
	return { text, offsets };
}

/** The place among cues, in order of time, of the one that was said last at a moment; -1 before the first. */
export function findCueIndex(cues: readonly Pick<Cue, "start">[], seconds: number): number {
	let [from, to] = [0, cues.length];
	while (from < to) {
		const middle = Math.floor((from + to) / 2);
		if ((cues[middle]?.start ?? 0) <= seconds) from = middle + 1;
		else to = middle;
	}
	return from - 1;
}

/** Where a query was found in one paragraph's text, and how many places there are before those. */
export type ParagraphMatches = { readonly before: number; readonly ranges: readonly Range[] };

/** What was found, by place of the paragraph. */
type Matches = { readonly count: number; readonly byParagraph: ReadonlyMap<number, ParagraphMatches> };

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
type CuePart = { readonly text: string; readonly match: number | null };

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

/** More is no takeaway. */
const MAX_QUOTATION_LENGTH = 2000;

/** A passage as a takeaway quotes it: on one line, between quotation marks, at most 2,000 characters of it in all. */
export function formatQuotation(passage: string): { readonly text: string; readonly isCut: boolean } {
	const line = passage.replace(/\s+/g, " ").trim();
	const isCut = line.length > MAX_QUOTATION_LENGTH - 2;
	// Not within a character, and not within a word where there are any.
	const beginning = line.slice(0, MAX_QUOTATION_LENGTH - 3).replace(/[\ud800-\udbff]$/, "");
	const shortened = isCut ? `${beginning.replace(/\s+\S{0,40}$/, "")}…` : line;
	return { text: `“${shortened}”`, isCut };
}
