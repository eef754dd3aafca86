import { describe, expect, it } from "vitest";
import { getRecordingOutlook, tallyRecordings } from "./recording-outlook";

const start = new Date("2026-01-31T09:00:00Z");
const BEFORE = new Date("2026-01-31T08:00:00Z");
const AFTER = new Date("2026-01-31T18:00:00Z");
const named = (slug: string) => ({ slug, name: slug });
const talk = (rest: object = {}) => ({
	...{ start, duration: 30, room: named("janson"), track: named("go"), hasRecording: false, willBeRecorded: null },
	...{ isCancelled: false, isWithdrawn: false },
	...rest,
});
const many = (count: number, rest: object) => Array.from({ length: count }, () => talk(rest));
const outlook = (one: ReturnType<typeof talk>, others: readonly ReturnType<typeof talk>[], now: Date) =>
	getRecordingOutlook(one, tallyRecordings([one, ...others], now), now);

describe("the outlook of a recording", () => {
	it("is what is there, whatever was said", () => {
		expect(outlook(talk({ hasRecording: true, willBeRecorded: false }), [], AFTER)).toEqual({
			...{ kind: "recorded", label: "Has a recording" },
		});
	});

	it.each([
		[true, BEFORE, "will-be-recorded", "Will be recorded"],
		[true, AFTER, "will-be-recorded", "Was to be recorded, no recording yet"],
		[false, BEFORE, "will-not-be-recorded", "Will not be recorded"],
		[false, AFTER, "will-not-be-recorded", "Not recorded"],
		[null, BEFORE, "unknown", "Not known whether it will be recorded"],
		[null, AFTER, "unknown", "No recording"],
	])("is what the schedule says: %s at %s", (willBeRecorded, now, kind, label) => {
		expect(outlook(talk({ willBeRecorded }), [], now)).toEqual({ kind, label });
	});

	it("is likely by the other talks of its room first", () => {
		const others = [...many(2, { hasRecording: true }), ...many(2, {}), ...many(9, { room: named("k1") })];
		expect(outlook(talk(), others, AFTER)).toEqual({
			kind: "likely",
			label: "No recording yet: 2 of 4 other talks in its room have one",
		});
	});

	it("is likely before it begins, by what is over", () => {
		const later = { start: new Date("2026-01-31T19:00:00Z") };
		const others = [...many(4, { hasRecording: true }), talk(), ...many(5, later)];
		expect(outlook(talk(later), others, AFTER)).toEqual({
			kind: "likely",
			label: "Probably recorded: 4 of 5 other talks in its room have one",
		});
	});

	it("goes by the track where its room tells too little, and by the conference where that does", () => {
		const elsewhere = { room: named("k1"), hasRecording: true };
		expect(outlook(talk(), many(3, elsewhere), AFTER).label).toBe(
			"No recording yet: 3 of 3 other talks of its track have one",
		);
		expect(outlook(talk({ track: null, room: null }), many(3, elsewhere), AFTER).label).toBe(
			"No recording yet: 3 of 3 other talks of the conference have one",
		);
	});

	it("is not known where its room is one without recordings, though all others have some", () => {
		const others = [...many(3, {}), ...many(99, { room: named("k1"), hasRecording: true })];
		expect(outlook(talk(), others, AFTER)).toEqual({
			kind: "unknown",
			label: "No recording: 0 of 3 other talks in its room have one",
		});
	});

	it("counts nothing that did not take place", () => {
		const others = [...many(5, { isCancelled: true }), ...many(5, { isWithdrawn: true, hasRecording: true })];
		expect(outlook(talk(), others, AFTER)).toEqual({ kind: "unknown", label: "No recording" });
	});
});
