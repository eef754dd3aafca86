import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureCpuTime } from "@/lib/testing/cpu-time";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import type { NoteContent, Takeaway } from "../types";
import { type Comparison, compareNotes, type Piece } from "./compare";

const note = (text: string, takeaways: readonly Takeaway[] = []): NoteContent => ({ text, takeaways });
const same = (text: string): Piece => ({ kind: "same", text });
const added = (text: string): Piece => ({ kind: "added", text });
const removed = (text: string): Piece => ({ kind: "removed", text });

describe("texts", () => {
	test("are compared by lines, and the lines that changed by words", () => {
		const { hunks } = compareNotes(
			note("# Title\n\nOne two three.\n\nLast"),
			note("# Title\n\nOne and three more.\n\nLast"),
		);
		expect(hunks).toEqual([
			{ kind: "same", lines: ["# Title", ""] },
			{
				kind: "changed",
				pieces: [same("One "), removed("two"), added("and"), same(" three"), added(" more"), same(".")],
			},
			{ kind: "same", lines: ["", "Last"] },
		]);
	});

	test("that have little in common stand whole, one after the other", () => {
		const { hunks } = compareNotes(note("what the speaker said"), note("nothing of it, the end"));
		expect(hunks).toEqual([
			{ kind: "changed", pieces: [removed("what the speaker said"), added("nothing of it, the end")] },
		]);
	});

	test("of which one is blank have no empty line that went or came", () => {
		expect(compareNotes(note(""), note("a\nb")).hunks).toEqual([{ kind: "changed", pieces: [added("a\nb")] }]);
		expect(compareNotes(note("a\n"), note("")).hunks).toEqual([{ kind: "changed", pieces: [removed("a\n")] }]);
		expect(compareNotes(note(""), note("")).hunks).toEqual([]);
	});

	test("of 100,000 characters, wholly different, are compared within a second", () => {
		const long = (word: string, gap: string) => `${word}${gap}`.repeat(100_000 / (word.length + 1));
		const lines = ["a\n", "b\n"].map((text) => text.repeat(50_000));
		const compareAll = () => {
			compareNotes(note(long("one", " ")), note(long("two", " ")));
			compareNotes(note(long("one", "\n")), note(long("two", "\n")));
			compareNotes(note(lines[0] ?? ""), note(lines[1] ?? ""));
		};
		expect(measureCpuTime(compareAll)).toBeLessThan(3_000);
	});
});

describe("takeaways", () => {
	const [a, b, c, d] = [..."abcd"].map((id) => ({ id, text: `Takeaway ${id}` })) as [
		Takeaway,
		Takeaway,
		Takeaway,
		Takeaway,
	];

	test("are the same, changed, added, removed or moved, by what they are and not by where they stand", () => {
		const { takeaways } = compareNotes(
			note("", [a, b, c, d]),
			note("", [{ ...d, time: 754 }, { ...a, text: "Takeaway a, longer" }, c, { id: "e", text: "Takeaway e" }]),
		);
		expect(takeaways).toEqual([
			{ id: "d", kind: "changed", isMoved: true, pieces: [added("12:34 "), same("Takeaway d")] },
			{ id: "a", kind: "changed", isMoved: false, pieces: [same("Takeaway a"), added(", longer")] },
			{ id: "b", kind: "removed", isMoved: false, pieces: [removed("Takeaway b")] },
			{ id: "c", kind: "same", isMoved: false, pieces: [same("Takeaway c")] },
			{ id: "e", kind: "added", isMoved: false, pieces: [added("Takeaway e")] },
		]);
	});

	test("that say the same under another id are others", () => {
		expect(compareNotes(note("", [a]), note("", [{ ...a, id: "x" }])).isSame).toBe(false);
		expect(compareNotes(note("", [a]), note("", [a]))).toEqual({
			isSame: true,
			hunks: [],
			takeaways: [{ id: "a", kind: "same", isMoved: false, pieces: [same("Takeaway a")] }],
		});
	});
});

const anyNote = fc.record({
	text: fc.oneof(hostileMarkdown, fc.string({ unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 60 })),
	takeaways: fc.uniqueArray(fc.record({ id: fc.constantFrom(..."abcdef"), text: fc.string({ maxLength: 12 }) }), {
		selector: ({ id }) => id,
	}),
});

/** One side of a comparison, put together again from its pieces. */
function sideOf({ hunks, takeaways }: Comparison, gone: "added" | "removed"): { text: string; takeaways: string[] } {
	const joined = (pieces: readonly Piece[]) =>
		pieces
			.filter(({ kind }) => kind !== gone)
			.map(({ text }) => text)
			.join("");
	const has = (pieces: readonly Piece[]) => pieces.some(({ kind }) => kind !== gone);
	return {
		text: hunks
			.flatMap((hunk) => (hunk.kind === "same" ? hunk.lines : has(hunk.pieces) ? [joined(hunk.pieces)] : []))
			.join("\n"),
		takeaways: takeaways.filter(({ kind }) => kind !== gone).map(({ pieces }) => joined(pieces)),
	};
}

test("of any two notes, both are wholly in their comparison", () => {
	fc.assert(
		fc.property(anyNote, anyNote, (older, newer) => {
			const comparison = compareNotes(older, newer);
			const texts = newer.takeaways.map(({ text }) => text);
			expect(sideOf(comparison, "removed")).toEqual({ text: newer.text, takeaways: texts });
			const before = sideOf(comparison, "added");
			expect(before.text).toBe(older.text);
			expect(before.takeaways.toSorted()).toEqual(older.takeaways.map(({ text }) => text).toSorted());
		}),
		runs(500),
	);
});
