import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { mapCaret } from "./caret";

/** Where "|" is in `after`, having been in `before`. */
function moved(before: string, after: string): string {
	const at = mapCaret(before.replace("|", ""), after, before.indexOf("|"));
	return `${after.slice(0, at)}|${after.slice(at)}`;
}

describe("the caret in a text that changes elsewhere", () => {
	test.each([
		["what comes before it grows", "one\n\ntwo|", "one, more\n\ntwo", "one, more\n\ntwo|"],
		["what comes after it grows", "o|ne\n\ntwo", "one\n\ntwo, more", "o|ne\n\ntwo, more"],
		["both do", "one\n\nt|wo\n\nthree", "1\n\ntwo\n\n3", "1\n\nt|wo\n\n3"],
		["a paragraph comes before its empty line", "one\n\n|\n\ntwo", "one\n\nnew\n\n\n\ntwo", "one\n\nnew\n\n|\n\ntwo"],
		["a paragraph comes before it at the end", "one\n\n|", "one\n\nnew\n\n", "one\n\nnew\n\n|"],
		["a paragraph comes after its line", "one|\n\ntwo", "one\n\nnew\n\ntwo", "one|\n\nnew\n\ntwo"],
		["a paragraph comes after it at the end", "one|", "one\n\nnew", "one|\n\nnew"],
		["its line goes", "one\n\nx|yz\n\nthree", "one\n\nthree", "one\n\n|three"],
		["nothing does", "o|ne", "one", "o|ne"],
	])("stays with its words where %s", (_, before, after, expected) => {
		expect(moved(before, after)).toBe(expected);
	});

	test("is always within the text", () => {
		const text = fc.array(fc.constantFrom("a", "b", "\n", "🌊"), { maxLength: 12 }).map((all) => all.join(""));
		fc.assert(
			fc.property(text, text, fc.nat(), (before, after, position) => {
				const at = mapCaret(before, after, position % (before.length + 1));
				expect(at).toBeGreaterThanOrEqual(0);
				expect(at).toBeLessThanOrEqual(after.length);
			}),
			runs(3_000),
		);
	});
});
