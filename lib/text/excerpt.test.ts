import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { createExcerpt, cutBeginning, highlightWords } from "./excerpt";
import { normalizeForSearch, tokenizeQuery } from "./normalize";

const shown = (text: string, query: string) => {
	const excerpt = createExcerpt(text, tokenizeQuery(query));
	if (!excerpt) return null;
	const parts = excerpt.parts.map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join("");
	return `${excerpt.isCutBefore ? "… " : ""}${parts}${excerpt.isCutAfter ? " …" : ""}`;
};

const sentence = "The tide comes in twice a day, and nobody asked it to. ";

describe("an excerpt", () => {
	it("is a short text as a whole, with all that was found", () => {
		expect(shown("Le café et la CAFETIÈRE", "cafe")).toBe("Le [café] et la [CAFE]TIÈRE");
		expect(shown("Rust and ownership", "own rust")).toBe("[Rust] and [own]ership");
	});

	it("is of a long text what is around the first match, cut between words", () => {
		const text = `${sentence.repeat(20)}Then the Straße was flooded. ${sentence.repeat(20)}`;
		expect(shown(text, "strasse")).toBe(
			`… asked it to. ${sentence}Then the [Straße] was flooded. ${sentence.repeat(3)}The tide comes in …`,
		);
	});

	it("is nothing where nothing was found, or looked for", () => {
		expect(shown(sentence, "kraken")).toBeNull();
		expect(createExcerpt(sentence, [])).toBeNull();
		expect(createExcerpt("", ["a"])).toBeNull();
	});

	it("finds what stands far behind, and in a text without white space", () => {
		expect(shown(`${"x".repeat(50_000)}é${"y".repeat(50_000)}`, "e")).toMatch(/^… x{80}\[é\]y{199} …$/);
		expect(shown(`${"word ".repeat(20_000)}Kraken`, "kraken")).toMatch(/^… (?:word )+\[Kraken\]$/);
	});

	it("is no longer for a word that stands one upon another without end", () => {
		expect(shown("x".repeat(9_000), "xx")).toBe(`[${"x".repeat(280)}] …`);
	});

	const text = fc
		.array(
			fc.oneof(
				fc.string({ unit: "binary", maxLength: 40 }),
				fc.constantFrom("tide ", "Straße", "e\u0301", "🦑", " ", "\n\n", "ΟΔΟΣ", sentence, "x".repeat(300)),
			),
			{ maxLength: 60 },
		)
		.map((parts) => parts.join(""));
	const words = fc
		.array(fc.constantFrom("tide", "strasse", "e", "🦑", "οδος", "twice", "xx", "kraken"), {
			minLength: 1,
			maxLength: 3,
		})
		.map((all) => [...new Set(all)]);

	it("stands in the text as it is, has a match in it wherever the text has one, and is no longer than it says", () => {
		fc.assert(
			fc.property(text, words, (whole, wanted) => {
				const excerpt = createExcerpt(whole, wanted);
				expect(excerpt !== null).toBe(wanted.some((word) => normalizeForSearch(whole).includes(word)));
				if (!excerpt) return;
				const joined = excerpt.parts.map((part) => part.text).join("");
				expect(whole).toContain(joined);
				expect(excerpt.parts.some(({ isMatch }) => isMatch)).toBe(true);
				for (const part of excerpt.parts.filter(({ isMatch }) => isMatch)) {
					expect(wanted.some((word) => normalizeForSearch(part.text).includes(word))).toBe(true);
				}
				expect(joined.length).toBeLessThan(700);
				if (!/\p{Surrogate}/u.test(whole)) expect(joined).not.toMatch(/\p{Surrogate}/u);
			}),
			runs(500),
		);
	});

	it("of the whole text leaves nothing of it out", () => {
		fc.assert(
			fc.property(text, words, (whole, wanted) => {
				expect(
					highlightWords(whole, wanted)
						.map((part) => part.text)
						.join(""),
				).toBe(whole);
			}),
		);
	});
});

describe("the beginning of a text", () => {
	it("is all of a short one, and a long one cut between words", () => {
		expect(cutBeginning(" Short.\n")).toEqual({ text: "Short.", isCut: false });
		const { text, isCut } = cutBeginning(sentence.repeat(10));
		expect(isCut).toBe(true);
		expect(sentence.repeat(10).startsWith(`${text} `)).toBe(true);
		expect(text.length).toBeGreaterThan(240);
		expect(cutBeginning("🦑".repeat(500)).text).toBe("🦑".repeat(140));
	});
});
