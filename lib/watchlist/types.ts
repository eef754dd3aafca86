import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, Named, TalkListItem } from "@/lib/talks/types";

/** A marked talk on the watchlist, which spans conferences. */
export type WatchlistEntry = {
	readonly talk: TalkListItem;
	readonly conference: Conference;
	readonly status: MarkStatus;
	/** When it was marked so. */
	readonly markedAt: Date;
	readonly hasNote: boolean;
	readonly takeawayCount: number;
	/** 1 to 5 stars, of a talk that was watched once. */
	readonly rating: number | null;
	/** The visitor's own, by name. */
	readonly topics: readonly Named[];
	/** Where it stands in the visitor's own order: compared as text, by code units; null where they did not place it. */
	readonly rank: string | null;
	/** Whether the schedule says that it will be recorded; null where it does not say. */
	readonly willBeRecorded: boolean | null;
	/** Must-see or missed, and its recording came after it was marked and after the visitor last looked. */
	readonly isNewlyRecorded: boolean;
};
