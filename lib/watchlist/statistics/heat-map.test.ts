import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildHeatMap } from "./statistics";

const talk = (start: string, duration: number, day = start.slice(0, 10)) => ({ day, start: new Date(start), duration });
const talksOf = (map: ReturnType<typeof buildHeatMap>) => map.cells.map((cells) => cells.map(({ talks }) => talks));

describe("the hours of a conference", () => {
	it("have the talks that run in each, on the conference's clocks", () => {
		const talks = [
			talk("2026-01-31T09:30:00Z", 60),
			talk("2026-01-31T10:00:00Z", 30),
			talk("2026-02-01T12:00:00Z", 60),
		];
		expect(buildHeatMap(talks, "Europe/Brussels")).toEqual({
			days: ["2026-01-31", "2026-02-01"],
			hours: [10, 11, 12, 13],
			cells: [
				[
					{ talks: 1, minutes: 30 },
					{ talks: 2, minutes: 60 },
					{ talks: 0, minutes: 0 },
					{ talks: 0, minutes: 0 },
				],
				[
					{ talks: 0, minutes: 0 },
					{ talks: 0, minutes: 0 },
					{ talks: 0, minutes: 0 },
					{ talks: 1, minutes: 60 },
				],
			],
		});
	});

	it("go on after midnight on the day before", () => {
		const late = [
			talk("2026-01-31T22:30:00Z", 60),
			talk("2026-01-31T23:30:00Z", 30, "2026-01-31"),
			// Begins after midnight in Brussels, and the schedule has it on Saturday.
			talk("2026-02-01T01:00:00Z", 45, "2026-01-31"),
		];
		const map = buildHeatMap(late, "Europe/Brussels");
		expect([map.days, map.hours, talksOf(map)]).toEqual([["2026-01-31"], [23, 24, 25, 26], [[1, 2, 0, 1]]]);
	});

	it("have no hour that the clocks leave out", () => {
		// 01:30 to 03:30 on the clocks, one hour in truth.
		const map = buildHeatMap([talk("2026-03-29T00:30:00Z", 60, "2026-03-28")], "Europe/Brussels");
		expect([map.hours, map.cells[0]?.map(({ minutes }) => minutes)]).toEqual([
			[25, 26, 27],
			[30, 0, 30],
		]);
	});

	it("have an hour that the clocks show twice once, with the minutes of both", () => {
		// 01:30 to 03:30 on the clocks, three hours in truth.
		const map = buildHeatMap([talk("2026-10-24T23:30:00Z", 180, "2026-10-25")], "Europe/Brussels");
		expect([map.hours, map.cells[0]]).toEqual([
			[1, 2, 3],
			[
				{ talks: 1, minutes: 30 },
				{ talks: 1, minutes: 120 },
				{ talks: 1, minutes: 30 },
			],
		]);
	});

	it("begin at a quarter where a zone does", () => {
		const map = buildHeatMap([talk("2026-01-31T04:00:00Z", 30)], "Asia/Kathmandu");
		expect([map.hours, map.cells[0]?.map(({ minutes }) => minutes)]).toEqual([
			[9, 10],
			[15, 15],
		]);
	});

	it("show the next day what runs on until its noon", () => {
		const map = buildHeatMap([talk("2026-01-31T08:00:00Z", 28 * 60)], "Europe/Brussels");
		expect([map.days, map.hours[0], map.hours.at(-1)]).toEqual([["2026-01-31", "2026-02-01"], 9, 35]);
		expect(talksOf(map)[1]?.slice(0, 5)).toEqual([0, 0, 0, 1, 0]);
	});

	it("have a talk without a length in its first hour, and none of a schedule that claims years for more than a week", () => {
		expect(talksOf(buildHeatMap([talk("2026-01-31T09:00:00Z", 0)], "UTC"))).toEqual([[1]]);
		expect(buildHeatMap([talk("2026-01-31T09:00:00Z", 2_000_000_000)], "UTC").days.length).toBeLessThanOrEqual(8);
	});

	it("trust the clock where the schedule's day is another one", () => {
		const map = buildHeatMap([talk("2031-05-05T09:00:00Z", 60, "2026-01-31")], "UTC");
		expect([map.days, map.hours]).toEqual([["2031-05-05"], [9]]);
	});

	it("are none without talks", () => {
		expect(buildHeatMap([], "Europe/Brussels")).toEqual({ days: [], hours: [], cells: [] });
	});

	it("have all minutes of all talks, in any zone", () => {
		const day = fc.constantFrom("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-04-05");
		const talks = fc.array(
			fc
				.record({ day, minute: fc.integer({ min: 0, max: 1_900 }), duration: fc.nat(300) })
				.map(({ day: of, minute, duration }) => ({
					day: of,
					start: new Date(Date.parse(`${of}T00:00:00Z`) + minute * 60_000),
					duration,
				})),
		);
		const zone = fc.constantFrom("Europe/Brussels", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC");
		fc.assert(
			fc.property(talks, zone, (list, timeZone) => {
				const { cells, days, hours } = buildHeatMap(list, timeZone);
				const minutes = cells.flat().reduce((sum, cell) => sum + cell.minutes, 0);
				expect(minutes).toBeCloseTo(list.reduce((sum, { duration }) => sum + duration, 0));
				expect(cells.map((row) => row.length)).toEqual(days.map(() => hours.length));
			}),
		);
	});
});
