import fc from "fast-check";
import { expect, it } from "vitest";
import { toPlainText } from "./plain-text";

it.each([
	["", ""],
	["One *text*,\nwith `code`.\n\nAnd **more**.", "One text,\nwith code.\n\nAnd more."],
	["# A heading\n\nText", "A heading\n\nText"],
	["- one\n- two\n  - deep", "• one\n• two\n  • deep"],
	["3. three\n4. four", "3. three\n4. four"],
	["[The page](https://a.example/b) and <https://c.example>", "The page (https://a.example/b) and https://c.example"],
	["> quoted\n\n---\n\n![a boat](x.png)", "quoted\n\n—\n\na boat"],
	["| a | b |\n| - | - |\n| 1 | 2 |", "a | b\n1 | 2"],
	["```\n<b>\n```\n\n<b>not bold</b>", "<b>\n\n<b>not bold</b>"],
])("takes %j for text", (markdown, text) => {
	expect(toPlainText(markdown)).toBe(text);
});

it("keeps every word of a text without markup, and never fails", () => {
	const word = fc.string({ unit: fc.constantFrom(..."abcé漢1"), minLength: 1 });
	fc.assert(
		fc.property(fc.array(word, { minLength: 1 }), (words) => {
			expect(toPlainText(`x${words.join(" ")}`)).toBe(`x${words.join(" ")}`);
		}),
	);
	fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof toPlainText(text) === "string"));
});
