import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameSchema } from "./schema";

const check = (name: unknown) => {
	const parsed = nameSchema.safeParse(name);
	return parsed.success ? parsed.data : { problem: parsed.error.issues[0]?.message };
};

describe("the name of an account", () => {
	it.each([
		["Ada", "Ada"],
		["  Ada Lovelace \n", "Ada Lovelace"],
		["Zoe\u0308", "Zoë"],
		["山田太郎", "山田太郎"],
		["👩🏽‍💻", "👩🏽‍💻"],
		["دانا\u200c نوری", "دانا\u200c نوری"],
		["שרה\u200f", "שרה\u200f"],
		["Null", "Null"],
		["1", "1"],
		["😀".repeat(80), "😀".repeat(80)],
		["é".normalize("NFD").repeat(80), "é".repeat(80)],
	])("is taken: %j", (given, stored) => {
		expect(check(given)).toBe(stored);
	});

	it.each([
		["", "Give a name."],
		[" \u3000\t", "Give a name."],
		["\u200b\u2060", "Give a name."],
		["\u3164", "Give a name."],
		["\u0301", "Give a name."],
		["a".repeat(81), "Use at most 80 characters."],
		["x".repeat(50_000), "Use at most 80 characters."],
		["Ada\u0000", "Use characters that can be read, on one line."],
		["Ada\nAdmin", "Use characters that can be read, on one line."],
		["Ada\u2028Admin", "Use characters that can be read, on one line."],
		["Ada\u0085Admin", "Use characters that can be read, on one line."],
		["Ada\u202Enimda", "Use characters that can be read, on one line."],
		["Ada\u2066nimda", "Use characters that can be read, on one line."],
		["Ada\ud800", "Use characters that can be read, on one line."],
		[undefined, "Give a name."],
		[null, "Give a name."],
		[7, "Give a name."],
		[["Ada"], "Give a name."],
	])("is refused: %j", (given, problem) => {
		expect(check(given)).toEqual({ problem });
	});

	it("is stored as it would be taken again, whatever was given", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 100 }), (given) => {
				const stored = check(given);
				if (typeof stored === "string") expect(check(stored)).toBe(stored);
			}),
		);
	});
});
