import { isDeepStrictEqual } from "node:util";
import type { RecordedChange, Step, TalkChangeKind, TalkFieldChanges } from "./types";

/**
 * Two changes of one talk, the later of which is told with the earlier: each field from what it was first to what it is
 * last, without those that are back where they were. Null where nothing is left to tell.
 */
export function mergeChanges(first: RecordedChange, last: RecordedChange): RecordedChange | null {
	const kind = mergeKinds(first.kind, last.kind);
	if (kind === null) return null;
	// Of a talk that is new, all is.
	const fields = kind === "ADDED" ? {} : mergeFields(first.fields, last.fields);
	return kind === "CHANGED" && Object.keys(fields).length === 0 ? null : { kind, fields };
}

function mergeKinds(first: TalkChangeKind, last: TalkChangeKind): TalkChangeKind | null {
	if (last === "CHANGED") return first;
	if (first === "CHANGED" || first === last) return last;
	// New and withdrawn at once is nothing that anybody saw; withdrawn and back may still have changed.
	return first === "ADDED" ? null : "CHANGED";
}

function mergeFields(first: TalkFieldChanges, last: TalkFieldChanges): TalkFieldChanges {
	const merged = new Map<string, unknown>(Object.entries(first));
	for (const [field, change] of Object.entries(last)) {
		const before = merged.get(field);
		if (!isStep(before) || !isStep(change)) merged.set(field, change);
		else if (isDeepStrictEqual(before.from, change.to)) merged.delete(field);
		else merged.set(field, { from: before.from, to: change.to });
	}
	return Object.fromEntries(merged);
}

const isStep = (change: unknown): change is Step<unknown> => typeof change === "object" && change !== null;
