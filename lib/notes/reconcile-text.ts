import { diffArrays } from "diff";
import { contains, findSuperset } from "./contains";
import { joinParagraphs, type Paragraph } from "./paragraphs";
import { findSplice } from "./splice";

/** A stretch of two texts that were made of one, in order. */
export type TextPiece =
	| { readonly kind: "settled"; readonly merged: readonly Paragraph[]; readonly theirs: readonly Paragraph[] }
	/** Both changed the same paragraphs, and each in its way. */
	| {
			readonly kind: "conflict";
			readonly base: readonly Paragraph[];
			readonly mine: readonly Paragraph[];
			readonly theirs: readonly Paragraph[];
	  };

type All = readonly Paragraph[];
type Versions = { readonly base: All; readonly mine: All; readonly theirs: All };

/** Merges two lists of paragraphs that were made of one. Paragraphs that stand beside each other are not the same ones. */
export function reconcileParagraphs(base: All, mine: All, theirs: All): TextPiece[] {
	const sides = { mine: sideOf(base, mine), theirs: sideOf(base, theirs) };
	const pieces: TextPiece[] = [];
	let at = 0;
	for (const { start, end, ofMine, ofTheirs } of regionsOf(sides.mine.hunks, sides.theirs.hunks)) {
		pieces.push(unchanged(base, sides, at, start));
		const versions = {
			base: base.slice(start, end),
			mine: sides.mine.version(start, end, ofMine),
			theirs: sides.theirs.version(start, end, ofTheirs),
		};
		if (ofMine.length > 0 && ofTheirs.length > 0) pieces.push(bothChanged(versions));
		else pieces.push({ kind: "settled", merged: oneChanged(versions, ofMine.length > 0), theirs: versions.theirs });
		at = end;
	}
	pieces.push(unchanged(base, sides, at, base.length));
	return pieces;
}

type Side = {
	readonly hunks: readonly Hunk[];
	/** A paragraph of the base as this side has it; the base's where it does not. */
	readonly aligned: readonly Paragraph[];
	/** What this side has from `start` to `end` of the base, where `hunks` are its changes there. */
	readonly version: (start: number, end: number, hunks: readonly Hunk[]) => Paragraph[];
};

function sideOf(base: All, side: All): Side {
	const hunks = findHunks(base, side);
	const aligned = [...base];
	let at = 0;
	let position = 0;
	const alignTo = (end: number) => {
		for (; at < end; at++) aligned[at] = side[position++] ?? (base[at] as Paragraph);
	};
	for (const hunk of hunks) {
		alignTo(hunk.start);
		at = hunk.end;
		position += hunk.paragraphs.length;
	}
	alignTo(base.length);
	return {
		hunks,
		aligned,
		version(start, end, ofRegion) {
			const found: Paragraph[] = [];
			let from = start;
			for (const hunk of ofRegion) {
				found.push(...aligned.slice(from, hunk.start), ...hunk.paragraphs);
				from = hunk.end;
			}
			return [...found, ...aligned.slice(from, end)];
		},
	};
}

function unchanged(base: All, sides: { mine: Side; theirs: Side }, start: number, end: number): TextPiece {
	const theirs = sides.theirs.aligned.slice(start, end);
	const mine = sides.mine.aligned.slice(start, end);
	return { kind: "settled", merged: withGaps(mine, { base: base.slice(start, end), mine, theirs }), theirs };
}

function oneChanged(versions: Versions, isMine: boolean): All {
	const changed = isMine ? versions.mine : versions.theirs;
	return changed.length === versions.base.length ? withGaps(changed, versions) : changed;
}

/** The paragraphs with blank lines before them as one of both changed those. */
function withGaps(all: All, { base, mine, theirs }: Versions): All {
	return all.map((paragraph, index) => {
		const { gap, isFirst } = (mine[index]?.gap === base[index]?.gap ? theirs[index] : mine[index]) ?? paragraph;
		return { ...paragraph, gap, isFirst };
	});
}

