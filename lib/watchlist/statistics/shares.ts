import { groupByKey } from "@/lib/talks/group-by-key";
import type { Conference } from "@/lib/talks/types";
import { isLeftToWatch, totalMinutes } from "../left-to-watch";
import { compareStrings } from "../list/arrangement";
import type { WatchlistEntry } from "../types";
import type { Amount, Share, Totals, WatchedAndLeft } from "./types";

export const NO_AMOUNT: Amount = { talks: 0, minutes: 0 };

/** What of the watchlist was watched and what is left. A talk counts once, however often it was watched. */
export function computeTotals(entries: readonly WatchlistEntry[]): Totals {
	const left = entries.filter(isLeftToWatch);
	return {
		...sumWatchedAndLeft(entries),
		recorded: sumAmount(left.filter(({ talk }) => talk.hasRecording)),
	};
}

/** By conference, in the order in which the entries come. */
export function sumByConference(
	entries: readonly WatchlistEntry[],
): (WatchedAndLeft & { readonly conference: Conference })[] {
	return [...groupByKey(entries, ({ conference }) => conference.slug).values()].map((ofConference) => ({
		conference: (ofConference[0] as WatchlistEntry).conference,
		...sumWatchedAndLeft(ofConference),
	}));
}

/** By track: of several conferences those of one name are one. The longest first, and last what has no track. */
export function sumByTrack(entries: readonly WatchlistEntry[]): Share[] {
	return computeShares(entries, "No track", ({ talk }) =>
		talk.track ? [[talk.track.name.toLowerCase(), talk.track.name]] : [],
	);
}

/** By the visitor's own topics: a talk counts in each of its own. The longest first, and last what has no topic. */
export function sumByTopic(entries: readonly WatchlistEntry[]): Share[] {
	return computeShares(entries, "No topic", ({ topics }) => topics.map(({ slug, name }) => [slug, name]));
}

/** The first `count`, and what the others are together; null where there are none, or one, which then is shown itself. */
export function collapseShares(
	shares: readonly Share[],
	count: number,
): { readonly first: readonly Share[]; readonly others: (WatchedAndLeft & { readonly count: number }) | null } {
	if (shares.length <= count + 1) return { first: shares, others: null };
	const rest = shares.slice(count);
	return {
		first: shares.slice(0, count),
		others: {
			count: rest.length,
			watched: rest.map(({ watched }) => watched).reduce(addAmounts, NO_AMOUNT),
			left: rest.map(({ left }) => left).reduce(addAmounts, NO_AMOUNT),
		},
	};
}

/** Two together. */
export function addAmounts(one: Amount, other: Amount): Amount {
	return { talks: one.talks + other.talks, minutes: one.minutes + other.minutes };
}

function computeShares(
	entries: readonly WatchlistEntry[],
	fallbackName: string,
	getNames: (entry: WatchlistEntry) => readonly (readonly [key: string, name: string])[],
): Share[] {
	const shares = new Map<string | null, { name: string; entries: WatchlistEntry[] }>();
	for (const entry of entries) {
		const names = getNames(entry);
		for (const [key, name] of names.length > 0 ? names : [[null, fallbackName] as const]) {
			const share = shares.get(key);
			if (share) share.entries.push(entry);
			else shares.set(key, { name, entries: [entry] });
		}
	}
	return [...shares]
		.map(([key, share]) => ({ key, name: share.name, ...sumWatchedAndLeft(share.entries) }))
		.filter(({ watched, left }) => watched.talks + left.talks > 0)
		.sort(
			(a, b) =>
				Number(a.key === null) - Number(b.key === null) ||
				shareMinutes(b) - shareMinutes(a) ||
				compareStrings(a.key ?? "", b.key ?? ""),
		);
}

const shareMinutes = ({ watched, left }: WatchedAndLeft) => watched.minutes + left.minutes;

function sumWatchedAndLeft(entries: readonly WatchlistEntry[]): WatchedAndLeft {
	return {
		watched: sumAmount(entries.filter(({ status }) => status === "WATCHED")),
		left: sumAmount(entries.filter(isLeftToWatch)),
	};
}

const sumAmount = (entries: readonly WatchlistEntry[]): Amount => ({
	talks: entries.length,
	minutes: totalMinutes(entries),
});
