import type { Conference, TalkListItem } from "@/lib/talks/types";
import type { WatchlistEntry } from "@/lib/watchlist/types";

type EntryOverrides = Partial<Omit<WatchlistEntry, "talk" | "conference">> & {
	readonly talk?: Partial<TalkListItem>;
	readonly conference?: Partial<Conference>;
};

/** An entry of a watchlist, for tests that only care about some of it: a must-see talk of half an hour. */
export function watchlistEntry({ talk, conference, ...entry }: EntryOverrides = {}): WatchlistEntry {
	const id = talk?.id ?? 1;
	return {
		status: "MUST_SEE",
		markedAt: new Date("2026-01-15T12:00:00Z"),
		hasNote: false,
		takeawayCount: 0,
		rating: null,
		topics: [],
		rank: null,
		willBeRecorded: null,
		isNewlyRecorded: false,
		...entry,
		conference: {
			id: 1,
			slug: "conf",
			title: "Conf",
			subtitle: "",
			timeZone: "Europe/Brussels",
			startDate: "2026-01-31",
			endDate: "2026-02-01",
			venue: "",
			city: "",
			url: null,
			revision: 1,
			...conference,
		},
		talk: {
			id,
			slug: `talk-${id}`,
			title: `Talk ${id}`,
			subtitle: "",
			type: "",
			language: "",
			day: "2026-01-31",
			start: new Date("2026-01-31T09:00:00Z"),
			duration: 30,
			track: null,
			room: null,
			speakers: [],
			hasRecording: false,
			hasSlides: false,
			isCancelled: false,
			isWithdrawn: false,
			...talk,
		},
	};
}
