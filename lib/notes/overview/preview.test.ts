import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileLine, hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { toSearchableNote } from "../search";
import type { NoteContent } from "../types";
import { type NotePreview, previewMatches, previewNote } from "./preview";

const note: NoteContent = {
	text: `# What it was\n\nThe **tide** comes in.\n\n${"Words and words. ".repeat(40)}\n\nThe kraken, at last.`,
	takeaways: [
		{ id: "a", text: "Ask the *harbour* master", time: 754 },
		{ id: "b", text: " " },
		{ id: "c", text: "Tide tables lie" },
		{ id: "d", text: "Bring a pencil", time: 0 },
		{ id: "e", text: "Krakens read, too" },
	],
};

const marked = (parts: NotePreview["takeaways"][number]["parts"]) =>
	parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("what a list shows of a note", () => {
	it("is its first takeaways with their times, and how its prose begins", () => {
		const { takeaways, moreTakeaways, prose } = previewNote(note);
		expect(takeaways).toEqual([
			{ id: "a", time: 754, parts: [{ text: "Ask the harbour master", isMatch: false }] },
			{ id: "c", parts: [{ text: "Tide tables lie", isMatch: false }] },
			{ id: "d", time: 0, parts: [{ text: "Bring a pencil", isMatch: false }] },
		]);
		expect(moreTakeaways).toBe(1);
		expect(prose?.isCutAfter).toBe(true);
		expect(prose && marked(prose.parts)).toMatch(/^What it was\nThe tide comes in\.\nWords and words\./);
	});

	it("has no prose where there is none", () => {
		expect(previewNote({ text: "\n ", takeaways: [] })).toEqual({ takeaways: [], moreTakeaways: 0, prose: null });
		expect(previewNote({ text: "Short.", takeaways: [] }).prose).toEqual({
			parts: [{ text: "Short.", isMatch: false }],
			isCutBefore: false,
			isCutAfter: false,
		});
	});

	it("is, in a search, what has the words: takeaways, and the prose around the first of them", () => {
		const { takeaways, moreTakeaways, prose } = previewMatches(note, ["kraken", "harbour"]);
		expect(takeaways.map(({ parts }) => marked(parts))).toEqual(["Ask the [harbour] master", "[Kraken]s read, too"]);
		expect(moreTakeaways).toBe(2);
		expect(prose && marked(prose.parts)).toMatch(/The \[kraken\], at last\.$/);
		expect([prose?.isCutBefore, prose?.isCutAfter]).toEqual([true, false]);
		expect(previewMatches(note, ["pencil"]).prose).toBeNull();
	});

	it("has a match for every note that a search finds", () => {
		const anyNote = fc.record({
			text: hostileMarkdown,
			takeaways: fc
				.array(hostileLine, { maxLength: 3 })
				.map((lines) => lines.map((text, index) => ({ id: `t${index}`, text }))),
		});
		fc.assert(
			fc.property(anyNote, fc.constantFrom("word", "a", "key", "日本語", "title:", "["), (any, word) => {
				if (!toSearchableNote(any).normalized.includes(word)) return;
				const { takeaways, prose } = previewMatches(any, [word]);
				const parts = [...takeaways.flatMap((takeaway) => takeaway.parts), ...(prose?.parts ?? [])];
				expect(parts.some(({ isMatch }) => isMatch)).toBe(true);
			}),
			runs(1000),
		);
	});
});
