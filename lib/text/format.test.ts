import { describe, expect, it } from "vitest";
import {
	formatCount,
	formatDay,
	formatDays,
	formatDuration,
	formatIsoDate,
	formatNames,
	formatShortDay,
	formatTime,
	formatWeekdayTime,
} from "./format";

const midnight = new Date("2026-01-31T23:00:00Z");

describe("dates and numbers", () => {
	it("tells times on the clocks of the zone given", () => {
		expect(formatTime(midnight, "Europe/Brussels")).toBe("00:00");
		expect(formatTime(midnight, "Asia/Kolkata")).toBe("04:30");
		expect(formatWeekdayTime(midnight, "America/New_York")).toBe("Sat 18:00");
		expect(formatIsoDate(midnight, "Europe/Brussels")).toBe("2026-02-01");
	});

	it("names days without a zone", () => {
		expect(formatDay("2026-01-31")).toBe("Saturday 31 January 2026");
		expect(formatShortDay("2026-02-01")).toBe("Sun 1 Feb");
		expect(formatDays("2026-01-31", "2026-02-01")).toBe("31 January\u2009–\u20091 February 2026");
		expect(formatDays("2026-01-31", "2026-01-31")).toBe("31 January 2026");
	});

	it("says how long", () => {
		expect([5, 60, 90, 480, 1500].map(formatDuration)).toEqual(["5 min", "1 h", "1 h 30 min", "8 h", "25 h"]);
	});

	it("lists names and writes numbers as English does", () => {
		expect(formatNames(["A", "B", "C"])).toBe("A, B and C");
		expect(formatNames([])).toBe("");
		expect(formatCount(1079)).toBe("1,079");
	});
});
