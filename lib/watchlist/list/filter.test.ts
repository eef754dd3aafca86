import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import type { SearchParams } from "@/lib/urls/search-params";
import {
	collectChoices,
	filterWatchlist,
	isFiltered,
	NO_WATCHLIST_FILTER,
	parseWatchlistFilter,
	watchlistParams,
} from "./filter";
import { RATING_FILTERS, WATCHLIST_TABS, type WatchlistFilter } from "./types";

const rust = { slug: "rust", name: "Rust" };
const testing = { slug: "testing", name: "Testing" };
const ada = { slug: "ada", name: "Ada Lovelace" };
const rene = { slug: "rene", name: "René Descartes" };
const tracing = { slug: "tracing", name: "Tracing" };
const later = { slug: "later", name: "Later" };
const older = { slug: "older", title: "Older", startDate: "2025-02-01" };

const entries = [
	watchlistEntry({
		talk: { id: 1, title: "Café", track: rust, speakers: [ada], hasRecording: true, type: "keynote", language: "en" },
		topics: [tracing],
		status: "MUST_SEE",
	}),
	watchlistEntry({
		talk: {
			id: 2,
			track: testing,
			room: { slug: "hall", name: "Hall" },
			day: "2026-02-01",
			duration: 50,
			language: "fr",
		},
		topics: [later, tracing],
		status: "MISSED",
	}),
	watchlistEntry({
		talk: { id: 3, track: testing, speakers: [rene, ada], hasSlides: true, hasRecording: true, type: "talk" },
		status: "WATCHED",
		rating: 4,
		takeawayCount: 2,
		hasNote: true,
	}),
	watchlistEntry({ talk: { id: 4, isWithdrawn: true }, status: "MUST_SEE" }),
	watchlistEntry({ talk: { id: 5, isCancelled: true, hasRecording: true }, status: "MISSED", conference: older }),
	watchlistEntry({ talk: { id: 6, duration: 90 }, status: "WATCHED", conference: older, rating: 1 }),
];
const choices = collectChoices(entries);

const parse = (params: SearchParams) => parseWatchlistFilter(params, choices);
const idsOf = (params: SearchParams, prose?: ReadonlyMap<number, string>) =>
	filterWatchlist(entries, parse(params), prose).map(({ talk }) => talk.id);

