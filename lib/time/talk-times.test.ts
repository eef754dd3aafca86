import { describe, expect, it } from "vitest";
import { chooseDay, endOf, groupAdjacent } from "./talk-times";

describe("the order of talks", () => {
	it("knows when a talk ends, over midnight too", () => {
		expect(endOf({ start: new Date("2026-01-31T23:30:00Z"), duration: 90 })).toEqual(new Date("2026-02-01T01:00:00Z"));
	});

	it("groups neighbours, and leaves the order alone", () => {
		expect(groupAdjacent([1, 3, 2, 4, 5], (n) => n % 2 === 0)).toEqual([
			{ key: false, items: [1, 3] },
			{ key: true, items: [2, 4] },
			{ key: false, items: [5] },
		]);
		expect(groupAdjacent([], String)).toEqual([]);
	});

	it("shows today while the conference runs, by its own clocks, else the first day", () => {
		const days = ["2026-01-31", "2026-02-01"];
		const at = (now: string) => chooseDay(days, new Date(now), "Europe/Brussels");
		expect(at("2026-01-30T12:00:00Z")).toBe("2026-01-31");
		expect(at("2026-01-31T12:00:00Z")).toBe("2026-01-31");
		expect(at("2026-01-31T23:30:00Z")).toBe("2026-02-01");
		expect(at("2026-03-01T12:00:00Z")).toBe("2026-01-31");
		expect(chooseDay([], new Date(0), "UTC")).toBeUndefined();
	});
});
