import { diffArrays, diffWordsWithSpace } from "diff";
import { formatClock } from "@/lib/time/clock";
import { isSameContent } from "../content";
import type { NoteContent, Takeaway } from "../types";

/** A run of a text: in both, only in the newer, or only in the older one. */
export type Piece = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** Lines that are the same in both texts, or that are not. */
export type Hunk =
	| { readonly kind: "same"; readonly lines: readonly string[] }
	| { readonly kind: "changed"; readonly pieces: readonly Piece[] };

/** A takeaway of either note, with its time before its text. */
type ComparedTakeaway = {
	readonly id: string;
	readonly kind: "same" | "added" | "removed" | "changed";
	/** Whether it stands elsewhere among those that both notes have. */
	readonly isMoved: boolean;
	readonly pieces: readonly Piece[];
};

export type Comparison = {
	readonly isSame: boolean;
	readonly takeaways: readonly ComparedTakeaway[];
	readonly hunks: readonly Hunk[];
};

/** What comparing costs grows with the square of what differs: beyond this it would take seconds. */
const MAX_CHANGED_LINES = 2_000;
const MAX_CHANGED_WORDS = 1_000;
const MAX_WORD_DIFF_LENGTH = 20_000;

/** Less than this in common, and words that happen to be in both would only be in the way. */
const MIN_COMMON_SHARE = 0.3;

/** What became of a note: of its text line by line, and within lines word by word; of each of its takeaways. */
export function compareNotes(older: NoteContent, newer: NoteContent): Comparison {
	return {
		isSame: isSameContent(older, newer),
		takeaways: compareTakeaways(older.takeaways, newer.takeaways),
		hunks: compareTexts(older.text, newer.text),
	};
}

function compareTexts(older: string, newer: string): Hunk[] {
	if (older === newer) return older === "" ? [] : [{ kind: "same", lines: older.split("\n") }];
	const changes = diffArrays(linesOf(older), linesOf(newer), { maxEditLength: MAX_CHANGED_LINES });
	if (!changes) return [{ kind: "changed", pieces: replaced(older, newer) }];
	const hunks: Hunk[] = [];
	let removed: string | null = null;
	let added: string | null = null;
	const end = () => {
		if (removed !== null || added !== null) hunks.push({ kind: "changed", pieces: changedLines(removed, added) });
		removed = null;
		added = null;
	};
	for (const change of changes) {
		if (change.removed) removed = change.value.join("\n");
		else if (change.added) added = change.value.join("\n");
		else {
			end();
			hunks.push({ kind: "same", lines: change.value });
		}
	}
	end();
	return hunks;
}

/** A blank text has no line, not one that is empty. */
function linesOf(text: string): string[] {
	return text === "" ? [] : text.split("\n");
}

function changedLines(removed: string | null, added: string | null): Piece[] {
	if (removed === null) return [{ kind: "added", text: added ?? "" }];
	return added === null ? [{ kind: "removed", text: removed }] : compareWords(removed, added);
}

function compareWords(older: string, newer: string): Piece[] {
	if (older === "" || newer === "" || older.length + newer.length > MAX_WORD_DIFF_LENGTH) return replaced(older, newer);
	const changes = diffWordsWithSpace(older, newer, { maxEditLength: MAX_CHANGED_WORDS });
	if (!changes) return replaced(older, newer);
	const pieces = changes.map(
		({ added, removed, value }): Piece => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }),
	);
	const common = pieces.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.trim().length : 0), 0);
	const isAlike = common >= MIN_COMMON_SHARE * Math.min(older.length, newer.length);
	return isAlike ? pieces : replaced(older, newer);
}

function replaced(older: string, newer: string): Piece[] {
	return [
		{ kind: "removed", text: older },
		{ kind: "added", text: newer },
	];
}

function compareTakeaways(older: readonly Takeaway[], newer: readonly Takeaway[]): ComparedTakeaway[] {
	const olderById = new Map(older.map((takeaway) => [takeaway.id, takeaway]));
	const newerIds = new Set(newer.map(({ id }) => id));
	const changes = diffArrays(
		[...olderById.keys()],
		newer.map(({ id }) => id),
	);
	const lineById = new Map(newer.map((takeaway) => [takeaway.id, formatLine(takeaway)]));
	return changes.flatMap((change) =>
		change.value.flatMap((id): ComparedTakeaway[] => {
			const before = olderById.get(id);
			const after = lineById.get(id);
			// One that was moved stands where it is now.
			if (change.removed && newerIds.has(id)) return [];
			if (before === undefined) return [wholeTakeaway(id, "added", after ?? "")];
			if (after === undefined) return [wholeTakeaway(id, "removed", formatLine(before))];
			const isMoved = change.added;
			if (formatLine(before) === after) return [{ ...wholeTakeaway(id, "same", after), isMoved }];
			return [{ id, kind: "changed", isMoved, pieces: compareWords(formatLine(before), after) }];
		}),
	);
}

function wholeTakeaway(id: string, kind: "same" | "added" | "removed", text: string): ComparedTakeaway {
	return { id, kind, isMoved: false, pieces: [{ kind, text }] };
}

function formatLine({ text, time }: Takeaway): string {
	return time === undefined ? text : `${formatClock(time)} ${text}`;
}