type Region = {
	start: number;
	end: number;
	readonly ofMine: Hunk[];
	readonly ofTheirs: Hunk[];
};

/** The changes of both sides in order; those which are about the same paragraphs, or add at the same place, together. */
function regionsOf(mine: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
	const tagged = [
		...mine.map((hunk) => ({ hunk, isMine: true })),
		...theirs.map((hunk) => ({ hunk, isMine: false })),
	].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end);
	const regions: Region[] = [];
	for (const { hunk, isMine } of tagged) {
		let region = regions.at(-1);
		if (!region || !isAbout(region, hunk)) {
			region = { start: hunk.start, end: hunk.end, ofMine: [], ofTheirs: [] };
			regions.push(region);
		}
		region.end = Math.max(region.end, hunk.end);
		(isMine ? region.ofMine : region.ofTheirs).push(hunk);
	}
	return regions;
}

function isAbout({ start, end }: Region, hunk: Hunk): boolean {
	return hunk.start < end || (start === end && hunk.start === hunk.end && hunk.start === start);
}

function bothChanged({ base, mine, theirs }: Versions): TextPiece {
	const [before, ours, others] = [base, mine, theirs].map((all) => joinParagraphs(all)) as [string, string, string];
	if (hasSameBodies(mine, theirs)) return { kind: "settled", merged: mine, theirs };
	if (base.length === 0) return { kind: "settled", merged: bothAdded(theirs, mine), theirs };
	const full = findSuperset(before, ours, others);
	if (full) return { kind: "settled", merged: full === "mine" ? mine : theirs, theirs };
	return { kind: "conflict", base, mine, theirs };
}

function hasSameBodies(a: All, b: All): boolean {
	return a.length === b.length && a.every(({ body }, index) => body === b[index]?.body);
}

/** What both added at one place: what both say once, else the first side's before the second's. */
function bothAdded(first: All, second: All): Paragraph[] {
	const merged: Paragraph[] = [];
	let at = 0;
	for (const { start, end, from, to } of findDifferences(first, second)) {
		const [ofFirst, ofSecond] = [first.slice(start, end), second.slice(from, to)];
		merged.push(...first.slice(at, start), ...notIn(ofFirst, ofSecond), ...notIn(ofSecond, ofFirst));
		at = end;
	}
	return [...merged, ...first.slice(at)];
}

function notIn(all: All, others: All): Paragraph[] {
	return all.filter(({ body }) => !others.some((other) => other.body !== body && contains(other.body, body)));
}

/** A change of a text: instead of the paragraphs of the base from `start` to before `end`, it has these. */
type Hunk = { readonly start: number; readonly end: number; readonly paragraphs: readonly Paragraph[] };

/** Below this, two paragraphs have too little in common for one to be the other one, edited. */
const MIN_SIMILARITY = 0.4;
/** Shorter than this, what one begins with is in the other by chance. */
const MIN_SHARED_LENGTH = 3;
/** More pairs than this are not compared: such a stretch was rewritten as a whole. */
const MAX_PAIRS = 2_500;
const MAX_EDITS = 1_000;

/** How one text differs from the other, as small as paragraphs go, in order. */
function findHunks(base: readonly Paragraph[], side: readonly Paragraph[]): Hunk[] {
	return findDifferences(base, side).flatMap(({ start, end, from, to }) => {
		const paragraphs = side.slice(from, to);
		return splitHunk(base.slice(start, end), paragraphs).map((hunk) => ({
			start: start + hunk.start,
			end: start + hunk.end,
			paragraphs: hunk.paragraphs,
		}));
	});
}

type Difference = {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
};

/** Where two lists of paragraphs differ: `start` to `end` of the first are `from` to `to` in the second. */
function findDifferences(first: readonly Paragraph[], second: readonly Paragraph[]): Difference[] {
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
