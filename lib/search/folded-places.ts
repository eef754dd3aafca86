import { fold, SPELLED_OUT } from "./fold";

/** A folded text, and where in the text each of its characters (UTF-16 units) came from. */
export type FoldedPlaces = {
	/** What `fold` makes of the text. */
	readonly folded: string;
	/** Index in the text of the character that each one of `folded` was made of. */
	readonly places: readonly number[];
};

/** Folds a text as `fold` does, and remembers where everything stood: folding changes lengths. */
export function foldWithPlaces(text: string): FoldedPlaces {
	const units: string[] = [];
	const unitPlaces: number[] = [];
	let at = 0;
	for (const character of text) {
		for (const unit of character
			.normalize("NFKD")
			.replace(/\p{M}+/gu, "")
			.split("")) {
			units.push(unit);
			unitPlaces.push(at);
		}
		at += character.length;
	}
	// At once, since a letter's lower case may depend on its neighbours; none is longer or shorter than the letter.
	const lower = units.join("").toLowerCase();
	let folded = "";
	const places: number[] = [];
	const push = (letters: string, place: number) => {
		folded += letters;
		for (let count = letters.length; count > 0; count--) places.push(place);
	};
	for (let index = 0; index < lower.length; index++) {
		const letter = lower.charAt(index);
		const place = unitPlaces[index] ?? 0;
		if (!/\s/.test(letter)) push(SPELLED_OUT[letter] ?? letter, place);
		else if (folded !== "" && !folded.endsWith(" ")) push(" ", place);
	}
	return folded.endsWith(" ") ? { folded: folded.slice(0, -1), places: places.slice(0, -1) } : { folded, places };
}

/** A part of a text, from an index up to another. */
export type Range = readonly [from: number, to: number];

/**
 * Where any of the folded words stands in the text, in order; those that touch are one. Letters are taken whole, with the
 * accents that belong to them.
 */
export function findWords(text: string, words: readonly string[]): Range[] {
	return joined(occurrences(text, words));
}

/** The first place in the text at which one of the folded words stands, that one word alone; null where none does. */
export function findFirstWord(text: string, words: readonly string[]): Range | null {
	return occurrences(text, words).toSorted(inOrder)[0] ?? null;
}

function occurrences(text: string, words: readonly string[]): Range[] {
	const { folded, places } = foldWithPlaces(text);
	const found: Range[] = [];
	for (const word of words) {
		if (word === "") continue;
		for (let index = folded.indexOf(word); index >= 0; index = folded.indexOf(word, index + 1)) {
			const last = places[index + word.length - 1] ?? 0;
			found.push([places[index] ?? 0, endOfLetter(text, last)]);
		}
	}
	return found;
}

const inOrder = (a: Range, b: Range) => a[0] - b[0] || a[1] - b[1];

/** Whether any of the folded words is in the text. */
export function hasAnyWord(text: string, words: readonly string[]): boolean {
	const folded = fold(text);
	return words.some((word) => word !== "" && folded.includes(word));
}

const MARKS = /\p{M}*/uy;

function endOfLetter(text: string, start: number): number {
	const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
	MARKS.lastIndex = start + length;
	return start + length + (MARKS.exec(text)?.[0].length ?? 0);
}

function joined(ranges: readonly Range[]): Range[] {
	const result: [number, number][] = [];
	for (const [from, to] of ranges.toSorted(inOrder)) {
		const latest = result.at(-1);
		if (latest && from <= latest[1]) latest[1] = Math.max(latest[1], to);
		else result.push([from, to]);
	}
	return result;
}
