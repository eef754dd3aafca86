import type { WatchlistEntry } from "../types";

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
