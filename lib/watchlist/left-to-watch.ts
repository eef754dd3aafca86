import type { WatchlistEntry } from "./types";

/** Whether a marked talk is still to be watched: not seen yet, and takes place or was recorded. */
export function isLeftToWatch({ status, talk }: WatchlistEntry): boolean {
	return status !== "WATCHED" && (talk.hasRecording || (!talk.isCancelled && !talk.isWithdrawn));
}

/** The length of all talks together, in minutes. */
export function totalMinutes(entries: readonly WatchlistEntry[]): number {
	return entries.reduce((minutes, { talk }) => minutes + talk.duration, 0);
}

/** What to watch next of what has a recording: must-see talks first, then missed ones; otherwise in the order given. */
export function listUpNext(entries: readonly WatchlistEntry[], limit: number): WatchlistEntry[] {
	const watchable = entries.filter((entry) => isLeftToWatch(entry) && entry.talk.hasRecording);
	const mustSee = watchable.filter(({ status }) => status === "MUST_SEE");
	const others = watchable.filter(({ status }) => status !== "MUST_SEE");
	return [...mustSee, ...others].slice(0, limit);
}

/** The must-see talks that have not begun at `now`, the earliest first. */
export function listUpcoming(entries: readonly WatchlistEntry[], now: Date, limit: number): WatchlistEntry[] {
	return entries
		.filter(({ status, talk }) => status === "MUST_SEE" && talk.start > now && !talk.isCancelled && !talk.isWithdrawn)
		.sort((a, b) => a.talk.start.getTime() - b.talk.start.getTime())
		.slice(0, limit);
}