describe("a filter of the watchlist", () => {
	it("has the tabs: what is left to watch, each mark, and all", () => {
		const inTabs = Object.fromEntries(WATCHLIST_TABS.map((tab) => [tab, idsOf({ tab })]));
		expect(inTabs).toEqual({
			"to-watch": [1, 2, 5],
			"must-see": [1, 4],
			missed: [2, 5],
			watched: [3, 6],
			all: [1, 2, 3, 4, 5, 6],
		});
		expect(idsOf({})).toEqual([1, 2, 5]);
		expect(idsOf({ tab: "nonsense" })).toEqual([1, 2, 5]);
	});

	it("has what the schedule filters by", () => {
		const all = (params: SearchParams) => idsOf({ tab: "all", ...params });
		expect(all({ q: "cafe" })).toEqual([1]);
		expect(all({ q: "lovelace" })).toEqual([1, 3]);
		expect(all({ day: "2026-02-01" })).toEqual([2]);
		expect(all({ track: ["rust", "testing"] })).toEqual([1, 2, 3]);
		expect(all({ room: "hall" })).toEqual([2]);
		expect(all({ speaker: "rene" })).toEqual([3]);
		expect(all({ speaker: "descartes" })).toEqual([3]);
		expect(all({ type: "keynote" })).toEqual([1]);
		expect(all({ language: "fr" })).toEqual([2]);
		expect(all({ recording: "1" })).toEqual([1, 3, 5]);
		expect(all({ slides: "1" })).toEqual([3]);
		expect(all({ track: "testing", recording: "1" })).toEqual([3]);
	});

	it("has what only a watchlist can be filtered by", () => {
		const all = (params: SearchParams) => idsOf({ tab: "all", ...params });
		expect(all({ conference: "older" })).toEqual([5, 6]);
		expect(all({ topic: "tracing" })).toEqual([1, 2]);
		expect(all({ topic: ["later", "tracing"] })).toEqual([1, 2]);
		expect(all({ rating: "4" })).toEqual([3]);
		expect(all({ rating: ["1", "4"] })).toEqual([3, 6]);
		expect(all({ rating: "none" })).toEqual([1, 2, 4, 5]);
		expect(all({ takeaways: "none" })).toEqual([1, 2, 4, 5, 6]);
		expect(all({ shorter: "50" })).toEqual([1, 3, 4, 5]);
		expect(all({ shorter: "51" })).toEqual([1, 2, 3, 4, 5]);
	});

	it("looks for words in topics, the conference's title and the talk's texts, too", () => {
		expect(idsOf({ q: "TRACING" })).toEqual([1, 2]);
		expect(idsOf({ q: "older" })).toEqual([5]);
		expect(idsOf({ q: "wombat" })).toEqual([]);
		expect(idsOf({ q: "wombat" }, new Map([[2, "A **wombat** [walks](https://example.org/in)"]]))).toEqual([2]);
	});

	it("looks for words in one's notes and, where they were looked for there, in transcripts", () => {
		const userData = {
			notes: new Map([[1, { plain: "My wombat", normalized: "my wombat" }]]),
			transcripts: new Map([["wombat", new Set([2, 3])]]),
		};
		const found = (q: string) => filterWatchlist(entries, parse({ q }), undefined, userData).map(({ talk }) => talk.id);
		expect(found("wombat")).toEqual([1, 2]);
		expect(found("wombat cafe")).toEqual([1]);
		expect(found("wombat later")).toEqual([2]);
	});

	it("leaves out what the watchlist does not have", () => {
		const unknown = {
			tab: "x",
			day: "2020-01-01",
			track: "go",
			room: "x",
			speaker: "nobody at all",
			type: "x",
			language: "x",
			conference: "x",
			topic: "x",
			rating: ["6", "0", "NaN"],
			takeaways: "some",
			shorter: "ten",
			mark: "watched",
		};
		expect(parse(unknown)).toEqual(parse({}));
		for (const shorter of ["0", "-5", "1e3", "1.5", "1441", "99999999", "", " 7"]) {
			expect(parse({ shorter }).shorterThan).toBeNull();
		}
		expect(parse({ shorter: "1440" }).shorterThan).toBe(1440);
	});

	it("says whether it leaves anything out but by its tab", () => {
		expect(isFiltered(NO_WATCHLIST_FILTER)).toBe(false);
		expect(isFiltered(parse({ tab: "all" }))).toBe(false);
		expect(isFiltered(parse({ tab: "all", topic: "later" }))).toBe(true);
	});

	const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values]);
	const slugs = (items: readonly { slug: string }[]) => someOf(items.map(({ slug }) => slug));
	const filters: fc.Arbitrary<WatchlistFilter> = fc.record({
		tab: fc.constantFrom(...WATCHLIST_TABS),
		talks: fc.record({
			query: fc.string({ maxLength: 200 }).map((query) => query.trim()),
			days: someOf(choices.talks.days),
			tracks: slugs(choices.talks.tracks),
			rooms: slugs(choices.talks.rooms),
			speakers: slugs(choices.talks.speakers),
			types: someOf(choices.talks.types),
			languages: someOf(choices.talks.languages),
			hasRecording: fc.boolean(),
			hasSlides: fc.boolean(),
			inTranscripts: fc.boolean(),
		}),
		conferences: slugs(choices.conferences),
		topics: slugs(choices.topics),
		ratings: someOf(RATING_FILTERS),
		hasNoTakeaways: fc.boolean(),
		shorterThan: fc.option(fc.integer({ min: 1, max: 1440 })),
	});

	it("is the same once it was an address", () => {
		const whole =
			"tab=all&q=a+%26+b&track=testing&transcripts=1&conference=older&topic=later&rating=5&rating=none&takeaways=none&shorter=30";
		const read = [...new URLSearchParams(whole)].map(([name, value]) => [
			name,
			name === "rating" ? ["none", "5"] : value,
		]);
		expect(String(watchlistParams(parse(Object.fromEntries(read))))).toBe(whole);
		fc.assert(
			fc.property(filters, (filter) => {
				const params = new URLSearchParams(watchlistParams(filter).toString());
				const read = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
				expect(parse(read)).toEqual(filter);
			}),
		);
	});

	it("leaves the order as it is and adds nothing, and what is filtered once more is the same", () => {
		fc.assert(
			fc.property(filters, (filter) => {
				const visible = filterWatchlist(entries, filter);
				expect(visible).toEqual(entries.filter((entry) => visible.includes(entry)));
				expect(filterWatchlist(visible, filter)).toEqual(visible);
				const inTab = filterWatchlist(entries, { ...NO_WATCHLIST_FILTER, tab: filter.tab });
				expect(inTab).toEqual(expect.arrayContaining(visible));
			}),
		);
	});

	it("takes any address without an error", () => {
		const names = ["tab", "q", "day", "track", "speaker", "conference", "topic", "rating", "takeaways", "shorter"];
		const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), values), (params) => {
				const filter = parse(params);
				const read = Object.fromEntries(
					[...new Set(watchlistParams(filter).keys())].map((name) => [name, watchlistParams(filter).getAll(name)]),
				);
				expect(parse(read)).toEqual(filter);
			}),
		);
	});
});
