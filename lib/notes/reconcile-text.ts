import { contains, findSuperset } from "./contains";
import { findDifferences, findHunks, type Hunk } from "./hunks";
import { joinParagraphs, type Paragraph } from "./paragraphs";

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
