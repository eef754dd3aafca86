import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteEntry } from "@/lib/testing/note-entry";
import { countRows, groupNotes, paginateGroups } from "./grouping";
import { NOTES_ORDERS } from "./view";

const topic = (slug: string, name = slug) => ({ slug, name });
const older = { id: 2, slug: "older", startDate: "2025-02-01" };
const notes = [
	noteEntry({ id: 1 }),
	noteEntry({ id: 2, conference: older, topics: [topic("t10", "Topic 10"), topic("t9", "Topic 9")] }),
	noteEntry({ id: 3, topics: [topic("t9", "Topic 9")] }),
];
const summarizeGroups = (order: (typeof NOTES_ORDERS)[number]) =>
	groupNotes(notes, order).map((group) => [
		group.conference?.slug ?? group.topic?.slug ?? null,
		group.entries.map(({ talk }) => talk.id),
		group.count,
	]);

describe("notes in groups", () => {
	it("are one list where they are ordered by time alone", () => {
		expect(summarizeGroups("newest")).toEqual([[null, [1, 2, 3], 3]]);
	});

	it("stand by conference, the latest first", () => {
		expect(summarizeGroups("conference")).toEqual([
			["conf", [1, 3], 2],
			["older", [2], 1],
		]);
	});

	it("stand by topic, in each that they have, and without one last", () => {
		expect(summarizeGroups("topic")).toEqual([
			["t9", [2, 3], 2],
			["t10", [2], 1],
			[null, [1], 1],
		]);
	});

	const any = fc
		.array(fc.tuple(fc.boolean(), fc.subarray(["a", "b", "c"])), { maxLength: 30 })
		.map((all) =>
			all.map(([isOlder, topics], id) =>
				noteEntry({ id, topics: topics.map((slug) => topic(slug)), ...(isOlder && { conference: older }) }),
			),
		);

	it("are all there, and on pages that are full until the last", () => {
		fc.assert(
			fc.property(any, fc.constantFrom(...NOTES_ORDERS), fc.integer({ min: 1, max: 7 }), (entries, order, size) => {
				const groups = groupNotes(entries, order);
				const all = groups.flatMap((group) => group.entries);
				expect(new Set(all)).toEqual(new Set(entries));
				expect(countRows(groups)).toBe(all.length);
				const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, page) =>
					paginateGroups(groups, page + 1, size).flatMap((group) => group.entries),
				);
				expect(pages.flat()).toEqual(all);
				for (const page of pages.slice(0, -1)) expect(page).toHaveLength(size);
			}),
		);
	});
});
