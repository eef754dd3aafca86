import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteEntry } from "@/lib/testing/note-entry";
import { countNotes, countWords, filterNotes, filterTalksWithoutNote } from "./filter-notes";
import { collectChoices, type NotesView, notesParams, parseNotesView, withoutFilters } from "./view";

const fishing = { slug: "fishing", name: "Fishing" };
const tools = { slug: "tools", name: "Tools 2" };
const older = { id: 2, slug: "older", title: "Older", startDate: "2025-02-01" };

const notes = [
	noteEntry({ id: 1, topics: [fishing] }, "The **café** of [Rust](https://example.org/ferris)", ["Try *clippy*", " "]),
	noteEntry({ id: 2, topics: [tools, fishing], conference: older }, "", ["Rust & naïveté"]),
	noteEntry({ id: 3, title: "Kraken" }, "Nothing\n\nmuch"),
];
const choices = collectChoices(notes.map(({ talk }) => talk));
const parse = (params: Record<string, string | string[]>) => parseNotesView(params, choices);
const idsOf = (params: Record<string, string | string[]>) =>
	filterNotes(notes, parse(params)).map(({ talk }) => talk.id);

describe("the notes that an address shows", () => {
	it("are all of them where it asks for nothing, or for what is not there", () => {
		expect(idsOf({})).toEqual([1, 2, 3]);
		expect(idsOf({ conference: "x", topic: "y", by: "z", tab: "q", q: "  " })).toEqual([1, 2, 3]);
	});

	it.each<[Record<string, string | string[]>, number[]]>([
		[{ q: "CAFE" }, [1]],
		[{ q: "rust" }, [1, 2]],
		[{ q: "rust naivete" }, [2]],
		[{ q: "cafe clippy" }, [1]],
		[{ q: "nothing much" }, [3]],
		[{ q: "ferris" }, []],
		[{ q: "kraken" }, []],
		[{ conference: "older" }, [2]],
		[{ topic: "fishing" }, [1, 2]],
		[{ topic: ["fishing", "tools"] }, [1, 2]],
		[{ topic: "fishing", conference: "conf" }, [1]],
		[{ topic: "tools", q: "cafe" }, []],
	])("of %j are %j", (params, expected) => {
		expect(idsOf(params)).toEqual(expected);
	});

	it("are told apart by conferences, the latest first, and topics by name", () => {
		expect(choices).toEqual({
			conferences: [
				{ slug: "conf", name: "Conf" },
				{ slug: "older", name: "Older" },
			],
			topics: [fishing, tools],
		});
	});

	it("leave words alone where nothing was written that could have them", () => {
		expect(filterTalksWithoutNote(notes, parse({ q: "zeppelin", topic: "tools" })).map(({ talk }) => talk.id)).toEqual([
			2,
		]);
	});

	it("have an address that is read back, whatever it says", () => {
		const view: fc.Arbitrary<NotesView> = fc.record({
			tab: fc.constantFrom("notes" as const, "unwritten" as const),
			order: fc.constantFrom("newest" as const, "conference" as const, "topic" as const),
			query: fc.string({ unit: "grapheme", maxLength: 60 }).map((query) => query.trim()),
			conferences: fc.subarray(["conf", "older"]),
			topics: fc.subarray(["fishing", "tools"]),
		});
		fc.assert(
			fc.property(view, fc.integer({ min: 1, max: 9 }), (any, page) => {
				const params = new URLSearchParams(notesParams(any, page).toString());
				const read = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
				expect(parse(read)).toEqual(any);
				expect(params.get("page")).toBe(page === 1 ? null : String(page));
			}),
		);
		const whole = "tab=unwritten&q=a%2Bb&conference=older&topic=tools&by=topic&page=2";
		expect(String(notesParams(parse(Object.fromEntries(new URLSearchParams(whole))), 2))).toBe(whole);
		expect([...notesParams(withoutFilters(parse({ q: "a", topic: "tools", by: "topic" })))]).toEqual([["by", "topic"]]);
	});
});

describe("counting notes", () => {
	it("counts what holds something, with the words of prose and takeaways", () => {
		expect(countNotes(notes)).toEqual({ notes: 3, takeaways: 2, words: 10, conferences: 2 });
		expect(countNotes([])).toEqual({ notes: 0, takeaways: 0, words: 0, conferences: 0 });
	});

	it("takes for a word what has a letter or a digit", () => {
		expect(countWords("# A **bold** move - 2 × [x](y) — it's e-mail,\n日本語")).toBe(8);
		expect(countWords(" \n--- *** ")).toBe(0);
	});
});
