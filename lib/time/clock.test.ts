import fc from "fast-check";
import { expect, it } from "vitest";
import { formatClock, parseClock } from "./clock";

it("writes a moment as people do", () => {
	expect([0, 9, 61.9, 754, 3599, 3600, 3723, 360_000, -1].map(formatClock)).toEqual([
		...["0:00", "0:09", "1:01", "12:34", "59:59", "1:00:00", "1:02:03", "100:00:00", "0:00"],
	]);
});

it("reads what it wrote", () => {
	fc.assert(
		fc.property(fc.nat(999 * 3600), (seconds) => {
			expect(parseClock(formatClock(seconds))).toBe(seconds);
		}),
	);
});

it("reads minutes past the hour, and nothing that is no moment", () => {
	expect([" 12:34 ", "75:00", "01:02:03"].map(parseClock)).toEqual([754, 4500, 3723]);
	for (const text of ["", "12", "12:60", "1:60:00", "1:2:03", ":30", "12:3", "1:02:03:04", "-1:00", "a:00", "12:34x"]) {
		expect(parseClock(text)).toBeNull();
	}
});
