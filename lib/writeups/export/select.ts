import type { MarkStatus } from "@/lib/marks/status";
import type { ExportedTalk } from "./types";

export type TalkSelection = {
	/** Marked talks without a note too. */
	readonly includeMarked: boolean;
	/** Only talks with one of these marks; null is all. */
	readonly statuses: readonly MarkStatus[] | null;
	/** Just these, by id, whether there is a note or a mark or not; null is all that the visitor has. */
	readonly talkIds: readonly number[] | null;
};

export function isSelected(talk: ExportedTalk, { includeMarked, statuses, talkIds }: TalkSelection): boolean {
	if (talk.noteUpdatedAt === null && !(includeMarked && talk.mark) && !talkIds) return false;
	return statuses === null || (talk.mark !== null && statuses.includes(talk.mark.status));
}
