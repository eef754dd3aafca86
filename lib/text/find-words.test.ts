import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { findWords, hasAnyWord, normalizeWithOffsets } from "./find-words";
import { normalizeForSearch, tokenizeQuery } from "./normalize";

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc
		.array(
			fc.constantFrom("a", "É", "e\u0301", "ß", "ﬁ", "İ", "Σ", "ς", "´", " ", "\n", "\u00a0", "🦑", "한", "\u0301"),
			{
				maxLength: 40,
			},
		)
		.map((letters) => letters.join("")),
);

const foundIn = (text: string, query: string) =>
	findWords(text, tokenizeQuery(query)).map(([from, to]) => text.slice(from, to));

describe("folding with places", () => {
	it("folds as folding does, whatever the text", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(normalizeWithOffsets(text).normalized).toBe(normalizeForSearch(text));
			}),
			runs(2000),
		);
	});

	it("has a place in the text for every letter, in order, and each letter came from what stands there", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { normalized: folded, offsets: places } = normalizeWithOffsets(text);
				expect(places).toHaveLength(folded.length);
				expect(places).toEqual(places.toSorted((a, b) => a - b));
				for (const [index, place] of places.entries()) {
					expect(place).toBeLessThan(text.length);
					const letter = String.fromCodePoint(text.codePointAt(place) ?? 0);
					if (folded[index] !== " ") expect(normalizeForSearch(letter)).toContain(folded[index]);
				}
			}),
			runs(2000),
		);
	});

	it("makes letters no longer or shorter where it makes them small, which their places rely on", () => {
		const letters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code).normalize("NFKD"))
			.map((letter) => letter.replace(/\p{M}+/gu, ""))
			.filter((letter) => letter.toLowerCase().length !== letter.length);
		expect(letters).toEqual([]);
	});
});

describe("finding words", () => {
	it("finds them in any case, with or without accents, spelled out and in ligatures", () => {
		expect(foundIn("Le café, LE CAFE\u0301.", "cafe")).toEqual(["café", "CAFE\u0301"]);
		expect(foundIn("Die Straße", "strasse")).toEqual(["Straße"]);
		expect(foundIn("of the ﬁnest", "fine")).toEqual(["ﬁne"]);
		expect(foundIn("ΟΔΟΣ οδός", "οδος")).toEqual(["ΟΔΟΣ", "οδός"]);
		expect(foundIn("İstanbul", "istanbul")).toEqual(["İstanbul"]);
	});

	it("takes a letter whole of which a part was looked for", () => {
		expect(foundIn("Straße", "s")).toEqual(["S", "ß"]);
		expect(foundIn("ﬁ", "i")).toEqual(["ﬁ"]);
		expect(foundIn("e\u0301\u0302t", "e")).toEqual(["e\u0301\u0302"]);
		expect(foundIn("a 🦑 b", "🦑")).toEqual(["🦑"]);
	});

	it("gives what touches as one, and nothing for nothing", () => {
		expect(foundIn("kubernetes", "kuber rnet")).toEqual(["kubernet"]);
		expect(foundIn("aaaa", "aa")).toEqual(["aaaa"]);
		expect(findWords("abc", [""])).toEqual([]);
		expect(findWords("", ["a"])).toEqual([]);
	});

	it("finds something just where the folded text has it, and what it finds has one of the words", () => {
		const word = anyText.map((text) => tokenizeQuery(text)[0] ?? "a");
		fc.assert(
			fc.property(anyText, fc.array(word, { minLength: 1, maxLength: 3 }), (text, words) => {
				const found = findWords(text, words);
				expect(found.length > 0).toBe(hasAnyWord(text, words));
				for (const [from, to] of found) expect(hasAnyWord(text.slice(from, to), words)).toBe(true);
			}),
			runs(2000),
		);
	});
});
