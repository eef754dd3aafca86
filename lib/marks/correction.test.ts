import { describe, expect, it } from "vitest";
import { correctionSchema } from "./schema";

describe("the day of an entry that is corrected", () => {
	const schema = correctionSchema(new Date("2026-02-14T09:59:00Z"));
	const problemOf = (day: unknown) => schema.safeParse({ day }).error?.issues[0]?.message;

	it("is one that has been, or that is already somewhere", () => {
		for (const day of ["2026-02-14", "2024-02-29", "1970-01-01", null]) expect(schema.parse({ day })).toEqual({ day });
		const later = correctionSchema(new Date("2026-02-14T10:00:00Z"));
		expect(later.parse({ day: "2026-02-15" })).toEqual({ day: "2026-02-15" });
	});

	it("is refused with a sentence where it is none, to come, or long ago", () => {
		for (const day of ["2026-02-30", "2025-02-29", "14.2.2026", "2026-2-14", "2026-02-14T00:00:00Z", "", 20260214]) {
			expect(problemOf(day)).toBe("A day is a date such as 2026-02-14.");
		}
		expect(problemOf(undefined)).toBe("A day is a date such as 2026-02-14.");
		expect(schema.safeParse(null).error?.issues[0]?.message).toBe("A day is a date such as 2026-02-14.");
		expect(problemOf("2026-02-15")).toBe("That day has not come yet.");
		expect(problemOf("1969-12-31")).toBe("That is too long ago.");
	});
});
