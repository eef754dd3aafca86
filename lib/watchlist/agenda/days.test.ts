import fc from "fast-check";
import { expect, it } from "vitest";
import { groupAgendaByDay } from "./days";

const LONG_AGO = new Date(0);
const room = (name: string | null) => name && { slug: name.toLowerCase(), name };
let lastId = 0;
const talk = (clock: string, duration: number, name: string | null = "Janson", rest: object = {}) => ({
	...{ id: ++lastId, day: "2026-01-31", start: new Date(`2026-01-31T${clock}:00Z`), duration },
	...{ room: room(name) || null, isCancelled: false, isWithdrawn: false },
	...rest,
});
const gaps = (talks: readonly ReturnType<typeof talk>[]) =>
	groupAgendaByDay(talks, LONG_AGO).map(({ rows }) => rows.map(({ gap }) => gap));

it("tells what is free between talks, and the room to go to, in order of time", () => {
	const talks = [talk("11:00", 30, "K.1"), talk("09:00", 30), talk("09:55", 25), talk("11:30", 10, "K.1")];
	expect(gaps(talks)).toEqual([[null, { free: 25, room: null }, { free: 40, room: "K.1" }, null]]);
});

it("tells the way to another room where there is no time between", () => {
	expect(gaps([talk("09:00", 30), talk("09:30", 30, "K.1"), talk("10:00", 30, null)])).toEqual([
		[null, { free: 0, room: "K.1" }, null],
	]);
});

it("tells nothing between talks that overlap, and is free when the longest ends", () => {
	expect(gaps([talk("09:00", 120), talk("09:30", 10, "K.1"), talk("11:15", 10, "K.1")])).toEqual([
		[null, null, { free: 15, room: "K.1" }],
	]);
});

it("gives no time to what does not take place", () => {
	const talks = [talk("09:00", 30), talk("09:30", 60, "K.1", { isCancelled: true }), talk("10:00", 30)];
	expect(gaps(talks)).toEqual([[null, null, { free: 30, room: null }]]);
	expect(gaps([talk("09:30", 60, "K.1", { isWithdrawn: true }), talk("11:00", 30)])).toEqual([[null, null]]);
});

it("is free neither before the first nor after the last talk of a day, also where it goes on after midnight", () => {
	const night = talk("23:30", 30, "Janson");
	const after = talk("09:00", 30, "K.1", { start: new Date("2026-02-01T00:15:00Z") });
	const morning = talk("09:00", 30, "K.1", { day: "2026-02-01", start: new Date("2026-02-01T09:00:00Z") });
	expect(groupAgendaByDay([morning, after, night], LONG_AGO)).toEqual([
		{
			day: "2026-01-31",
			rows: [
				{ talk: night, gap: null, when: "next" },
				{ talk: after, gap: { free: 15, room: "K.1" }, when: null },
			],
		},
		{ day: "2026-02-01", rows: [{ talk: morning, gap: null, when: null }] },
	]);
});

it("marks what is on and what comes next", () => {
	const talks = [talk("09:00", 30), talk("09:10", 30), talk("10:00", 30), talk("10:00", 40), talk("11:00", 30)];
	const cancelled = talk("09:45", 10, "K.1", { isCancelled: true });
	const timingAt = (clock: string) =>
		groupAgendaByDay([...talks, cancelled], new Date(`2026-01-31T${clock}:00Z`))[0]?.rows.map(({ when }) => when);
	expect(timingAt("09:30")).toEqual([null, "now", null, "next", "next", null]);
	expect(timingAt("10:00")).toEqual([null, null, null, "now", "now", "next"]);
	expect(timingAt("08:00")).toEqual(["next", null, null, null, null, null]);
	expect(timingAt("11:30")).toEqual([null, null, null, null, null, null]);
});

it("keeps every talk once, and what is free never overlaps one that takes place", () => {
	const anyTalk = fc.record({
		clock: fc.integer({ min: 0, max: 40 }).map((steps) => new Date(Date.UTC(2026, 0, 31, 9, steps * 5))),
		duration: fc.integer({ min: 0, max: 90 }),
		isCancelled: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(anyTalk, { maxLength: 12 }), (drafts) => {
			const talks = drafts.map(({ clock, ...draft }) => talk("09:00", 0, "A", { start: clock, ...draft }));
			const rows = groupAgendaByDay(talks, LONG_AGO).flatMap((day) => day.rows);
			expect(rows.map((row) => row.talk.id).toSorted((a, b) => a - b)).toEqual(talks.map(({ id }) => id));
			for (const { talk: after, gap } of rows) {
				if (!gap) continue;
				const [from, to] = [after.start.getTime() - gap.free * 60_000, after.start.getTime()];
				for (const { start, duration, isCancelled } of talks) {
					const isFree = start.getTime() + duration * 60_000 <= from || start.getTime() >= to;
					expect(isCancelled || isFree).toBe(true);
				}
			}
		}),
	);
});
