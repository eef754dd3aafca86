import type { WatchlistEntry } from "./types";

/** Whether a marked talk is still to be watched: not seen yet, and takes place or was recorded. */
export function isLeftToWatch({ status, talk }: WatchlistEntry): boolean {
	return status !== "WATCHED" && (talk.hasRecording || (!talk.isCancelled && !talk.isWithdrawn));
}

/** The length of all talks together, in minutes. */
export function totalMinutes(entries: readonly WatchlistEntry[]): number {
	return entries.reduce((minutes, { talk }) => minutes + talk.duration, 0);
}
