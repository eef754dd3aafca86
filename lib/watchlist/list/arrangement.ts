import { getValues, type SearchParams } from "@/lib/urls/search-params";
import type { WatchlistEntry } from "../types";
import { compareStrings } from "./order";

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
	const sort = SORTS.find((each) => each === getValues(params, "sort")[0]) ?? "time";
	const group = GROUPINGS.find((each) => each === getValues(params, "group")[0]) ?? defaultGrouping(sort);
	return { group, sort };
}

/** The address's query of an arrangement; `parseArrangement` reads it back. */
export function arrangementParams({ group, sort }: Arrangement): URLSearchParams {
	const params = new URLSearchParams();
	if (group !== defaultGrouping(sort)) params.set("group", group);
	if (sort !== "time") params.set("sort", sort);
	return params;
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
