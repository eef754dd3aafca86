import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Takeaway } from "@/lib/notes/types";
import type { Draft } from "./draft";
import { appendTakeaway, joinWithPrevious, pasteTakeaways, splitTakeaway, timeTakeaway } from "./takeaway-edits";

const draft = (...takeaways: readonly Takeaway[]): Draft => ({ text: "Notes.", takeaways });

describe("Enter", () => {
	test("at the end of a takeaway adds an empty one below", () => {
		expect(splitTakeaway(draft({ id: "a", text: "one", time: 5 }, { id: "b", text: "two" }), "a", 3, 3, "n")).toEqual({
			draft: draft({ id: "a", text: "one", time: 5 }, { id: "n", text: "" }, { id: "b", text: "two" }),
			id: "n",
			caret: 0,
		});
	});

	test("within it makes two of it, the time with the first, without what was selected", () => {
		expect(splitTakeaway(draft({ id: "a", text: "one and two", time: 5 }), "a", 4, 7, "n")).toEqual({
			draft: draft({ id: "a", text: "one", time: 5 }, { id: "n", text: "two" }),
			id: "n",
			caret: 0,
		});
	});

	test("at its beginning puts an empty one above, and the time stays with the words", () => {
		expect(splitTakeaway(draft({ id: "a", text: "one", time: 5 }), "a", 0, 0, "n")).toEqual({
			draft: draft({ id: "n", text: "" }, { id: "a", text: "one", time: 5 }),
			id: "a",
			caret: 0,
		});
	});

	test("in one that is not there changes nothing", () => {
		const before = draft({ id: "a", text: "one" });
		expect(splitTakeaway(before, "x", 0, 0, "n").draft).toBe(before);
	});
});

describe("Backspace at the beginning of a takeaway", () => {
	test("removes an empty one, whose time goes with it", () => {
		expect(joinWithPrevious(draft({ id: "a", text: "one" }, { id: "b", text: "", time: 9 }), "b")).toEqual({
			draft: draft({ id: "a", text: "one" }),
			id: "a",
			caret: 3,
		});
	});

	test("writes it on at the one before, with the time that one of them has", () => {
		expect(joinWithPrevious(draft({ id: "a", text: "one" }, { id: "b", text: "two", time: 9 }), "b")).toEqual({
			draft: draft({ id: "a", text: "one two", time: 9 }),
			id: "a",
			caret: 3,
		});
		expect(joinWithPrevious(draft({ id: "a", text: "", time: 9 }, { id: "b", text: "two" }), "b")).toEqual({
			draft: draft({ id: "a", text: "two", time: 9 }),
			id: "a",
			caret: 0,
		});
	});

	test("does nothing where a time would be lost, and in the first", () => {
		const both = draft({ id: "a", text: "one", time: 1 }, { id: "b", text: "two", time: 2 });
		expect(joinWithPrevious(both, "b")).toBe(null);
		expect(joinWithPrevious(both, "a")).toBe(null);
	});
});

describe("pasted takeaways", () => {
	const pasted = [{ text: "x" }, { text: "y", time: 7 }];

	test("stay whole, between what was before and behind, with which the time stays", () => {
		const before = draft({ id: "a", text: "one two", time: 5 });
		expect(pasteTakeaways(before, "a", { start: 4, end: 4 }, pasted, ["n", "m", "o"])).toEqual({
			draft: draft(
				{ id: "a", text: "one", time: 5 },
				{ id: "n", text: "x" },
				{ id: "m", text: "y", time: 7 },
				{ id: "o", text: "two" },
			),
			id: "m",
			caret: 1,
		});
	});

	test("begin in the one that they are pasted into where nothing is before", () => {
		const before = draft({ id: "a", text: "one", time: 5 }, { id: "b", text: "" });
		expect(pasteTakeaways(before, "a", { start: 0, end: 3 }, pasted, ["n", "m", "o"])).toEqual({
			draft: draft({ id: "a", text: "x", time: 5 }, { id: "n", text: "y", time: 7 }, { id: "b", text: "" }),
			id: "n",
			caret: 1,
		});
		expect(pasteTakeaways(before, "b", { start: 0, end: 0 }, [{ text: "z", time: 9 }], ["n", "m"])).toEqual({
			draft: draft({ id: "a", text: "one", time: 5 }, { id: "b", text: "z", time: 9 }),
			id: "b",
			caret: 1,
		});
	});

	test("lose none of the words that were there, nor of theirs, wherever they are pasted", () => {
		const words = fc.stringMatching(/^[a-z]{0,6}(?: [a-z]{1,6}){0,2}$/);
		const item = fc.record({ text: words, time: fc.option(fc.nat(999), { nil: undefined }) });
		const cases = fc.record({ whole: words, items: fc.array(item, { minLength: 1, maxLength: 5 }), at: fc.nat() });
		fc.assert(
			fc.property(cases, ({ whole, items, at }) => {
				const place = at % (whole.length + 1);
				const ids = [...items, null].map((_, index) => `n${index}`);
				const before = draft({ id: "a", text: whole });
				const made = pasteTakeaways(before, "a", { start: place, end: place }, items, ids).draft.takeaways;
				const expected = whole.slice(0, place) + items.map(({ text }) => text).join("") + whole.slice(place);
				const joined = made.map(({ text }) => text).join("");
				expect(joined.replaceAll(" ", "")).toBe(expected.replaceAll(" ", ""));
				expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
				const times = (all: readonly { time?: number | undefined }[]) => all.flatMap(({ time }) => time ?? []);
				expect(times(made)).toEqual(times(items));
			}),
		);
	});
});

test("a takeaway's time is set, changed and removed, with nothing else", () => {
	const before = draft({ id: "a", text: "one" }, { id: "b", text: "two", time: 2 });
	expect(timeTakeaway(before, "a", 754)).toEqual(
		draft({ id: "a", text: "one", time: 754 }, { id: "b", text: "two", time: 2 }),
	);
	expect(timeTakeaway(before, "b", 0)).toEqual(draft({ id: "a", text: "one" }, { id: "b", text: "two", time: 0 }));
	expect(timeTakeaway(before, "b", undefined)).toEqual(draft({ id: "a", text: "one" }, { id: "b", text: "two" }));
	expect(timeTakeaway(before, "x", 1)).toBe(before);
});

test("a takeaway that is asked for comes last, in the place of an empty one that has no time", () => {
	const quote = { id: "n", text: "“quoted”", time: 754 };
	expect(appendTakeaway(draft(), quote)).toEqual({ draft: draft(quote), id: "n", caret: 8 });
	expect(appendTakeaway(draft({ id: "a", text: "one" }, { id: "b", text: " " }), quote)).toEqual({
		draft: draft({ id: "a", text: "one" }, { ...quote, id: "b" }),
		id: "b",
		caret: 8,
	});
	expect(appendTakeaway(draft({ id: "a", text: "", time: 3 }), quote)).toEqual({
		draft: draft({ id: "a", text: "", time: 3 }, quote),
		id: "n",
		caret: 8,
	});
});
