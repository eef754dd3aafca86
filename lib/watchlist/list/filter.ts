import { filterTalks, parseFilter, toFilterParams } from "@/lib/search/filter";
import { NO_EXTRAS, NO_FILTER, type SearchExtras } from "@/lib/search/types";
import type { Named, TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch, stripInlineMarkdown } from "@/lib/text/normalize";
import * as paths from "@/lib/urls/paths";
import { getChoice, getKnown, getValues, type SearchParams, toSearchParams } from "@/lib/urls/search-params";
import { isLeftToWatch } from "../left-to-watch";
import type { WatchlistEntry } from "../types";
import { type Arrangement, arrangementParams, compareStrings } from "./arrangement";
import {
	RATING_FILTERS,
	type RatingFilter,
	STATUS_OF_TAB,
	WATCHLIST_TABS,
	type WatchlistChoices,
	type WatchlistFilter,
	type WatchlistTab,
} from "./types";

/** A talk is shorter than a day. */
const MAX_MINUTES = 24 * 60;

/** Only the first tab, whole. */
export const NO_WATCHLIST_FILTER: WatchlistFilter = {
	tab: "to-watch",
	talks: NO_FILTER,
	conferences: [],
	topics: [],
	ratings: [],
	hasNoTakeaways: false,
	shorterThan: null,
};

/**
 * The filter that an address asks for. What the watchlist does not have is left out, so that an old or mistyped address
 * still shows something. A speaker may be given by slug or by a part of the name.
 */
export function parseWatchlistFilter(params: SearchParams, choices: WatchlistChoices): WatchlistFilter {
	const { marks: _marks, ...talks } = parseFilter(params, { ...choices.talks, talks: [] });
	const ratings = getValues(params, "rating");
	return {
		tab: getChoice(params, "tab", WATCHLIST_TABS, "to-watch"),
		talks,
		conferences: getKnown(params, "conference", choices.conferences),
		topics: getKnown(params, "topic", choices.topics),
		ratings: RATING_FILTERS.filter((rating) => ratings.includes(rating)),
		hasNoTakeaways: getValues(params, "takeaways").includes("none"),
		shorterThan: parseMinutes(getValues(params, "shorter")[0]),
	};
}

/** The address's query of a filter; `parseWatchlistFilter` reads it back. */
export function watchlistParams(filter: WatchlistFilter): URLSearchParams {
	return new URLSearchParams([
		...toSearchParams({ tab: filter.tab === "to-watch" ? "" : filter.tab }),
		...toFilterParams({ ...filter.talks, marks: [] }),
		...toSearchParams({
			conference: filter.conferences,
			topic: filter.topics,
			rating: filter.ratings,
			takeaways: filter.hasNoTakeaways ? "none" : "",
			shorter: filter.shorterThan,
		}),
	]);
}

/**
 * The entries that match, in the order given. `prose` is the Markdown, by id of the talk, in which words are looked for
 * beside titles, names and topics; `beside` is what the visitor wrote, and what was said.
 */
export function filterWatchlist(
	entries: readonly WatchlistEntry[],
	filter: WatchlistFilter,
	prose: ReadonlyMap<number, string> = new Map(),
	userData: SearchExtras = NO_EXTRAS,
): WatchlistEntry[] {
	const matching = entries.filter((entry) => isInTab(entry, filter.tab) && matchesFilter(entry, filter));
	const hasQuery = filter.talks.query !== "";
	const indexed = matching.map((entry) => ({
		talk: entry.talk,
		text: hasQuery ? toSearchableText(entry, prose.get(entry.talk.id) ?? "") : "",
	}));
	const found = new Set(filterTalks(indexed, { ...filter.talks, marks: [] }, new Map(), userData).map(({ id }) => id));
	return matching.filter(({ talk }) => found.has(talk.id));
}

/** Whether a tab of the watchlist holds the entry. */
export function isInTab(entry: WatchlistEntry, tab: WatchlistTab): boolean {
	if (tab === "to-watch") return isLeftToWatch(entry);
	return tab === "all" || entry.status === STATUS_OF_TAB[tab];
}

/** Whether anything but the tab is chosen. */
export function isFiltered(filter: WatchlistFilter): boolean {
	return watchlistParams({ ...filter, tab: "to-watch" }).size > 0;
}

function matchesFilter(entry: WatchlistEntry, filter: WatchlistFilter): boolean {
	const { conferences, topics, ratings, hasNoTakeaways, shorterThan } = filter;
	const rating: RatingFilter = RATING_FILTERS.find((each) => each === String(entry.rating)) ?? "none";
	return (
		(conferences.length === 0 || conferences.includes(entry.conference.slug)) &&
		(topics.length === 0 || entry.topics.some(({ slug }) => topics.includes(slug))) &&
		(ratings.length === 0 || ratings.includes(rating)) &&
		(!hasNoTakeaways || entry.takeawayCount === 0) &&
		(shorterThan === null || entry.talk.duration < shorterThan)
	);
}

function toSearchableText({ talk, conference, topics }: WatchlistEntry, prose: string): string {
	const names = [...talk.speakers, ...topics].map(({ name }) => name);
	const parts = [
		talk.title,
		talk.subtitle,
		...names,
		talk.track?.name ?? "",
		conference.title,
		stripInlineMarkdown(prose),
	];
	return normalizeForSearch(parts.join("\n"));
}

function parseMinutes(value: string | undefined): number | null {
	if (value === undefined || !/^\d{1,4}$/.test(value)) return null;
	const minutes = Number(value);
	return minutes >= 1 && minutes <= MAX_MINUTES ? minutes : null;
}

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

/** What the watchlist's address says. */
export type WatchlistView = {
	readonly filter: WatchlistFilter;
	readonly arrangement: Arrangement;
	/** From 1. */
	readonly page?: number;
};

export function watchlistPath({ filter, arrangement, page = 1 }: WatchlistView): string {
	const params = watchlistParams(filter);
	for (const [name, value] of arrangementParams(arrangement)) params.append(name, value);
	if (page > 1) params.append("page", String(page));
	return paths.watchlist(params);
}
