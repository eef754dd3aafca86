import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeForSearch } from "@/lib/text/normalize";
import { findCueIndex, findInParagraphs, formatQuotation, groupIntoParagraphs, splitCue } from "./paragraphs";
import type { Cue } from "./types";

const said = (start: number, text: string, speaker?: string): Cue => ({
	start,
	end: start + 2,
	text,
	...(speaker && { speaker }),
});

describe("paragraphs", () => {
	it("begin after a pause, with another speaker, and after a sentence once there are some", () => {
		const long = `${"words ".repeat(60)}end.`;
		const cues = [
			said(0, "One"),
			said(2, "two."),
			said(7, "After a pause"),
			said(9, "Ann says", "Ann"),
			said(11, long, "Ann"),
			said(13, "a new one", "Ann"),
			said(15, "Bob says", "Bob"),
		];
		expect(groupIntoParagraphs(cues).map(({ first, text, offsets: places }) => [first, text, places])).toEqual([
			[0, "One two.", [0, 4]],
			[2, "After a pause", [0]],
			[3, `Ann says ${long}`, [0, 9]],
			[5, "a new one", [0]],
			[6, "Bob says", [0]],
		]);
		expect(groupIntoParagraphs([])).toEqual([]);
	});

	it("end somewhere where no sentence does, and leave nothing out", () => {
		const cues = Array.from({ length: 200 }, (_, index) =>
			said(index * 2, `some ten words of a talk without an end ${index}`),
		);
		const paragraphs = groupIntoParagraphs(cues);
		expect(paragraphs.flatMap((paragraph) => paragraph.cues)).toEqual(cues);
		expect(Math.max(...paragraphs.map(({ text }) => text.length))).toBeLessThan(900);
		expect(paragraphs.length).toBeLessThan(15);
	});
});

it("knows the cue that was said last at a moment", () => {
	const cues = [said(1, "a"), said(3, "b"), said(3, "c"), said(8, "d")];
	expect([0, 1, 2.9, 3, 7, 8, 900].map((seconds) => findCueIndex(cues, seconds))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
	expect(findCueIndex([], 3)).toBe(-1);
});

describe("a quotation", () => {
	it("is on one line, in quotation marks", () => {
		expect(formatQuotation(" The tide\n comes in ")).toEqual({ text: "“The tide comes in”", isCut: false });
	});

	it("is cut between words where it is too long for a takeaway, and not within a character", () => {
		const words = formatQuotation("tide ".repeat(1000));
		expect([words.isCut, words.text.endsWith("tide…”"), words.text.length <= 2000]).toEqual([true, true, true]);
		expect(formatQuotation("🦑".repeat(1500)).text).toMatch(/^“(?:🦑)+…”$/u);
		expect(formatQuotation("x".repeat(1998))).toEqual({ text: `“${"x".repeat(1998)}”`, isCut: false });
		expect(formatQuotation("x".repeat(1999)).text).toHaveLength(2000);
	});
});

describe("finding in a transcript", () => {
	const paragraphs = groupIntoParagraphs([
		said(0, "Le café"),
		said(2, "des bases: CAFÉ"),
		said(9, "no tea"),
		said(20, "cafe"),
	]);
	const folded = paragraphs.map(({ text }) => normalizeForSearch(text));

	it("takes case and accents for the same, and finds over cues", () => {
		expect(findInParagraphs(paragraphs, folded, " Cafe ")).toEqual({
			count: 3,
			byParagraph: new Map([
				[
					0,
					{
						before: 0,
						ranges: [
							[3, 7],
							[19, 23],
						],
					},
				],
				[2, { before: 2, ranges: [[0, 4]] }],
			]),
		});
		expect(findInParagraphs(paragraphs, folded, "CAFE DES").byParagraph.get(0)).toEqual({
			before: 0,
			ranges: [[3, 11]],
		});
		expect(findInParagraphs(paragraphs, folded, "  ").count).toBe(0);
		expect(findInParagraphs(paragraphs, folded, "kraken").count).toBe(0);
	});

	it("parts a cue at what was found in it", () => {
		const matches = {
			before: 4,
			ranges: [
				[3, 11],
				[19, 23],
			] as const,
		};
		expect(splitCue("Le café", 0, matches)).toEqual([
			{ text: "Le ", match: null },
			{ text: "café", match: 4 },
		]);
		expect(splitCue("des bases: CAFÉ", 8, matches)).toEqual([
			{ text: "des", match: 4 },
			{ text: " bases: ", match: null },
			{ text: "CAFÉ", match: 5 },
		]);
	});

	it("leaves nothing of a cue out", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "ß"), minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (texts, query) => {
				const all = groupIntoParagraphs(texts.map((each, index) => said(index, each)));
				const { byParagraph } = findInParagraphs(
					all,
					all.map((paragraph) => normalizeForSearch(paragraph.text)),
					query,
				);
				for (const [index, { cues, offsets: places }] of all.entries()) {
					const matches = byParagraph.get(index) ?? { before: 0, ranges: [] };
					for (const [at, cue] of cues.entries()) {
						const parts = splitCue(cue.text, places[at] ?? 0, matches);
						expect(parts.map((part) => part.text).join("")).toBe(cue.text);
					}
				}
			}),
		);
	});
});
