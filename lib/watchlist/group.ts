import { groupBy } from "@/lib/talks/order";
import type { Conference } from "@/lib/talks/types";
import { MARK_STATUSES, type MarkStatus, type WatchlistEntry } from "./types";

export type WatchlistDay = { readonly day: string; readonly entries: readonly WatchlistEntry[] };
export type WatchlistConference = { readonly conference: Conference; readonly days: readonly WatchlistDay[] };
export type WatchlistGroup = {
	readonly status: MarkStatus;
	readonly talkCount: number;
	/** Of all talks together. */
	readonly minutes: number;
	readonly conferences: readonly WatchlistConference[];
};

/** The watchlist by status, then conference, then day; the entries come in the order of `listWatchlist`. */
export function groupWatchlist(entries: readonly WatchlistEntry[]): WatchlistGroup[] {
	return MARK_STATUSES.map((status) => {
		const ofStatus = entries.filter((entry) => entry.status === status);
		return {
			status,
			talkCount: ofStatus.length,
			minutes: totalMinutes(ofStatus),
			conferences: groupBy(ofStatus, (entry) => entry.conference.slug).map(({ items }) => ({
				conference: (items[0] as WatchlistEntry).conference,
				days: groupBy(items, (entry) => entry.talk.day).map(({ key, items: ofDay }) => ({ day: key, entries: ofDay })),
			})),
		};
	}).filter((group) => group.talkCount > 0);
}

/** Whether a marked talk is still to be watched: not seen yet, and takes place or was recorded. */
export function isLeftToWatch({ status, talk }: WatchlistEntry): boolean {
	return status !== "WATCHED" && (talk.hasRecording || (!talk.isCancelled && !talk.isWithdrawn));
}

/** The length of all talks together, in minutes. */
export function totalMinutes(entries: readonly WatchlistEntry[]): number {
	return entries.reduce((minutes, { talk }) => minutes + talk.duration, 0);
}
