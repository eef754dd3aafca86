import { formatChange } from "@/lib/schedule/changes/format-change";
import { mergeChanges } from "@/lib/schedule/changes/merge-changes";
import type { RecordedChange } from "@/lib/schedule/changes/types";
import { formatDuration } from "@/lib/text/format";

export type DatedChange = RecordedChange & { readonly at: Date };

/**
 * What updates after `since` made of a talk's time, room and length, all together, in words: "moved from K.1 to Janson". Times are
 * told on the clocks of `timeZone`. `changes` are of one talk, the earliest first.
 */
export function describeMovesSince(changes: readonly DatedChange[], since: Date, timeZone: string): string[] {
	let merged: RecordedChange | null = null;
	for (const { at, kind, fields } of changes) {
		if (at > since) merged = merged ? mergeChanges(merged, { kind, fields }) : { kind, fields };
	}
	if (!merged) return [];
	const { duration, ...fields } = merged.fields;
	const moves = [...formatChange("time", fields, timeZone), ...formatChange("room", fields, timeZone)];
	return [
		...moves.map(({ from, to }) => `moved from ${from} to ${to}`),
		...(duration ? [`now ${formatDuration(duration.to)} long, not ${formatDuration(duration.from)}`] : []),
	];
}
