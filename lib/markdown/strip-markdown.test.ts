import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureCpuTime } from "@/lib/testing/cpu-time";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { stripMarkdown } from "./strip-markdown";

describe("skimming Markdown", () => {
	it.each([
		["## A *heading*", "A heading"],
		["- one\n* two\n+ three", "one\ntwo\nthree"],
		["- [x] done\n- [ ] to do", "done\nto do"],
		["> quoted\n> > twice", "quoted\ntwice"],
		["1. first", "1. first"],
		["a **bold** `code` ~~gone~~ word", "a bold code gone word"],
		['[the docs](https://example.org/a_(b) "title") and ![a map](m.png)', "the docs and a map"],
		["a [bracket] and (parens)", "a [bracket] and (parens)"],
		["one\n\n---\n\ntwo", "one\ntwo"],
		["Title\n=====", "Title"],
		["```\nlet a = 1;\n```", "let a = 1;"],
		["~~~js\nb\n~~~", "js\nb"],
		["| a | b |\n| - | - |\n| 1 | 2 |", "a | b\n1 | 2"],
		["2 \\* 3 \\# 4", "2 * 3 # 4"],
		["-5 degrees, #hashtag", "-5 degrees, #hashtag"],
		["C++ - a language", "C++ - a language"],
		["", ""],
	])("%j is read as %j", (markdown, read) => {
		expect(stripMarkdown(markdown)).toBe(read);
	});

	it("leaves every word in that no address of a link has", () => {
		fc.assert(
			fc.property(hostileMarkdown, (markdown) => {
				if (markdown.includes("](")) return;
				const read = stripMarkdown(markdown);
				for (const word of ["word", "details", "script", "日本語"]) {
					expect(read.split(word)).toHaveLength(markdown.split(word).length);
				}
			}),
		);
	});

	it("takes no time to speak of, whatever the text", () => {
		for (const piece of ["[a](", "[", "](", "> ", "- ", "| ", "*", "\\", "(a)", "[a](b(c) ", "`", "~", "--- "]) {
			const text = piece.repeat(100_000 / piece.length);
			expect(
				measureCpuTime(() => stripMarkdown(text)),
				piece,
			).toBeLessThan(500);
		}
	});
});
