import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEWS_KINDS } from "@/lib/schedule/changes/news-kinds";
import { changeParams, parseChangeFilter, parseNumber } from "./change-params";

describe("a filter of changes", () => {
	it("is read from an address as it was written", () => {
		fc.assert(
			fc.property(fc.record({ kind: fc.constantFrom(undefined, ...NEWS_KINDS), isMine: fc.boolean() }), (filter) => {
				expect(parseChangeFilter(Object.fromEntries(changeParams(filter)))).toEqual(filter);
			}),
		);
	});

	it("is none where an address says what nobody knows", () => {
		expect(parseChangeFilter({ kind: ["new", "room"], mine: "yes" })).toEqual({ kind: undefined, isMine: false });
	});
});

describe("a number of an address", () => {
	it.each([
		["1", 1],
		["123456789", 123456789],
		["0", undefined],
		["-1", undefined],
		["1e3", undefined],
		["99999999999", undefined],
		[["1", "2"], undefined],
		[undefined, undefined],
	])("is %j read as %j", (word, number) => {
		expect(parseNumber(word)).toBe(number);
	});
});
