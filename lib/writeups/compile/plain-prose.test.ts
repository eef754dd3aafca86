import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { normalizeText } from "./normalize-text";
import { normalizePlainProse } from "./plain-prose";

const context = { level: 4, nestedLevel: 4, isOwn: false };

test("prose among headings is moved down as it stands", () => {
	expect(normalizePlainProse("Text **a**.\n\n## Later\n\n- one\n- two\n\n#### Deep: a b\n\nEnd", 4)).toBe(
		"Text **a**.\n\n#### Later\n\n- one\n- two\n\n###### Deep: a b\n\nEnd",
	);
	for (const source of ["## *a*", "## a\nb", "## a\n\n\n\nb", "## a\n\n> b", "##\n\na", "## a \n\nb", "a\n\n## b #"])
		expect(normalizePlainProse(source, 4), source).toBeNull();
});

const plain = fc.constantFrom("a", "Word", "b:", "c,", "(d)", "1", "ü");
const marked = fc.constantFrom("`code`", "**bold**", "[l](https://a.org)", "_x_", "*", "#", "-", "==", "1.", "\\", "|");
const word = fc.oneof({ arbitrary: plain, weight: 8 }, marked);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const lines = (begin: string) =>
	fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.map((each) => begin + each).join("\n"));
const block = fc.oneof(
	fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, words]) => `${"#".repeat(level)} A ${words}`),
	lines("A "),
	lines(""),
	lines("- A "),
	lines("1. "),
);

test("it is written as the parser would have it", () => {
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
			const source = blocks.join("\n\n");
			const normalized = normalizePlainProse(source, 4);
			fc.pre(normalized !== null);
			// A character that the fast path leaves to the parser.
			const parsed = normalizeText(`${normalized}\n\n&amp;`, context, null, new Set());
			expect(parsed).toBe(`${normalized}\n\n&amp;`);
		}),
		runs(180),
	);
});
