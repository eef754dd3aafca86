import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOverTime, startOfPeriod } from "./statistics";
import type { Viewing } from "./types";

const on = (day: string, minutes = 30): Viewing => ({ talkId: 1, conference: "conf", day, minutes });

describe("hours over time", () => {
	it("go by week, from Monday, with the weeks that have none", () => {
		expect(countOverTime([on("2026-02-16"), on("2026-02-01"), on("2026-02-02", 50), on("2026-02-08", 10)])).toEqual({
			step: "week",
			periods: [
				{ start: "2026-01-26", talks: 1, minutes: 30 },
				{ start: "2026-02-02", talks: 2, minutes: 60 },
				{ start: "2026-02-09", talks: 0, minutes: 0 },
				{ start: "2026-02-16", talks: 1, minutes: 30 },
			],
		});
	});

	it("have weeks of seven days where the clocks are turned", () => {
		const { periods } = countOverTime([on("2026-03-29"), on("2026-04-05"), on("2026-10-25")]);
		expect(startOfPeriod("2026-03-29", "week")).toBe("2026-03-23");
		expect(startOfPeriod("2026-03-30", "week")).toBe("2026-03-30");
		expect(periods[0]).toEqual({ start: "2026-03-01", talks: 1, minutes: 30 });
	});

	it("go by month where the weeks would be more than half a year, and by year where the months would be too many", () => {
		const half = countOverTime([on("2026-01-05"), on("2026-06-29")]);
		expect([half.step, half.periods.length]).toEqual(["week", 26]);
		const more = countOverTime([on("2026-01-05"), on("2026-07-06")]);
		expect([more.step, more.periods.map(({ start }) => start)]).toEqual([
			"month",
			["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"],
		]);
		const years = countOverTime([on("2023-12-31"), on("2026-02-01")]);
		expect([years.step, years.periods.map(({ start, talks }) => [start, talks])]).toEqual([
			"year",
			[
				["2023-01-01", 1],
				["2024-01-01", 0],
				["2025-01-01", 0],
				["2026-01-01", 1],
			],
		]);
	});

	it("leave empty years out where somebody corrected a day to long ago", () => {
		expect(countOverTime([on("2026-02-01"), on("1026-02-01")])).toEqual({
			step: "year",
			periods: [
				{ start: "1026-01-01", talks: 1, minutes: 30 },
				{ start: "2026-01-01", talks: 1, minutes: 30 },
			],
		});
	});

	it("are none where nothing was watched", () => {
		expect(countOverTime([])).toEqual({ step: "week", periods: [] });
	});

	it("add up to all that was watched, in order, in a readable number of periods", () => {
		const day = fc
			.date({ min: new Date("2001-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const viewing = fc.record({ talkId: fc.nat(), conference: fc.constant("conf"), day, minutes: fc.nat(500) });
		fc.assert(
			fc.property(fc.array(viewing), (viewings) => {
				const { periods } = countOverTime(viewings);
				const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
				expect(sum(periods.map(({ talks }) => talks))).toBe(viewings.length);
				expect(sum(periods.map(({ minutes }) => minutes))).toBe(sum(viewings.map(({ minutes }) => minutes)));
				const starts = periods.map(({ start }) => start);
				expect(starts).toEqual([...new Set(starts)].sort());
				expect(starts.length).toBeLessThanOrEqual(26);
			}),
		);
	});
});
