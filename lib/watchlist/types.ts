import type { Conference, TalkListItem } from "@/lib/talks/types";

/** A visitor's status for a talk; the names are the database's. A talk without one is unmarked. */
export const MARK_STATUSES = ["MUST_SEE", "WATCHED", "MISSED"] as const;
export type MarkStatus = (typeof MARK_STATUSES)[number];

export const MARK_LABELS: Readonly<Record<MarkStatus, string>> = {
	MUST_SEE: "Must-see",
	WATCHED: "Watched",
	MISSED: "Missed",
};

export type MarkOfTalk = { readonly talkId: number; readonly status: MarkStatus };

/** A marked talk on the watchlist, which spans conferences. */
export type WatchlistEntry = {
	readonly talk: TalkListItem;
	readonly conference: Conference;
	readonly status: MarkStatus;
	readonly hasNote: boolean;
	/** Must-see or missed, and its recording came after it was marked and after the visitor last looked. */
	readonly isNewlyRecorded: boolean;
};
