import { describe, expect, it } from "vitest";
import { playbackSchema, toPlayback } from "./schema";

const PROBLEM = "A place in a recording is a number of seconds, of as many, and how long ago that was.";
const now = new Date("2026-03-01T12:00:00Z");

describe("what a page tells of a place in a recording", () => {
	it.each([
		["now", { position: 754.25, duration: 1800, age: 0 }, { position: 754.25, duration: 1800, at: now }],
		[
			"of a minute ago, of a recording of unknown length",
			{ position: 0, duration: null, age: 60_000.4 },
			{ position: 0, duration: null, at: new Date("2026-03-01T11:59:00Z") },
		],
		[
			"of years ago, which is a year",
			{ position: 12, duration: 60, age: 1e15 },
			{ position: 12, duration: 60, at: new Date("2025-03-01T12:00:00Z") },
		],
	])("may be %s", (_, body, playback) => {
		expect(toPlayback(playbackSchema.parse(body), now)).toEqual(playback);
	});

	it.each([
		["nothing", null],
		["no place", { duration: 60, age: 0 }],
		["no length", { position: 1, age: 0 }],
		["no age", { position: 1, duration: 60 }],
		["a place before the beginning", { position: -1, duration: 60, age: 0 }],
		["an endless recording", { position: 1, duration: Number.POSITIVE_INFINITY, age: 0 }],
		["a recording of a month", { position: 1, duration: 2_600_000, age: 0 }],
		["a moment to come", { position: 1, duration: 60, age: -1 }],
		["a place in words", { position: "12:34", duration: 60, age: 0 }],
	])("is refused in one sentence where it is %s", (_, body) => {
		const { success, error } = playbackSchema.safeParse(body);
		expect([success, error?.issues[0]?.message]).toEqual([false, PROBLEM]);
	});
});
