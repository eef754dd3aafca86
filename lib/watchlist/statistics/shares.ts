import { together } from "@/lib/talks/together";
import type { Conference } from "@/lib/talks/types";
import { isLeftToWatch, totalMinutes } from "../left";
import { compareTexts } from "../list/order";
import type { WatchlistEntry } from "../types";
import type { Amount, Share, Totals, WatchedAndLeft } from "./types";

export const NOTHING: Amount = { talks: 0, minutes: 0 };

/** What of the watchlist was watched and what is left. A talk counts once, however often it was watched. */
export function totalsOf(entries: readonly WatchlistEntry[]): Totals {
	const left = entries.filter(isLeftToWatch);
	return {
		...watchedAndLeft(entries),
		recorded: amountOf(left.filter(({ talk }) => talk.hasRecording)),
	};
}

/** By conference, in the order in which the entries come. */
export function byConference(
	entries: readonly WatchlistEntry[],
): (WatchedAndLeft & { readonly conference: Conference })[] {
	return [...together(entries, ({ conference }) => conference.slug).values()].map((ofConference) => ({
		conference: (ofConference[0] as WatchlistEntry).conference,
		...watchedAndLeft(ofConference),
	}));
}

/** By track: of several conferences those of one name are one. The longest first, and last what has no track. */
export function byTrack(entries: readonly WatchlistEntry[]): Share[] {
	return sharesOf(entries, "No track", ({ talk }) =>
		talk.track ? [[talk.track.name.toLowerCase(), talk.track.name]] : [],
	);
}

/** By the visitor's own topics: a talk counts in each of its own. The longest first, and last what has no topic. */
export function byTopic(entries: readonly WatchlistEntry[]): Share[] {
	return sharesOf(entries, "No topic", ({ topics }) => topics.map(({ slug, name }) => [slug, name]));
}

/** The first `count`, and what the others are together; null where there are none, or one, which then is shown itself. */
export function foldShares(
	shares: readonly Share[],
	count: number,
): { readonly first: readonly Share[]; readonly others: (WatchedAndLeft & { readonly count: number }) | null } {
	if (shares.length <= count + 1) return { first: shares, others: null };
	const rest = shares.slice(count);
	return {
		first: shares.slice(0, count),
		others: {
			count: rest.length,
			watched: rest.map(({ watched }) => watched).reduce(plus, NOTHING),
			left: rest.map(({ left }) => left).reduce(plus, NOTHING),
		},
	};
}

/** Two together. */
export function plus(one: Amount, other: Amount): Amount {
	return { talks: one.talks + other.talks, minutes: one.minutes + other.minutes };
}

function sharesOf(
	entries: readonly WatchlistEntry[],
	nameOfNone: string,
	namesOf: (entry: WatchlistEntry) => readonly (readonly [key: string, name: string])[],
): Share[] {
	const shares = new Map<string | null, { name: string; entries: WatchlistEntry[] }>();
	for (const entry of entries) {
		const names = namesOf(entry);
		for (const [key, name] of names.length > 0 ? names : [[null, nameOfNone] as const]) {
			const share = shares.get(key);
			if (share) share.entries.push(entry);
			else shares.set(key, { name, entries: [entry] });
		}
	}
	return [...shares]
		.map(([key, share]) => ({ key, name: share.name, ...watchedAndLeft(share.entries) }))
		.filter(({ watched, left }) => watched.talks + left.talks > 0)
		.sort(
			(a, b) =>
				Number(a.key === null) - Number(b.key === null) ||
				minutesOf(b) - minutesOf(a) ||
				compareTexts(a.key ?? "", b.key ?? ""),
		);
}

const minutesOf = ({ watched, left }: WatchedAndLeft) => watched.minutes + left.minutes;

function watchedAndLeft(entries: readonly WatchlistEntry[]): WatchedAndLeft {
	return {
		watched: amountOf(entries.filter(({ status }) => status === "WATCHED")),
		left: amountOf(entries.filter(isLeftToWatch)),
	};
}

const amountOf = (entries: readonly WatchlistEntry[]): Amount => ({
	talks: entries.length,
	minutes: totalMinutes(entries),
});
