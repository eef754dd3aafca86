import { z } from "zod";
import type { RecordedChange, TalkChangeKind } from "./types";

/**
 * How often a change moved what somebody who comes to a talk has to know: its time, room, title, and whether it takes
 * place. Once or not at all.
 */
export function countRevisions({ kind, fields }: RecordedChange): number {
	if (kind === "ADDED") return 0;
	if (kind === "WITHDRAWN" || kind === "RETURNED") return 1;
	const { day, start, duration, room, title, isCancelled } = fields;
	return day || start || duration || room || title || isCancelled ? 1 : 0;
}

const countedSchema = z.object({ revisions: z.int().nonnegative() });

/**
 * The same of a kept change, by its column `fields`: edits of one sitting are told as one change, or as none where all is
 * as it was, and the column then counts them.
 */
export function readRevisions(change: { kind: TalkChangeKind; fields: unknown }, visible: RecordedChange): number {
	const parsed = countedSchema.safeParse(change.fields);
	return parsed.success ? parsed.data.revisions : countRevisions(visible);
}

/** Whether a kept change is one that people are told of, and not only counted. */
export function isVisibleChange({ kind, fields }: RecordedChange): boolean {
	return kind !== "CHANGED" || Object.keys(fields).length > 0;
}
