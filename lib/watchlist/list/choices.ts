import { fold } from "@/lib/search/fold";
import type { Named, TalkListItem } from "@/lib/talks/types";
import type { WatchlistEntry } from "../types";
import { compareTexts } from "./order";
import type { WatchlistChoices } from "./types";

/** What the talks of a watchlist can be told apart by, each value once: days in order, names by name. */
export function choicesOf(entries: readonly WatchlistEntry[]): WatchlistChoices {
	const talks = entries.map(({ talk }) => talk);
	const distinct = (keyOf: (talk: TalkListItem) => string) =>
		[...new Set(talks.map(keyOf))].filter((value) => value !== "").sort();
	return {
		talks: {
			days: distinct((talk) => talk.day),
			tracks: named(talks.map(({ track }) => track)),
			rooms: named(talks.map(({ room }) => room)),
			speakers: named(talks.flatMap(({ speakers }) => speakers)).map(({ slug, name }) => ({
				slug,
				name,
				folded: fold(name),
			})),
			types: distinct((talk) => talk.type),
			languages: distinct((talk) => talk.language),
		},
		// The latest first, as they come.
		conferences: distinctNames(entries.map(({ conference }) => ({ slug: conference.slug, name: conference.title }))),
		topics: named(entries.flatMap(({ topics }) => topics)),
	};
}

/** What conferences call alike is one: the first of them gives its name. */
function distinctNames(items: readonly (Named | null)[]): Named[] {
	const bySlug = new Map<string, Named>();
	for (const item of items) if (item && !bySlug.has(item.slug)) bySlug.set(item.slug, item);
	return [...bySlug.values()];
}

function named(items: readonly (Named | null)[]): Named[] {
	const keyed = distinctNames(items).map((item) => ({ item, key: fold(item.name) }));
	return keyed.sort((a, b) => compareTexts(a.key, b.key)).map(({ item }) => item);
}
