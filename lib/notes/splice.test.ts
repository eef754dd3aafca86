import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { applySplice, findSplice, type Splice, shiftCaret } from "./splice";

const isSame = (a: string, b: string) => a === b;
/** Texts that have much in common, of characters of one and of two code units which share halves. */
const text = fc
	.array(fc.constantFrom("a", "b", "\n", "🌊", "🌋", "🏊", "é"), { maxLength: 12 })
	.map((all) => all.join(""));
/** Halves of characters stand alone too, as in texts that something else cut. */
const brokenText = fc
	.array(fc.constantFrom("a", "\uD83C", "\uDF0A", "\uDF0B"), { maxLength: 8 })
	.map((all) => all.join(""));
const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });

describe("the splice between two texts", () => {
	test("makes the one of the other", () => {
		const any = fc.oneof(text, brokenText, fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(any, any, (before, after) => {
				expect(applySplice(before, findSplice(before, after))).toBe(after);
			}),
			runs(5_000),
		);
	});

	test("holds whole characters, and leaves whole ones", () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const { at, removed, inserted } = findSplice(before, after);
				for (const part of [
					inserted,
					before.slice(0, at),
					before.slice(at, at + removed),
					before.slice(at + removed),
				]) {
					expect(/\p{Surrogate}/u.test(part)).toBe(false);
				}
			}),
			runs(5_000),
		);
	});

	test("says only what changed", () => {
		expect(findSplice("one two three", "one 2 three")).toEqual({ at: 4, removed: 3, inserted: "2" });
		expect(findSplice("aaa", "aaaa")).toEqual({ at: 3, removed: 0, inserted: "a" });
		expect(findSplice("aaaa", "aaa")).toEqual({ at: 3, removed: 1, inserted: "" });
		expect(findSplice("same", "same")).toEqual({ at: 4, removed: 0, inserted: "" });
		expect(findSplice("🌊", "🌋")).toEqual({ at: 0, removed: 2, inserted: "🌋" });
		expect(findSplice("🌊", "🏊")).toEqual({ at: 0, removed: 2, inserted: "🏊" });
	});

	test("of lists makes the one of the other", () => {
		fc.assert(
			fc.property(list, list, (before, after) => {
				const splice = findSplice(before, after, isSame);
				expect(applySplice(before, splice)).toEqual(after);
				expect(splice.inserted.length).toBeLessThanOrEqual(after.length);
			}),
		);
	});
});

describe("a splice", () => {
	test("that reaches past what it is about is refused", () => {
		const bad: Splice<string>[] = [
			{ at: 4, removed: 0, inserted: "x" },
			{ at: 0, removed: 4, inserted: "" },
			{ at: 2, removed: 2, inserted: "" },
			{ at: -1, removed: 0, inserted: "x" },
			{ at: 0, removed: -1, inserted: "x" },
			{ at: 0.5, removed: 0, inserted: "x" },
			{ at: Number.NaN, removed: 0, inserted: "x" },
			{ at: 0, removed: Number.POSITIVE_INFINITY, inserted: "x" },
		];
		for (const splice of bad) {
			expect(applySplice("abc", splice)).toBeNull();
			expect(applySplice([..."abc"], { ...splice, inserted: [] })).toBeNull();
		}
	});

	test("at the very end adds to it", () => {
		expect(applySplice("abc", { at: 3, removed: 0, inserted: "d" })).toBe("abcd");
	});

	test.each([
		[0, 0],
		[4, 4],
		[5, 7],
		[6, 7],
		[7, 7],
		[9, 9],
		[12, 12],
	])("moves the caret from %i to %i", (from, to) => {
		// "one two five" → "one three five", and back to as many.
		expect(shiftCaret({ at: 4, removed: 3, inserted: "2.0" }, from)).toBe(to);
	});

	test("never leaves the caret outside of the text, and keeps what is around it where that stays", () => {
		fc.assert(
			fc.property(text, text, text, text, fc.nat(), (head, cut, put, tail, caret) => {
				const splice = { at: head.length, removed: cut.length, inserted: put };
				const [before, after] = [head + cut + tail, head + put + tail];
				const position = caret % (before.length + 1);
				const moved = shiftCaret(splice, position);
				expect(moved).toBeGreaterThanOrEqual(0);
				expect(moved).toBeLessThanOrEqual(after.length);
				if (position <= head.length) expect(moved).toBe(position);
				if (position > head.length && position >= head.length + cut.length) {
					expect(after.slice(moved)).toBe(before.slice(position));
				}
			}),
		);
	});
});
