import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK_STATUSES } from "@/lib/marks/status";
import { testEntry } from "@/lib/testing/test-entry";
import { addAmounts, collapseShares, computeTotals, sumByConference, sumByTopic, sumByTrack } from "./shares";
import type { Amount } from "./types";

const go = { slug: "go", name: "Go" };
const rust = { slug: "rust", name: "Rust" };
const tracing = { slug: "tracing", name: "Tracing" };

const entries = [
	testEntry({ id: 1, status: "WATCHED", talk: { track: go, duration: 40 }, topics: [tracing] }),
	testEntry({ id: 2, talk: { track: go, duration: 20, hasRecording: true } }),
	testEntry({ id: 3, status: "MISSED", talk: { track: rust, duration: 50 }, conference: "other" }),
	testEntry({
		id: 4,
		status: "WATCHED",
		talk: { track: { slug: "go-devroom", name: "GO" }, duration: 25 },
		topics: [tracing, { slug: "errors", name: "Errors" }],
		conference: "other",
	}),
	testEntry({ id: 5, talk: { isCancelled: true, track: rust } }),
	testEntry({ id: 6, talk: { duration: 15 } }),
];

const amount = (talks: number, minutes: number): Amount => ({ talks, minutes });
const summarize = ({ name, watched, left }: { name: string; watched: Amount; left: Amount }) => [
	name,
	[watched.talks, watched.minutes],
	[left.talks, left.minutes],
];

describe("totals", () => {
	it("tell what was watched, what is left and what of that has a recording", () => {
		expect(computeTotals(entries)).toEqual({ watched: amount(2, 65), left: amount(3, 85), recorded: amount(1, 20) });
	});

	it("are nothing of an empty watchlist", () => {
		expect(computeTotals([])).toEqual({ watched: amount(0, 0), left: amount(0, 0), recorded: amount(0, 0) });
	});
});

describe("shares", () => {
	it("go by conference in the order of the watchlist", () => {
		expect(sumByConference(entries).map((row) => summarize({ name: row.conference.slug, ...row }))).toEqual([
			["conf", [1, 40], [2, 35]],
			["other", [1, 25], [1, 50]],
		]);
	});

	it("make one of the tracks that have one name, and put last what has none", () => {
		expect(sumByTrack(entries).map(summarize)).toEqual([
			["Go", [2, 65], [1, 20]],
			["Rust", [0, 0], [1, 50]],
			["No track", [0, 0], [1, 15]],
		]);
	});

	it("count a talk in each of its topics", () => {
		expect(sumByTopic(entries).map(summarize)).toEqual([
			["Tracing", [2, 65], [0, 0]],
			["Errors", [1, 25], [0, 0]],
			["No topic", [0, 0], [3, 85]],
		]);
	});

	it("do not take a track of that name for none", () => {
		const named = testEntry({ id: 1, talk: { track: { slug: "none", name: "No track" } } });
		expect(sumByTrack([named, testEntry({ id: 2 })]).map(({ key, name }) => [key, name])).toEqual([
			["no track", "No track"],
			[null, "No track"],
		]);
	});

	it("fold to a few and what the others are together, where that makes fewer", () => {
		const shares = sumByTrack(entries);
		expect(collapseShares(shares, 1)).toEqual({
			first: shares.slice(0, 1),
			others: { count: 2, watched: amount(0, 0), left: amount(2, 65) },
		});
		expect(collapseShares(shares, 2)).toEqual({ first: shares, others: null });
	});

	it("add up to the totals, whatever the watchlist", () => {
		const entry = fc
			.record({
				id: fc.nat(),
				status: fc.constantFrom(...MARK_STATUSES),
				conference: fc.constantFrom("a", "b", "c"),
				talk: fc.record({
					duration: fc.nat(600),
					track: fc.constantFrom(null, go, rust),
					isCancelled: fc.boolean(),
					hasRecording: fc.boolean(),
				}),
			})
			.map(testEntry);
		fc.assert(
			fc.property(fc.array(entry), fc.nat(3), (list, count) => {
				const { watched, left } = computeTotals(list);
				const { first, others } = collapseShares(sumByTrack(list), count);
				for (const rows of [sumByConference(list), sumByTrack(list), others ? [...first, others] : first]) {
					const none = amount(0, 0);
					expect(rows.map((row) => row.watched).reduce(addAmounts, none)).toEqual(watched);
					expect(rows.map((row) => row.left).reduce(addAmounts, none)).toEqual(left);
				}
			}),
		);
	});
});
