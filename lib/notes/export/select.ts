import type { MarkStatus } from "@/lib/watchlist/types";
import { isBlank } from "../content";
import type { ExportedTalk } from "./types";

export type TalkSelection = {
	/** Marked talks without a note too. */
	readonly includeMarked: boolean;
	/** Only talks with one of these marks; null is all. */
	readonly statuses: readonly MarkStatus[] | null;
};

export function isSelected(talk: ExportedTalk, { includeMarked, statuses }: TalkSelection): boolean {
	const hasNote = talk.note !== null && !isBlank(talk.note);
	if (!hasNote && !(includeMarked && talk.mark)) return false;
	return statuses === null || (talk.mark !== null && statuses.includes(talk.mark.status));
}
