import { describe, expect, it } from "vitest";
import { formatChange, formatTimestamp, shortenSource } from "./format-change";

const zone = "Europe/Brussels";
const start = (from: string, to: string) => ({ start: { from, to } });

describe("a change in words", () => {
	it("says a time as short as can be: the clock on one day, the weekday within a week, else the date", () => {
		const at = "2026-01-31T09:30:00.000Z";
		expect(formatChange("time", start(at, "2026-01-31T10:00:00.000Z"), zone)).toEqual([
			{ what: "", from: "10:30", to: "11:00" },
		]);
		expect(formatChange("time", start(at, "2026-02-01T10:00:00.000Z"), zone)).toEqual([
			{ what: "", from: "Sat 10:30", to: "Sun 11:00" },
		]);
		expect(formatChange("time", start(at, "2026-02-07T09:30:00.000Z"), zone)).toEqual([
			{ what: "", from: "31 Jan 2026, 10:30", to: "7 Feb 2026, 10:30" },
		]);
	});

	it("says a length for itself or beside a time", () => {
		const duration = { from: 30, to: 90 };
		expect(formatChange("time", { duration }, zone)).toEqual([{ what: "", from: "30 min", to: "1 h 30 min" }]);
		expect(
			formatChange("time", { ...start("2026-01-31T09:30:00.000Z", "2026-01-31T10:00:00.000Z"), duration }, zone),
		).toEqual([
			{ what: "", from: "10:30", to: "11:00" },
			{ what: "Length", from: "30 min", to: "1 h 30 min" },
		]);
	});

	it("says rooms, titles and speakers under their own kind only", () => {
		const fields = {
			room: { from: "H.1301", to: null },
			title: { from: "A", to: "B" },
			speakers: { from: [], to: ["Ann", "Bob"] },
		};
		expect(formatChange("room", fields, zone)).toEqual([{ what: "", from: "H.1301", to: "none" }]);
		expect(formatChange("title", fields, zone)).toEqual([{ what: "", from: "A", to: "B" }]);
		expect(formatChange("speakers", fields, zone)).toEqual([{ what: "", from: "none", to: "Ann and Bob" }]);
		expect(formatChange("other", fields, zone)).toEqual([]);
		expect(formatChange("new", fields, zone)).toEqual([]);
	});

	it("names what else changed", () => {
		const fields = { track: { from: "Go", to: "Rust" }, abstract: true, recordings: { from: 1, to: 0 } } as const;
		expect(formatChange("other", fields, zone)).toEqual([
			{ what: "Track", from: "Go", to: "Rust" },
			{ what: "Recordings", from: "1", to: "0" },
			{ what: "Abstract" },
		]);
		expect(formatChange("other", { willBeRecorded: { from: true, to: false } }, zone)).toEqual([
			{ what: "Recording", from: "planned", to: "not planned" },
		]);
		expect(formatChange("other", { willBeRecorded: { from: null, to: false } }, zone)).toEqual([
			{ what: "Recording", from: "not said", to: "not planned" },
		]);
	});
});

describe("an update in words", () => {
	it("was made at a moment on the conference's clocks", () => {
		expect(formatTimestamp(new Date("2026-01-18T23:30:00Z"), zone)).toBe("Mon 19 Jan 2026, 00:30");
	});

	it.each([
		["https://fosdem.org/2026/schedule/xml", "fosdem.org"],
		["/home/ada/schedule.xml", "schedule.xml"],
		["C:\\files\\schedule.xml", "schedule.xml"],
		["http://[", "http://["],
		["", ""],
	])("came from %j, in short %j", (source, short) => {
		expect(shortenSource(source)).toBe(short);
	});
});
