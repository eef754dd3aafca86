import { expect, it } from "vitest";
import { countWords, readingMinutes } from "./word-count";

it("counts the words that are read, and none of front matter, addresses and comments", () => {
	const file =
		'---\ntitle: "Not these"\n---\n\nTwo words.\n\n<!--more-->\n\n## A **heading**\n\n- [three words here](https://example.org/not/these)\n';
	expect(countWords(file)).toBe(7);
	expect(countWords(file)).toBe(7);
	expect(countWords("")).toBe(0);
});

it("counts words of languages that write no spaces between them", () => {
	expect(countWords("吾輩は猫である。")).toBeGreaterThan(2);
});

it("tells the time that reading takes in whole minutes", () => {
	expect([0, 1, 230, 231, 2_300].map(readingMinutes)).toEqual([0, 1, 1, 2, 10]);
});
