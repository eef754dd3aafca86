import type { Conference } from "@/lib/talks/types";
import type { WatchlistEntry } from "../types";
import { buildHeatMap } from "./heat-map";
import { countOverTime } from "./over-time";
import { computeTotals, sumByConference, sumByTopic, sumByTrack } from "./shares";
import { countSeenSpeakers } from "./speakers";
import type { HeatMap, LoggedTalk, OverTime, SeenPerson, SeenSpeaker, Share, Totals, WatchedAndLeft } from "./types";
import { listViewings } from "./viewings";

export type WatchHistory = {
	/** In the order of `listWatchlist`. */
	readonly entries: readonly WatchlistEntry[];
	readonly log: readonly LoggedTalk[];
	readonly speakers: readonly SeenSpeaker[];
};

export type Statistics = {
	readonly totals: Totals;
	readonly conferences: readonly (WatchedAndLeft & { readonly conference: Conference })[];
	readonly overTime: OverTime;
	readonly tracks: readonly Share[];
	readonly topics: readonly Share[];
	/** Of one conference: the one that is asked for, or the latest. */
	readonly hours: { readonly conference: Conference; readonly map: HeatMap } | null;
	readonly speakers: readonly SeenPerson[];
};

/** All that is told of what a visitor watched, of one conference (by slug) or of all. */
export function computeStatistics(history: WatchHistory, conference: string | null): Statistics {
	const isIncluded = (slug: string) => conference === null || slug === conference;
	const entries = history.entries.filter((entry) => isIncluded(entry.conference.slug));
	return {
		totals: computeTotals(entries),
		conferences: sumByConference(entries),
		overTime: countOverTime(listViewings(history.log).filter((viewing) => isIncluded(viewing.conference))),
		tracks: sumByTrack(entries),
		topics: sumByTopic(entries),
		hours: computeHours(entries),
		speakers: countSeenSpeakers(history.speakers.filter((seen) => isIncluded(seen.conference.slug))),
	};
}

/** Of the talks that take place. */
function computeHours(entries: readonly WatchlistEntry[]): Statistics["hours"] {
	const conference = entries[0]?.conference;
	if (!conference) return null;
	const talks = entries
		.filter((entry) => entry.conference.slug === conference.slug)
		.map(({ talk }) => talk)
		.filter(({ isCancelled, isWithdrawn }) => !isCancelled && !isWithdrawn);
	return { conference, map: buildHeatMap(talks, conference.timeZone) };
}
