import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packIds, parseExportRequest, selectedTalksParams, unpackIds } from "./request";

const read = (query: string) => parseExportRequest(new URLSearchParams(query));
const EVERYTHING = { conference: null, includeMarked: false, statuses: null, talkIds: null };

describe("what an export's address asks for", () => {
	test.each([
		["", EVERYTHING],
		["conference=", EVERYTHING],
		["conference=conf-2026", { ...EVERYTHING, conference: "conf-2026" }],
		["include=marked", { ...EVERYTHING, includeMarked: true }],
		["include=other,Marked", { ...EVERYTHING, includeMarked: true }],
		["include=unmarked", EVERYTHING],
		["status=must-see", { ...EVERYTHING, statuses: ["MUST_SEE"] }],
		["status=MUST_SEE,%20Watched&status=missed", { ...EVERYTHING, statuses: ["MUST_SEE", "WATCHED", "MISSED"] }],
		["status=seen,watched", { ...EVERYTHING, statuses: ["WATCHED"] }],
		["status=seen", EVERYTHING],
		["talk=3,1&talk=3", { ...EVERYTHING, talkIds: [3, 1] }],
		["talk=-1,1.5,x,9999999999,,2", { ...EVERYTHING, talkIds: [2] }],
		["talk=", { ...EVERYTHING, talkIds: [] }],
		["talks=4-2.a", { ...EVERYTHING, talkIds: [4, 5, 6, 16] }],
		["talks=", { ...EVERYTHING, talkIds: [] }],
		["talks=1.%00.2", { ...EVERYTHING, talkIds: [1] }],
		["talks=1-zzzz", { ...EVERYTHING, talkIds: Array.from({ length: 5_000 }, (_, index) => index + 1) }],
		["talks=zzzzzz-zzzz", { ...EVERYTHING, talkIds: [] }],
		["talks=1.zzzzzz.zzzzzz", { ...EVERYTHING, talkIds: [1] }],
		["conference=a%00b", { ...EVERYTHING, conference: "ab" }],
	])("%s", (query, expected) => {
		expect(read(query)).toEqual(expected);
	});
});

test("ids are packed into few letters, and read back", () => {
	expect(packIds([6, 4, 16, 5, 4])).toBe("4-2.a");
	const ids = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 2_000_000_000 })));
	fc.assert(
		fc.property(ids, (ids) => {
			expect(unpackIds(packIds(ids), 5_000)).toEqual(ids.toSorted((a, b) => a - b));
		}),
	);
});

test("an address has room for all talks of a conference, however they were chosen", () => {
	const everyOther = Array.from({ length: 1_079 }, (_, index) => 100_000 + 2 * index);
	const params = selectedTalksParams(new URLSearchParams({ talk: everyOther.join() }));
	expect(params.toString().length).toBeLessThan(2_500);
	expect(parseExportRequest(params).talkIds).toEqual(everyOther);
});
