import type { Conference } from "@/lib/talks/types";
import type { WatchlistEntry } from "../types";
import { heatMapOf } from "./heat-map";
import { overTime } from "./over-time";
import { byConference, byTopic, byTrack, totalsOf } from "./shares";
import { speakersSeen } from "./speakers";
import type { HeatMap, LoggedTalk, OverTime, SeenPerson, SeenSpeaker, Share, Totals, WatchedAndLeft } from "./types";
import { viewingsOf } from "./viewings";

export type Watching = {
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
export function statisticsOf(watching: Watching, conference: string | null): Statistics {
	const isAsked = (slug: string) => conference === null || slug === conference;
	const entries = watching.entries.filter((entry) => isAsked(entry.conference.slug));
	return {
		totals: totalsOf(entries),
		conferences: byConference(entries),
		overTime: overTime(viewingsOf(watching.log).filter((viewing) => isAsked(viewing.conference))),
		tracks: byTrack(entries),
		topics: byTopic(entries),
		hours: hoursOf(entries),
		speakers: speakersSeen(watching.speakers.filter((seen) => isAsked(seen.conference.slug))),
	};
}

/** Of the talks that take place. */
function hoursOf(entries: readonly WatchlistEntry[]): Statistics["hours"] {
	const conference = entries[0]?.conference;
	if (!conference) return null;
	const talks = entries
		.filter((entry) => entry.conference.slug === conference.slug)
		.map(({ talk }) => talk)
		.filter(({ isCancelled, isWithdrawn }) => !isCancelled && !isWithdrawn);
	return { conference, map: heatMapOf(talks, conference.timeZone) };
}
