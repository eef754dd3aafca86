import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSlug, unpackSlug } from "./packed-talks";

const slug = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,60}$/);

describe("a packed slug", () => {
	it("tells words of the title by their places", () => {
		expect(packSlug("FE7ULY-free_in_times", "Free in times of war")).toBe("FE7ULY~-A_B_C");
		expect(packSlug("opening-2", "The Opening")).toBe("~B-2");
		expect(packSlug("SW8BDL", "Anything")).toBe("SW8BDL~");
	});

	it("is read back, whatever the slug and the title are", () => {
		fc.assert(
			fc.property(slug, fc.string({ unit: "grapheme" }), (slug, title) => {
				expect(unpackSlug(packSlug(slug, title), title)).toBe(slug);
			}),
		);
	});

	it("is read back where the slug was made of the title", () => {
		const words = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,9}$/), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Z0-9]{0,6}$/), words, fc.constantFrom("-", "_"), (code, words, separator) => {
				const slug = [code, ...words.map((word) => word.toLowerCase())].join(separator);
				expect(unpackSlug(packSlug(slug, words.join(" ")), words.join(" "))).toBe(slug);
			}),
		);
	});
});
