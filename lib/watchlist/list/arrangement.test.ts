import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import { arrangementParams, GROUPINGS, parseArrangement, SORTS, sortEntries, withSort } from "./arrangement";
import { countRows, groupEntries, paginateGroups } from "./grouping";

const go = { slug: "go", name: "Go" };
const rust = { slug: "rust", name: "Rust" };
const tracing = { slug: "tracing", name: "Tracing" };
const older = { id: 2, slug: "older", title: "Older", startDate: "2025-02-01" };

const entries = [
	watchlistEntry({ talk: { id: 1, track: rust, duration: 50 }, topics: [tracing], rank: "a5", rating: 3 }),
	watchlistEntry({ talk: { id: 2, day: "2026-02-01", duration: 25 }, rating: 5 }),
	watchlistEntry({ talk: { id: 3, day: "2026-02-01", track: go, duration: 25 }, topics: [go, tracing], rank: "Zz" }),
	watchlistEntry({ talk: { id: 4, day: "2025-02-01", track: go, duration: 10 }, conference: older }),
];

const sorted = (sort: (typeof SORTS)[number]) => sortEntries(entries, sort).map(({ talk }) => talk.id);
const grouped = (grouping: (typeof GROUPINGS)[number], of = entries) =>
	groupEntries(of, grouping).map(({ key, talkCount, minutes, parts }) => [
		key,
		talkCount,
		minutes,
		parts.map((part) => [part.day, part.entries.map(({ talk }) => talk.id)]),
	]);

describe("the watchlist", () => {
	it("is sorted by time, own order, length and rating; what has no place or rating comes last", () => {
		expect(sorted("time")).toEqual([1, 2, 3, 4]);
		expect(sorted("own")).toEqual([3, 1, 2, 4]);
		expect(sorted("length")).toEqual([4, 2, 3, 1]);
		expect(sorted("rating")).toEqual([2, 1, 3, 4]);
	});

	it("is grouped by conference and day", () => {
		expect(grouped("day")).toEqual([
			[
				"conf/",
				3,
				100,
				[
					["2026-01-31", [1]],
					["2026-02-01", [2, 3]],
				],
			],
			["older/", 1, 10, [["2025-02-01", [4]]]],
		]);
	});

	it("is grouped by track, each of its conference, those without one last", () => {
		expect(grouped("track")).toEqual([
			["conf/go", 1, 25, [[null, [3]]]],
			["conf/rust", 1, 50, [[null, [1]]]],
			["conf/", 1, 25, [[null, [2]]]],
			["older/go", 1, 10, [[null, [4]]]],
		]);
	});

	it("is grouped by topic, across conferences, a talk with two topics in both", () => {
		expect(grouped("topic")).toEqual([
			["/go", 1, 25, [[null, [3]]]],
			["/tracing", 2, 75, [[null, [1, 3]]]],
			["/", 2, 35, [[null, [2, 4]]]],
		]);
	});

	it("is one group where it is not grouped, and none where it is empty", () => {
		expect(grouped("none", sortEntries(entries, "own"))).toEqual([["/", 4, 110, [[null, [3, 1, 2, 4]]]]]);
		expect(GROUPINGS.map((grouping) => groupEntries([], grouping))).toEqual([[], [], [], []]);
	});

	it("stays sorted within its groups, whatever the sort", () => {
		const byTopic = groupEntries(sortEntries(entries, "own"), "topic").map(({ parts }) =>
			parts[0]?.entries.map(({ talk }) => talk.id),
		);
		expect(byTopic).toEqual([[3], [3, 1], [2, 4]]);
	});

	const arrangements = fc.record({ group: fc.constantFrom(...GROUPINGS), sort: fc.constantFrom(...SORTS) });

	it("has its arrangement in the address", () => {
		fc.assert(
			fc.property(arrangements, (arrangement) => {
				expect(parseArrangement(Object.fromEntries(arrangementParams(arrangement)))).toEqual(arrangement);
			}),
		);
		expect(String(arrangementParams({ group: "track", sort: "own" }))).toBe("group=track&sort=own");
		expect(parseArrangement({})).toEqual({ group: "day", sort: "time" });
		expect(parseArrangement({ sort: "own" })).toEqual({ group: "none", sort: "own" });
		expect(parseArrangement({ sort: "x", group: ["", "y"] })).toEqual({ group: "day", sort: "time" });
	});

	it("keeps a grouping that was chosen when it is sorted otherwise", () => {
		expect(withSort({ group: "day", sort: "time" }, "own")).toEqual({ group: "none", sort: "own" });
		expect(withSort({ group: "none", sort: "own" }, "length")).toEqual({ group: "day", sort: "length" });
		expect(withSort({ group: "track", sort: "time" }, "own")).toEqual({ group: "track", sort: "own" });
	});

	it("loses no row and doubles none in pages, and tells of each group how much it has on all of them", () => {
		fc.assert(
			fc.property(fc.constantFrom(...GROUPINGS), fc.integer({ min: 1, max: 6 }), (grouping, size) => {
				const groups = groupEntries(entries, grouping);
				const pageCount = Math.ceil(countRows(groups) / size);
				const pages = Array.from({ length: pageCount }, (_, index) => paginateGroups(groups, index + 1, size));
				const rowsOf = (some: typeof groups) =>
					some.flatMap(({ key, parts }) =>
						parts.flatMap((part) => part.entries.map(({ talk }) => [key, part.day, talk.id])),
					);
				expect(pages.flatMap(rowsOf)).toEqual(rowsOf(groups));
				for (const page of pages.slice(0, -1)) expect(rowsOf(page)).toHaveLength(size);
				const counts = new Map(groups.map(({ key, talkCount }) => [key, talkCount]));
				for (const { key, talkCount } of pages.flat()) expect(talkCount).toBe(counts.get(key));
			}),
		);
	});
});
