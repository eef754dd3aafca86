import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSlugGenerator, isValidSlug, slugify } from "./slug";

describe("slugify", () => {
	it("writes what it can in letters and digits of ASCII", () => {
		expect(["Łukasz Größe & Søn", "C++ / C#", "  It’s  ", "日本語", "A".repeat(99)].map(slugify)).toEqual([
			"lukasz-grosse-and-son",
			"c-plus-plus-c",
			"its",
			"",
			"a".repeat(80),
		]);
	});

	it("makes nothing that could not stand in an address, and stays as it is the second time", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const slug = slugify(text);
				expect(slug === "" || isValidSlug(slug)).toBe(true);
				expect(slugify(slug)).toBe(slug);
			}),
		);
	});
});

it("keeps FOSDEM's slugs, and nothing that an address would take for something else", () => {
	expect(["89X8KV-cicd_in_jenkins_", "fosdem-2025-5191--signed", "_x"].every(isValidSlug)).toBe(true);
	expect(["", ".", "..", ".x", "a/b", "a b", "~1", "ü", "-", "x".repeat(201)].some(isValidSlug)).toBe(false);
});

it("gives every slug once, told apart by what distinguishes it, else by a number", () => {
	const slugFor = createSlugGenerator();
	const given = [slugFor("a", "7"), slugFor("a", "7"), slugFor("a", "7"), slugFor("a", ""), slugFor("a-2", "x")];
	expect(given).toEqual(["a", "a-7", "a-7-2", "a-2", "a-2-x"]);
});
