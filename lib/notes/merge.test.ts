import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { mergeNoteContent } from "./merge";
import type { NoteContent } from "./types";

function counting(): () => string {
	let count = 0;
	return () => `new-${++count}`;
}

const content = (text: string, ...takeaways: [id: string, text: string][]): NoteContent => ({
	text,
	takeaways: takeaways.map(([id, text]) => ({ id, text })),
});

describe("a guest's note that joins an account's", () => {
	test("is added below it, its takeaways after the account's", () => {
		const merged = mergeNoteContent(
			content("Ours.\n", ["a", "One"], ["b", "Two"]),
			content("Theirs.", ["a", "Three"], ["c", "Two"], ["d", " "], ["e", "Four"]),
			counting(),
		);
		expect(merged).toEqual(content("Ours.\n\nTheirs.", ["a", "One"], ["b", "Two"], ["new-1", "Three"], ["e", "Four"]));
	});

	test("changes nothing where it says the same", () => {
		const same = content("Same.", ["a", "One"]);
		expect(mergeNoteContent(same, content("Same.", ["x", "One"]), counting())).toEqual(same);
		expect(mergeNoteContent(same, content(" \n"), counting())).toEqual(same);
	});

	test("stands alone where the account's is blank", () => {
		const guests = content("Theirs.", ["a", "One"]);
		expect(mergeNoteContent(content(" "), guests, counting())).toEqual(guests);
	});

	const id = fc.constantFrom("a", "b", "c", "d", "new-1", "new-2");
	const anyText = fc.constantFrom("", " ", "one", "two", "one ", "# three", "\n\nfour\n", "two\n\none");
	const takeaways = fc.uniqueArray(fc.record({ id, text: anyText.map((text) => text.replaceAll("\n", " ")) }), {
		selector: (takeaway) => takeaway.id,
	});
	const note = fc.record({ text: anyText, takeaways });

	test("loses nothing that either side wrote, keeps ids apart and the account's as it was", () => {
		fc.assert(
			fc.property(note, note, (account, guest) => {
				const merged = mergeNoteContent(account, guest, counting());
				if (account.text.trim() !== "") expect(merged.text.startsWith(account.text.replace(/\n+$/, ""))).toBe(true);
				expect(merged.text).toContain(guest.text.trim());
				expect(merged.takeaways.slice(0, account.takeaways.length)).toEqual(account.takeaways);
				const mergedTexts = merged.takeaways.map(({ text }) => text);
				for (const { text } of guest.takeaways) if (text.trim() !== "") expect(mergedTexts).toContain(text);
				expect(new Set(merged.takeaways.map((takeaway) => takeaway.id)).size).toBe(merged.takeaways.length);
			}),
			runs(2_000),
		);
	});
});
