import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { normalizeForSearch, stripInlineMarkdown, tokenizeQuery } from "./normalize";

describe("folding", () => {
	it("takes case, accents and extra white space away", () => {
		expect(normalizeForSearch("  Pierre-Yves \n Gomès ")).toBe("pierre-yves gomes");
		expect(normalizeForSearch("Kühn İzmir")).toBe("kuhn izmir");
		expect(normalizeForSearch("ﬁne ①")).toBe("fine 1");
	});

	it("spells out letters that have no accent to take away", () => {
		expect(normalizeForSearch("Straße Łódź Søren Œuvre Ægir Þór")).toBe("strasse lodz soren oeuvre aegir thor");
	});

	it("keeps scripts without case as they are", () => {
		expect(normalizeForSearch("日本語 العربية")).toBe("日本語 العربية");
	});

	it("changes nothing the second time", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(normalizeForSearch(normalizeForSearch(text))).toBe(normalizeForSearch(text));
			}),
			runs(1000),
		);
	});

	it("makes words of a query, and none of a blank one", () => {
		expect(tokenizeQuery(" Rust  SÉCURITÉ ")).toEqual(["rust", "securite"]);
		expect(tokenizeQuery(" \t")).toEqual([]);
	});
});

describe("the plain text of Markdown", () => {
	it("leaves the addresses of links out and their words in", () => {
		expect(stripInlineMarkdown('See [the docs](https://example.org/a_(b) "title") now')).toBe("See [the docs] now");
	});

	it("undoes escapes and emphasis, so that words stand as they are read", () => {
		expect(stripInlineMarkdown("a `time\\_t` is **un*usually*** long \\# 1")).toBe("a time_t is unusually long # 1");
	});
});
