import { normalizeForSearch, SPELLED_OUT } from "./normalize";

/** A folded text, and where in the text each of its characters (UTF-16 units) came from. */
export type NormalizedText = {
	/** What `fold` makes of the text. */
	readonly normalized: string;
	/** Index in the text of the character that each one of `folded` was made of. */
	readonly offsets: readonly number[];
};

/** Folds a text as `fold` does, and remembers where everything stood: folding changes lengths. */
export function normalizeWithOffsets(text: string): NormalizedText {
	const units: string[] = [];
	const unitOffsets: number[] = [];
	let at = 0;
	for (const character of text) {
		for (const unit of character
			.normalize("NFKD")
			.replace(/\p{M}+/gu, "")
			.split("")) {
			units.push(unit);
			unitOffsets.push(at);
		}
		at += character.length;
	}
	// At once, since a letter's lower case may depend on its neighbours; none is longer or shorter than the letter.
	const lower = units.join("").toLowerCase();
	let normalized = "";
	const offsets: number[] = [];
	const push = (letters: string, offset: number) => {
		normalized += letters;
		for (let count = letters.length; count > 0; count--) offsets.push(offset);
	};
	for (let index = 0; index < lower.length; index++) {
		const letter = lower.charAt(index);
		const offset = unitOffsets[index] ?? 0;
		if (!/\s/.test(letter)) push(SPELLED_OUT[letter] ?? letter, offset);
		else if (normalized !== "" && !normalized.endsWith(" ")) push(" ", offset);
	}
	return normalized.endsWith(" ")
		? { normalized: normalized.slice(0, -1), offsets: offsets.slice(0, -1) }
		: { normalized, offsets };
}

/** A part of a text, from an index up to another. */
export type Range = readonly [from: number, to: number];

/**
 * Where any of the folded words stands in the text, in order; those that touch are one. Letters are taken whole, with the
 * accents that belong to them.
 */
export function findWords(text: string, words: readonly string[]): Range[] {
	return mergeRanges(findOccurrences(text, words));
}

/** The first place in the text at which one of the folded words stands, that one word alone; null where none does. */
export function findFirstWord(text: string, words: readonly string[]): Range | null {
	return findOccurrences(text, words).toSorted(compareRanges)[0] ?? null;
}

function findOccurrences(text: string, words: readonly string[]): Range[] {
	const { normalized, offsets } = normalizeWithOffsets(text);
	const found: Range[] = [];
	for (const word of words) {
		if (word === "") continue;
		for (let index = normalized.indexOf(word); index >= 0; index = normalized.indexOf(word, index + 1)) {
			const last = offsets[index + word.length - 1] ?? 0;
			found.push([offsets[index] ?? 0, findLetterEnd(text, last)]);
		}
	}
	return found;
}

const compareRanges = (a: Range, b: Range) => a[0] - b[0] || a[1] - b[1];

/** Whether any of the folded words is in the text. */
export function hasAnyWord(text: string, words: readonly string[]): boolean {
	const normalized = normalizeForSearch(text);
	return words.some((word) => word !== "" && normalized.includes(word));
}

const MARKS = /\p{M}*/uy;

function findLetterEnd(text: string, start: number): number {
	const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
	MARKS.lastIndex = start + length;
	return start + length + (MARKS.exec(text)?.[0].length ?? 0);
}

function mergeRanges(ranges: readonly Range[]): Range[] {
	const result: [number, number][] = [];
	for (const [from, to] of ranges.toSorted(compareRanges)) {
		const latest = result.at(-1);
		if (latest && from <= latest[1]) latest[1] = Math.max(latest[1], to);
		else result.push([from, to]);
	}
	return result;
}
