import { describe, expect, it } from "vitest";
import { newItem } from "@/lib/writeups/start";
import { EMPTY_CONTENT, type WriteUpContent } from "@/lib/writeups/types";
import { addItem, changeItem, changeSection, moveItem, moveSection, removeItem, removeSection, stepOf } from "./edits";

const section = (id: string, ...items: number[]) => ({
	id,
	heading: id,
	prose: "",
	items: items.map((talk) => newItem(talk, `i${talk}`)),
});
const content: WriteUpContent = { ...EMPTY_CONTENT, sections: [section("a", 1, 2), section("b"), section("c", 3)] };
const outline = ({ sections }: WriteUpContent) =>
	sections.map(({ id, items }) => [id, items.map((item) => item.talkId)]);

describe("changes of a write-up", () => {
	it("leave what they are not about as the same object", () => {
		const renamed = changeSection(content, "a", { heading: "New" });
		expect(renamed.sections[0]).toEqual({ ...content.sections[0], heading: "New" });
		expect(renamed.sections.slice(1)).toEqual(content.sections.slice(1));
		expect(renamed.sections[2]).toBe(content.sections[2]);
		const changed = changeItem(content, "i2", { text: "Own." });
		expect(changed.sections[0]?.items).toEqual([newItem(1, "i1"), { ...newItem(2, "i2"), text: "Own." }]);
		expect(changed.sections[0]?.items[0]).toBe(content.sections[0]?.items[0]);
		expect(changed.sections[2]).toBe(content.sections[2]);
	});

	it("add, remove and move sections and talks", () => {
		expect(outline(addItem(content, newItem(4, "i4"), { sectionId: "b", index: 0 }))[1]).toEqual(["b", [4]]);
		expect(outline(removeItem(content, "i1"))[0]).toEqual(["a", [2]]);
		expect(outline(removeSection(content, "a"))).toEqual(outline(content).slice(1));
		expect(outline(moveSection(content, "c", 0)).map(([id]) => id)).toEqual(["c", "a", "b"]);
		expect(outline(moveItem(content, "i3", { sectionId: "a", index: 1 }))).toEqual([
			["a", [1, 3, 2]],
			["b", []],
			["c", []],
		]);
		expect(moveItem(content, "i3", { sectionId: "gone", index: 0 })).toBe(content);
	});

	it("step a talk through its section and on into the next one", () => {
		expect(stepOf(content, "i1", 1)).toEqual({ sectionId: "a", index: 1 });
		expect(stepOf(content, "i2", 1)).toEqual({ sectionId: "b", index: 0 });
		expect(stepOf(content, "i3", -1)).toEqual({ sectionId: "b", index: 0 });
		expect(stepOf(content, "i1", -1)).toBeNull();
		expect(stepOf(content, "i3", 1)).toBeNull();
	});
});
