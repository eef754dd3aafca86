import { diffArrays } from "diff";
import type { Paragraph } from "./paragraphs";
import { findSplice } from "./splice";

/** A change of a text: instead of the paragraphs of the base from `start` to before `end`, it has these. */
export type Hunk = { readonly start: number; readonly end: number; readonly paragraphs: readonly Paragraph[] };

/** Below this, two paragraphs have too little in common for one to be the other one, edited. */
const MIN_SIMILARITY = 0.4;
/** Shorter than this, what one begins with is in the other by chance. */
const MIN_SHARED_LENGTH = 3;
/** More pairs than this are not compared: such a stretch was rewritten as a whole. */
const MAX_PAIRS = 2_500;
const MAX_EDITS = 1_000;

/** How one text differs from the other, as small as paragraphs go, in order. */
export function findHunks(base: readonly Paragraph[], side: readonly Paragraph[]): Hunk[] {
	return findDifferences(base, side).flatMap(({ start, end, from, to }) => {
		const paragraphs = side.slice(from, to);
		return splitHunk(base.slice(start, end), paragraphs).map((hunk) => ({
			start: start + hunk.start,
			end: start + hunk.end,
			paragraphs: hunk.paragraphs,
		}));
	});
}

export type Difference = {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
};

/** Where two lists of paragraphs differ: `start` to `end` of the first are `from` to `to` in the second. */
export function findDifferences(first: readonly Paragraph[], second: readonly Paragraph[]): Difference[] {
	const { at, removed, inserted } = findSplice(first, second, (a, b) => a.body === b.body);
	const changed = first.slice(at, at + removed);
	const found: Difference[] = [];
	let [start, from] = [at, at];
	// Of lists that have little in common, nothing is looked for: they differ as a whole.
	const changes = diffArrays(changed.map(bodyOf), inserted.map(bodyOf), { maxEditLength: MAX_EDITS });
	if (!changes) return [{ start, end: start + removed, from, to: from + inserted.length }];
	for (const { added, removed, count } of changes) {
		const [end, to] = [added ? start : start + count, removed ? from : from + count];
		if (added || removed) {
			const last = found.at(-1);
			if (last?.end === start && last.to === from) found[found.length - 1] = { ...last, end, to };
			else found.push({ start, end, from, to });
		}
		[start, from] = [end, to];
	}
	return found;
}

function bodyOf({ body }: Paragraph): string {
	return body;
}

/** Tells apart which of the paragraphs were edited, which removed and which added. */
function splitHunk(before: readonly Paragraph[], after: readonly Paragraph[]): Hunk[] {
	const hunks: Hunk[] = [];
	let start = 0;
	let from = 0;
	const add = (end: number, to: number) => {
		if (end > start || to > from) hunks.push({ start, end, paragraphs: after.slice(from, to) });
		start = end;
		from = to;
	};
	for (const [index, afterIndex] of editedPairs(before, after)) {
		add(index, afterIndex);
		add(index + 1, afterIndex + 1);
	}
	add(before.length, after.length);
	return hunks;
}

/** The pairs of paragraphs, in order, that are most alike in all. */
function editedPairs(before: readonly Paragraph[], after: readonly Paragraph[]): [number, number][] {
	if (before.length * after.length > MAX_PAIRS) return [];
	const width = after.length + 1;
	/** The most likeness of what comes from both indices on. */
	const best = new Float64Array((before.length + 1) * width);
	const similarities = before.map(({ body }) => after.map((other) => similarity(body, other.body)));
	const paired = (i: number, j: number) => (similarities[i]?.[j] ?? 0) + (best[(i + 1) * width + j + 1] ?? 0);
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			const skipped = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
			best[i * width + j] = Math.max(skipped, paired(i, j));
		}
	}
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < before.length && j < after.length; ) {
		const isPair = (similarities[i]?.[j] ?? 0) > 0 && best[i * width + j] === paired(i, j);
		if (isPair) pairs.push([i++, j++]);
		else if (best[i * width + j] === best[(i + 1) * width + j]) i++;
		else j++;
	}
	return pairs;
}

/** How much of two texts is the same at their beginnings and ends, from 0 to 1; 0 where that is little and neither was only added to. */
function similarity(a: string, b: string): number {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start++;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
	const share = (start + end) / Math.max(a.length, b.length);
	const isAddedTo = start + end === shorter && shorter >= MIN_SHARED_LENGTH;
	return isAddedTo || share >= MIN_SIMILARITY ? share : 0;
}
