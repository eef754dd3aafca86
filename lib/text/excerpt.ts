import { findFirstWord, findWords, hasAnyWord } from "./find-words";

/** A part of a text; a match is a word that was looked for. */
export type TextPart = { readonly text: string; readonly isMatch: boolean };

/** A piece of a text around what was found in it. */
export type Excerpt = {
	/** In order; joined, they stand in the text as they are. */
	readonly parts: readonly TextPart[];
	/** Whether the text goes on before it, and after it. */
	readonly isCutBefore: boolean;
	readonly isCutAfter: boolean;
};

/** How much an excerpt shows before its first match, and in all, in characters. */
const CONTEXT_LENGTH = 80;
const EXCERPT_LENGTH = 280;

/** What is folded at once to find the first match. */
const CHUNK_LENGTH = 2_000;

/** The whole text, in which the folded words are told apart. */
export function highlightWords(text: string, words: readonly string[]): TextPart[] {
	const parts: TextPart[] = [];
	let at = 0;
	for (const [from, to] of findWords(text, words)) {
		if (from > at) parts.push({ text: text.slice(at, from), isMatch: false });
		parts.push({ text: text.slice(from, to), isMatch: true });
		at = to;
	}
	if (at < text.length) parts.push({ text: text.slice(at), isMatch: false });
	return parts;
}

/**
 * A piece of the text around the first of the folded words, cut between words where it can be; null where none of them is
 * in it. It is about 280 characters long, and longer only where a single word is.
 */
export function createExcerpt(text: string, words: readonly string[]): Excerpt | null {
	const match = findFirstMatch(text, words);
	if (!match) return null;
	const start = findExcerptStart(text, match.from);
	const end = findExcerptEnd(text, match.to, Math.max(match.to, start + EXCERPT_LENGTH));
	return {
		parts: highlightWords(text.slice(start, end), words),
		isCutBefore: text.slice(0, start).trim() !== "",
		isCutAfter: text.slice(end).trim() !== "",
	};
}

/** The beginning of a text, about as long as an excerpt. */
export function cutBeginning(text: string): { readonly text: string; readonly isCut: boolean } {
	const end = findExcerptEnd(text, 0, EXCERPT_LENGTH);
	return { text: text.slice(0, end).trim(), isCut: text.slice(end).trim() !== "" };
}

/** No word goes across white space, so that a long text need not be folded as a whole. */
function findFirstMatch(text: string, words: readonly string[]): { from: number; to: number } | null {
	for (let start = 0; start < text.length; ) {
		const end = findChunkEnd(text, start);
		const chunk = text.slice(start, end);
		const first = hasAnyWord(chunk, words) ? findFirstWord(chunk, words) : null;
		if (first) return { from: start + first[0], to: start + first[1] };
		start = end;
	}
	return null;
}

function findChunkEnd(text: string, start: number): number {
	const next = text.slice(start + CHUNK_LENGTH).search(/\s/);
	return next < 0 ? text.length : start + CHUNK_LENGTH + next;
}

function findExcerptStart(text: string, match: number): number {
	const earliest = Math.max(0, match - CONTEXT_LENGTH);
	if (earliest === 0) return 0;
	const space = text.slice(earliest, match).search(/\s/);
	return space >= 0 ? earliest + space + 1 : findLetterStart(text, earliest, match);
}

function findExcerptEnd(text: string, match: number, latest: number): number {
	if (latest >= text.length) return text.length;
	const after = text.slice(match, latest + 1);
	const space = after.search(/\s\S*$/);
	return space >= 0 ? match + space : findLetterStart(text, latest, text.length);
}

/** The next place, up to `limit`, at which no letter is cut from its second half or its accents. */
function findLetterStart(text: string, from: number, limit: number): number {
	let at = from;
	while (at < limit && /^[\p{M}\u{dc00}-\u{dfff}\u200d]/u.test(text.slice(at, at + 1))) at++;
	return at;
}
