import { getChoice, type SearchParams, toSearchParams } from "@/lib/urls/search-params";
import type { WatchlistEntry } from "../types";
export const GROUPINGS = ["day", "track", "topic", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTS = ["time", "own", "length", "rating"] as const;
export type Sort = (typeof SORTS)[number];

/** How a watchlist is put in order: what stands together, and what comes first in it. */
export type Arrangement = { readonly group: Grouping; readonly sort: Sort };

/** An order of one's own goes across days and conferences. */
function defaultGrouping(sort: Sort): Grouping {
	return sort === "own" ? "none" : "day";
}

/** The arrangement that an address asks for; what it does not know is as usual. */
export function parseArrangement(params: SearchParams): Arrangement {
	const sort = getChoice(params, "sort", SORTS, "time");
	return { group: getChoice(params, "group", GROUPINGS, defaultGrouping(sort)), sort };
}

/** The address's query of an arrangement; `parseArrangement` reads it back. */
export function arrangementParams({ group, sort }: Arrangement): URLSearchParams {
	return toSearchParams({ group: group === defaultGrouping(sort) ? "" : group, sort: sort === "time" ? "" : sort });
}

/** The same talks sorted otherwise, grouped as they were where that goes with it. */
export function withSort({ group, sort }: Arrangement, newSort: Sort): Arrangement {
	return { sort: newSort, group: group === defaultGrouping(sort) ? defaultGrouping(newSort) : group };
}

/** Entries, which come in order of time, sorted; what is equal stays in order of time. */
export function sortEntries(entries: readonly WatchlistEntry[], sort: Sort): WatchlistEntry[] {
	switch (sort) {
		case "time":
			return [...entries];
		case "own":
			return entries.toSorted((a, b) => compareRanks(a.rank, b.rank));
		case "length":
			return entries.toSorted((a, b) => a.talk.duration - b.talk.duration);
		case "rating":
			return entries.toSorted((a, b) => (b.rating ?? 0) - (a.rating ?? 0));
	}
}

/** What was not placed yet comes last. */
export function compareRanks(a: string | null, b: string | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return compareStrings(a, b);
}

type EntryWithRoom = { readonly entry: WatchlistEntry; readonly roomPosition: number | null };

/** The latest conference first, then in order of time; at one time by room and address: no two talks are equal in it. */
export function byScheduleOrder(a: EntryWithRoom, b: EntryWithRoom): number {
	return (
		compareStrings(b.entry.conference.startDate, a.entry.conference.startDate) ||
		compareStrings(a.entry.conference.slug, b.entry.conference.slug) ||
		a.entry.talk.start.getTime() - b.entry.talk.start.getTime() ||
		(a.roomPosition ?? Number.MAX_SAFE_INTEGER) - (b.roomPosition ?? Number.MAX_SAFE_INTEGER) ||
		compareStrings(a.entry.talk.slug, b.entry.talk.slug)
	);
}

/** By code units: the same on every machine, and what both databases call the order of ASCII. */
export function compareStrings(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
