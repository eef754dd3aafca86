import type { Named, TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch } from "@/lib/text/normalize";
import type { WatchlistEntry } from "../types";
import { compareStrings } from "./order";
import type { WatchlistChoices } from "./types";

/** What the talks of a watchlist can be told apart by, each value once: days in order, names by name. */
export function collectChoices(entries: readonly WatchlistEntry[]): WatchlistChoices {
	const talks = entries.map(({ talk }) => talk);
	const distinct = (getValue: (talk: TalkListItem) => string) =>
		[...new Set(talks.map(getValue))].filter((value) => value !== "").sort();
	return {
		talks: {
			days: distinct((talk) => talk.day),
			tracks: distinctByName(talks.map(({ track }) => track)),
			rooms: distinctByName(talks.map(({ room }) => room)),
			speakers: distinctByName(talks.flatMap(({ speakers }) => speakers)).map(({ slug, name }) => ({
				slug,
				name,
				normalized: normalizeForSearch(name),
			})),
			types: distinct((talk) => talk.type),
			languages: distinct((talk) => talk.language),
		},
		// The latest first, as they come.
		conferences: distinctBySlug(entries.map(({ conference }) => ({ slug: conference.slug, name: conference.title }))),
		topics: distinctByName(entries.flatMap(({ topics }) => topics)),
	};
}

/** What conferences call alike is one: the first of them gives its name. */
function distinctBySlug(items: readonly (Named | null)[]): Named[] {
	const bySlug = new Map<string, Named>();
	for (const item of items) if (item && !bySlug.has(item.slug)) bySlug.set(item.slug, item);
	return [...bySlug.values()];
}

function distinctByName(items: readonly (Named | null)[]): Named[] {
	const keyed = distinctBySlug(items).map((item) => ({ item, key: normalizeForSearch(item.name) }));
	return keyed.sort((a, b) => compareStrings(a.key, b.key)).map(({ item }) => item);
}
