import type { Conference, Named } from "@/lib/talks/types";
import { isLeftToWatch } from "../left-to-watch";
import type { WatchlistEntry } from "../types";

/** How far a visitor is with some of their talks. */
export type Progress = {
	readonly key: string;
	readonly conference: Conference;
	/** Null for all of the conference, and for what has no track. */
	readonly track: Named | null;
	/** Watched ones and those left: what was withdrawn or cancelled without a recording is neither. */
	readonly talkCount: number;
	readonly watchedCount: number;
	readonly leftMinutes: number;
};

/** Progress by conference, in the order given. */
export function progressByConference(entries: readonly WatchlistEntry[]): Progress[] {
	return progressBy(entries, () => null);
}

/** Progress by track of each conference: where most is left comes first. What has no track is left out. */
export function progressByTrack(entries: readonly WatchlistEntry[]): Progress[] {
	const withTrack = entries.filter(({ talk }) => talk.track !== null);
	return progressBy(withTrack, ({ talk }) => talk.track).sort((a, b) => countLeft(b) - countLeft(a));
}

function countLeft({ talkCount, watchedCount }: Progress): number {
	return talkCount - watchedCount;
}

function progressBy(entries: readonly WatchlistEntry[], trackOf: (entry: WatchlistEntry) => Named | null): Progress[] {
	const groups = new Map<string, Progress>();
	for (const entry of entries) {
		const isWatched = entry.status === "WATCHED";
		if (!isWatched && !isLeftToWatch(entry)) continue;
		const { conference, talk } = entry;
		const track = trackOf(entry);
		// No slug has a slash in it.
		const key = `${conference.slug}/${track?.slug ?? ""}`;
		const previous = groups.get(key) ?? { key, conference, track, talkCount: 0, watchedCount: 0, leftMinutes: 0 };
		groups.set(key, {
			...previous,
			talkCount: previous.talkCount + 1,
			watchedCount: previous.watchedCount + (isWatched ? 1 : 0),
			leftMinutes: previous.leftMinutes + (isWatched ? 0 : talk.duration),
		});
	}
	return [...groups.values()];
}
