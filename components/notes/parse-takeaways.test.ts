import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { parseTakeaways } from "./parse-takeaways";

const texts = (text: string) => parseTakeaways(text).map((each) => each.text);

describe("a pasted text", () => {
	test("has a takeaway for every line that is not blank", () => {
		expect(texts("one\r\ntwo\n\n \n three \u2028four")).toEqual(["one", "two", "three", "four"]);
		expect(texts(" \n\n")).toEqual([]);
	});

	test.each([
		["bullets of Markdown", "- one\n* two\n+ three", ["one", "two", "three"]],
		["bullets of slides", "• one\n‣ two\n– three", ["one", "two", "three"]],
		["numbers", "1. one\n2. two\n10) three", ["one", "two", "10) three"]],
		["numbers from the middle of a list", "9. nine\n10. ten\n11. eleven", ["nine", "ten", "eleven"]],
		["the same number, as Markdown allows", "7. one\n7. two", ["one", "two"]],
		["tasks", "- [ ] open\n- [x] done\n1. [X] done too\n- []", ["open", "done", "done too", "[]"]],
		["nested items", "- one\n  - two\n\t1. three\n- four", ["one", "two", "three", "four"]],
		["items over several lines", "- one\n  goes on\n\n  and on\n- two\nthree", ["one goes on and on", "two", "three"]],
		["a heading", "Key takeaways:\n\n- one\n- two", ["one", "two"]],
		["a heading of Markdown", "## Key takeaways\n- one", ["one"]],
		["a bold heading", "**Key takeaways:**\n- one", ["one"]],
		["rules and empty items", "one\n---\n- \n* * *\ntwo", ["one", "two"]],
	])("has its items without what marks them: %s", (_name, text, expected) => {
		expect(texts(text)).toEqual(expected);
	});

	test("keeps bullets and numbers that mark nothing", () => {
		const lines = [
			"1986. That was a good year",
			"3.5 times faster",
			"2. is what he said",
			"-5 degrees",
			"*Columns* outlive programs",
			"+1 from me",
			"a - b",
			"[x] marks the spot",
			"[link](https://tidetools.example/) first",
			"Key takeaways are hard",
		];
		expect(texts(lines.join("\n"))).toEqual(lines);
		// A heading of nothing is what somebody wrote.
		expect(texts("Key takeaways:")).toEqual(["Key takeaways:"]);
	});

	test.each([
		["12:34 words", { text: "words", time: 754 }],
		["- [12:34](https://video.example/a.mp4#t=754) words", { text: "words", time: 754 }],
		["[12:34](https://video.example/watch?v=a&t=754s): words", { text: "words", time: 754 }],
		["[12:34] words", { text: "words", time: 754 }],
		["(1:02:03) words", { text: "words", time: 3723 }],
		["12:34 – words", { text: "words", time: 754 }],
		["12:34 - words", { text: "words", time: 754 }],
		["12:34: words", { text: "words", time: 754 }],
		["0:05", { text: "", time: 5 }],
		["12:34 -5 degrees", { text: "-5 degrees", time: 754 }],
		["12:74 is no time", { text: "12:74 is no time" }],
		["12:345 is none", { text: "12:345 is none" }],
		["1234 is none", { text: "1234 is none" }],
		["[12:34](https://video.example/) is a link", { text: "[12:34](https://video.example/) is a link" }],
		["at 12:34", { text: "at 12:34" }],
	])("has a time where it stands first: %s", (line, expected) => {
		expect(parseTakeaways(line)).toEqual([expected]);
	});
});

describe("whatever is pasted", () => {
	const word = fc.stringMatching(/^[a-zé]{1,8}$/);
	const item = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));

	test("the items of a list are its takeaways, however they are marked", () => {
		const marker = fc.constantFrom(
			() => "- ",
			() => "* ",
			() => "• ",
			() => "- [ ] ",
			() => "+ [x] ",
			(index: number) => `${index + 1}. `,
			(index: number) => `${index + 1}) `,
			() => "1. ",
		);
		const list = fc.tuple(fc.array(item, { minLength: 1 }), marker, fc.constantFrom("\n", "\r\n", "\n\n"));
		fc.assert(
			fc.property(list, ([items, mark, end]) => {
				expect(texts(items.map((each, index) => mark(index) + each).join(end))).toEqual(items);
			}),
		);
	});

	test("no letter is lost, and none is moved", () => {
		const piece = fc.constantFrom(..."abcé 1290.)-*+[]():#\t\n•–", "\n", "\n- ", "\n2. ", " 12:34 ", "[ ] ", "\r\n\t");
		const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				const text = pieces.join("");
				expect(letters(texts(text).join(""))).toBe(letters(text));
			}),
			runs(1000),
		);
	});

	test("every takeaway is one line that is not blank, or a time", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				for (const each of parseTakeaways(text)) {
					expect(each.text).not.toMatch(/[\r\n\u2028\u2029]/);
					expect(each.text !== "" || each.time !== undefined).toBe(true);
				}
			}),
		);
	});

	test("100,000 numbered lines do not hold up the page", () => {
		const lines = Array.from({ length: 100_000 }, (_, index) => `${index + 1}. ${index}`);
		expect(texts(lines.join("\n"))).toHaveLength(100_000);
	});
});
