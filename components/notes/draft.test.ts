import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameContent } from "@/lib/notes/content";
import { addTakeaway, type Draft, editTakeaway, moveTakeaway, removeTakeaway } from "./draft";

const takeaway = (id: string) => ({ id, text: `text of ${id}` });
const draft: Draft = { text: "prose", takeaways: ["a", "b", "c"].map(takeaway) };
const idsOf = (changed: Draft) => changed.takeaways.map(({ id }) => id);

describe("a note being edited", () => {
	it("gets a takeaway after the one that Enter was pressed in, or at the end", () => {
		expect(idsOf(addTakeaway(draft, takeaway("x"), "a"))).toEqual(["a", "x", "b", "c"]);
		expect(idsOf(addTakeaway(draft, takeaway("x")))).toEqual(["a", "b", "c", "x"]);
		expect(idsOf(addTakeaway(draft, takeaway("x"), "gone"))).toEqual(["a", "b", "c", "x"]);
	});

	it("keeps a takeaway on one line", () => {
		const edited = editTakeaway(draft, "b", "one\r\ntwo\nthree");
		expect(edited.takeaways[1]).toEqual({ id: "b", text: "one two three" });
	});

	it("loses only the takeaway that is removed", () => {
		expect(removeTakeaway(draft, "b")).toEqual({ text: "prose", takeaways: [takeaway("a"), takeaway("c")] });
	});

	it("moves a takeaway, and stops at both ends", () => {
		expect(idsOf(moveTakeaway(draft, "c", -1))).toEqual(["a", "c", "b"]);
		expect(idsOf(moveTakeaway(draft, "a", 1))).toEqual(["b", "a", "c"]);
		expect(idsOf(moveTakeaway(draft, "a", -1))).toEqual(["a", "b", "c"]);
		expect(idsOf(moveTakeaway(draft, "c", 9))).toEqual(["a", "b", "c"]);
		expect(moveTakeaway(draft, "gone", 1)).toBe(draft);
	});

	it("never loses or invents a takeaway by moving", () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string()), fc.nat(), fc.integer(), (ids, pick, places) => {
				const before: Draft = { text: "", takeaways: ids.map(takeaway) };
				const after = moveTakeaway(before, ids[pick % Math.max(ids.length, 1)] ?? "", places);
				expect([...idsOf(after)].sort()).toEqual([...ids].sort());
			}),
		);
	});

	it("knows whether it changed", () => {
		expect(isSameContent(draft, { text: "prose", takeaways: ["a", "b", "c"].map(takeaway) })).toBe(true);
		expect(isSameContent(draft, moveTakeaway(draft, "a", 1))).toBe(false);
		expect(isSameContent(draft, { ...draft, text: "" })).toBe(false);
	});
});
