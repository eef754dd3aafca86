import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { normalizeText } from "./normalize-text";
import { shiftProseHeadings } from "./shift-headings";

const context = { level: 4, nestedLevel: 4, isOwn: false };

test("prose among headings is moved down as it stands", () => {
	expect(shiftProseHeadings("Text **a**.\n\n## Later\n\n- one\n- two\n\n#### Deep: a b\n\nEnd", 4)).toBe(
		"Text **a**.\n\n#### Later\n\n- one\n- two\n\n###### Deep: a b\n\nEnd",
	);
	for (const source of [
		"No heading",
		"## *a*",
		"## a\nb",
		"## a\n\n\n\nb",
		"## a\n\n> b",
		"##\n\na",
		"a\n\n## b #",
		"## a \n\nb",
	])
		expect(shiftProseHeadings(source, 4), source).toBeNull();
});

const plain = fc.constantFrom("a", "Word", "b:", "c,", "(d)", "1", "ü");
const marked = fc.constantFrom("`code`", "**bold**", "[l](https://a.org)", "_x_", "*", "#", "-", "==", "1.");
const word = fc.oneof({ arbitrary: plain, weight: 8 }, marked);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const block = fc.oneof(
	fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, words]) => `${"#".repeat(level)} A  ${words}`),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((each) => `A ${each}`).join("\n")),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((each) => `- A ${each}`).join("\n")),
);

test("it is written as the parser would have it", () => {
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
			const source = blocks.join("\n\n");
			fc.pre(shiftProseHeadings(source, 4) !== null);
			// What is escaped takes the parser.
			const parsed = normalizeText(`${source}\n\n\\*`, context, null, new Set());
			expect(`${normalizeText(source, context, null, new Set())}\n\n\\*`).toBe(parsed);
		}),
		runs(180),
	);
});
