import { describe, expect, it } from "vitest";
import { addTalks, newItem } from "./start";
import { EMPTY_CONTENT, type WriteUpContent } from "./types";

const ids = () => {
	let n = 0;
	return () => `new${++n}`;
};

describe("talks that are added to a write-up", () => {
	const content: WriteUpContent = {
		...EMPTY_CONTENT,
		sections: [
			{ id: "s1", heading: "Go", prose: "On Go.", items: [newItem(1, "i1")] },
			{ id: "s2", heading: "Mine", prose: "", items: [] },
		],
	};

	it("join the section of their heading, or a new one, and stand there once", () => {
		const groups = [
			{ heading: "Go", talkIds: [1, 2] },
			{ heading: "Rust", talkIds: [3] },
		];
		expect(addTalks(content, groups, ids()).sections).toEqual([
			{ id: "s1", heading: "Go", prose: "On Go.", items: [newItem(1, "i1"), newItem(2, "new1")] },
			content.sections[1],
			{ id: "new3", heading: "Rust", prose: "", items: [newItem(3, "new2")] },
		]);
	});

	it("join the last section where they have no heading", () => {
		expect(addTalks(content, [{ heading: "", talkIds: [2] }], ids()).sections[1]?.items).toEqual([newItem(2, "new1")]);
		expect(addTalks(EMPTY_CONTENT, [{ heading: "", talkIds: [2] }], ids()).sections).toEqual([
			{ id: "new2", heading: "", prose: "", items: [newItem(2, "new1")] },
		]);
		expect(addTalks(content, [{ heading: "Go", talkIds: [1] }], ids())).toEqual(content);
	});
});
