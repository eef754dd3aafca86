import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { createTimetable } from "./timetable";

const at = (time: string) => Date.parse(`2026-01-31T${time}:00Z`);

test("a day is rooms beside each other, in rows as short as its talks need", () => {
	const talks = [
		{ start: at("09:40"), duration: 25, room: 0 },
		{ start: at("10:05"), duration: 5, room: 0 },
		{ start: at("09:30"), duration: 60, room: 1 },
	];
	expect(createTimetable(talks, [1, 0])).toEqual({
		...{ start: at("09:30"), step: 5, rowCount: 12 },
		columns: [
			{ room: 1, segments: [{ talk: 2, row: 0, span: 12 }] },
			{
				room: 0,
				segments: [
					{ talk: null, row: 0, span: 2 },
					{ talk: 0, row: 2, span: 5 },
					{ talk: 1, row: 7, span: 1 },
					{ talk: null, row: 8, span: 4 },
				],
			},
		],
	});
});

test("talks that overlap in a room stand beside each other; one without a room comes last", () => {
	const talks = [
		{ start: at("10:00"), duration: 60, room: 0 },
		{ start: at("10:30"), duration: 30, room: 0 },
		{ start: at("11:00"), duration: 30, room: 0 },
		{ start: at("10:00"), duration: 30, room: -1 },
	];
	expect(
		createTimetable(talks, [0]).columns.map(({ room, segments }) => [room, segments.map(({ talk }) => talk)]),
	).toEqual([
		[0, [0, 2]],
		[0, [null, 1, null]],
		[-1, [3, null, null].slice(0, 2)],
	]);
});

const talk = fc.record({
	start: fc.integer({ min: 0, max: 900 }).map((minutes) => at("06:00") + minutes * 60_000),
	duration: fc.integer({ min: 0, max: 300 }),
	room: fc.integer({ min: -1, max: 4 }),
});

test("every talk stands once, in its room, apart from all others, and every column is full", () => {
	fc.assert(
		fc.property(fc.array(talk, { maxLength: 30 }), (talks) => {
			const { columns, rowCount, start, step } = createTimetable(talks, [0, 1, 2, 3, 4]);
			const shown = columns.flatMap(({ room, segments }) =>
				segments.flatMap((segment) => (segment.talk === null ? [] : [{ ...segment, talk: segment.talk, room }])),
			);
			expect(shown.map((each) => each.talk).sort((a, b) => a - b)).toEqual(talks.map((_, index) => index));
			for (const { talk: index, row, span, room } of shown) {
				const of = talks[index];
				if (!of) continue;
				expect(room).toBe(of.room);
				expect(start + row * step * 60_000).toBeLessThanOrEqual(of.start);
				expect(start + (row + span) * step * 60_000).toBeGreaterThanOrEqual(of.start + of.duration * 60_000);
			}
			for (const { segments } of columns) {
				let row = 0;
				for (const segment of segments) {
					expect(segment.row).toBe(row);
					expect(segment.span).toBeGreaterThan(0);
					row += segment.span;
				}
				expect(row).toBe(rowCount);
			}
		}),
		runs(200),
	);
});

test("what goes on for weeks ends a day after the last talk has begun", () => {
	const talks = [
		{ start: at("09:00"), duration: 60 * 24 * 365, room: 0 },
		{ start: at("17:00"), duration: 30, room: 1 },
	];
	const { rowCount, step } = createTimetable(talks, [0, 1]);
	expect((rowCount * step) / 60).toBe(8 + 24);
});
