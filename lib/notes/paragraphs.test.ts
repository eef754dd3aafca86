import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { joinParagraphs, splitParagraphs } from "./paragraphs";

const bodiesOf = (text: string) => splitParagraphs(text).all.map(({ body }) => body);

describe("the paragraphs of a text", () => {
	test("stand between its blank lines", () => {
		expect(bodiesOf("# One\ntwo\n\n \t\n- a\n- b\n\n\nlast\n")).toEqual(["# One\ntwo", "- a\n- b", "last"]);
		expect(bodiesOf("\n\n \n")).toEqual([]);
		expect(bodiesOf("")).toEqual([]);
	});

	test("are not torn where a blank line is fenced code", () => {
		expect(bodiesOf("a\n\n```js\nlet a;\n\nlet b;\n```\n\nb")).toEqual(["a", "```js\nlet a;\n\nlet b;\n```", "b"]);
		expect(bodiesOf("~~~~\n\n~~~\n\n~~~~~\n\nb")).toEqual(["~~~~\n\n~~~\n\n~~~~~", "b"]);
		expect(bodiesOf("- a\n\n  ```\n\n  ```\n\nb")).toEqual(["- a", "  ```\n\n  ```", "b"]);
		// It lasts to the end where nothing closes it, and a line of code in a line opens none.
		expect(bodiesOf("```\na\n\nb")).toEqual(["```\na\n\nb"]);
		expect(bodiesOf("```a``` b\n\nc")).toEqual(["```a``` b", "c"]);
	});

	test("make the text again, to the last space", () => {
		const line = fc.constantFrom("", " ", "\t", "a", "b c", "```", "~~~", "```` js", "- d", "    e");
		const lines = fc.array(line, { maxLength: 15 }).map((all) => all.join("\n"));
		fc.assert(
			fc.property(fc.oneof(lines, fc.string()), (text) => {
				const { all, tail } = splitParagraphs(text);
				expect(joinParagraphs(all, tail)).toBe(text);
			}),
			runs(2_000),
		);
	});

	test("of several texts have a blank line between them", () => {
		const [first, second] = ["a", "b"].flatMap((text) => splitParagraphs(text).all);
		if (!first || !second) throw new Error("Each of them is a paragraph.");
		expect(joinParagraphs([first, second], "\n")).toBe("a\n\nb\n");
	});
});
