import { expect, it } from "vitest";
import type { CompiledTalk } from "./compile/types";
import { newItem } from "./start";
import { EMPTY_CONTENT, type WriteUpContent } from "./types";
import { findWarnings } from "./warnings";

function talk(id: number, note: CompiledTalk["note"]): CompiledTalk {
	return {
		...{ id, slug: `t${id}`, title: `Talk ${id}`, url: null, start: new Date(0), day: "2026-01-31" },
		...{ conference: { slug: "conf", title: "Conf" }, track: null, room: null, speakers: [], links: [] },
		...{ mark: null, note, addresses: [] },
	};
}

const talks = new Map([
	[1, talk(1, null)],
	[2, talk(2, { text: "Noted.", takeaways: [], updatedAt: new Date(0) })],
]);

it("lists what a write-up lacks, from its beginning to its end", () => {
	const content: WriteUpContent = {
		...EMPTY_CONTENT,
		frontMatter: "a: [",
		sections: [
			{ id: "s1", heading: "", prose: "", items: [] },
			{
				id: "s2",
				heading: "Two",
				prose: "",
				items: [
					newItem(1, "i1"),
					newItem(2, "i2"),
					{ ...newItem(1, "i3"), text: "Own." },
					{ ...newItem(null, "i4"), missingTalk: { conference: "c", guid: null, title: "Away", url: null } },
				],
			},
		],
	};
	expect(findWarnings(content, talks)).toEqual([
		{ kind: "title" },
		{ kind: "date" },
		{ kind: "front-matter" },
		{ kind: "heading", sectionId: "s1" },
		{ kind: "empty-section", sectionId: "s1" },
		{ kind: "note", itemId: "i1", title: "Talk 1" },
		{ kind: "talk", itemId: "i4", title: "Away" },
	]);
});

it("lists nothing where all is there", () => {
	const sections = [{ id: "s", heading: "One", prose: "", items: [newItem(2, "i"), newItem(null, "j")] }];
	expect(
		findWarnings({ ...EMPTY_CONTENT, title: "T", date: "2026-02-11", frontMatter: "a: 1", sections }, talks),
	).toEqual([]);
});
