import { describe, expect, it } from "vitest";
import {
	dayOfEntry,
	formatEntryDate,
	formatLogSummary,
	formatOriginalDate,
	formatStep,
	markWithout,
} from "./format-log";
import type { LogEntry } from "./types";

const ZONE = "Europe/Brussels";

const entry = (id: string, step: Partial<LogEntry>): LogEntry => {
	return { id, from: null, to: null, at: "2026-02-16T12:00:00.000Z", correctedDay: null, ...step };
};

const mustSee = entry("a", { to: "MUST_SEE", at: "2026-01-31T12:00:00.000Z" });
const watched = entry("b", { from: "MUST_SEE", to: "WATCHED", correctedDay: "2026-02-14" });
const unmarked = entry("c", { from: "WATCHED", at: "2026-02-17T12:00:00.000Z" });
const again = entry("d", { to: "WATCHED", at: "2026-03-01T12:00:00.000Z" });

describe("an entry of the log", () => {
	it("is said in words", () => {
		const words = [mustSee, watched, unmarked, entry("e", { to: "MISSED" })].map((each) => [
			formatStep(each),
			formatEntryDate(each, ZONE),
		]);
		expect(words).toEqual([
			["Must-see", "marked on 31 January 2026"],
			["Must-see → Watched", "watched on 14 February 2026"],
			["Watched → No mark", "taken away on 17 February 2026"],
			["Missed", "marked on 16 February 2026"],
		]);
		expect(formatOriginalDate(watched, ZONE)).toBe("pressed on 16 February 2026");
	});

	it("was on the day that it was where the visitor is", () => {
		const late = entry("a", { to: "WATCHED", at: "2026-02-14T23:30:00.000Z" });
		expect(["Europe/Brussels", "America/New_York"].map((zone) => dayOfEntry(late, zone))).toEqual([
			"2026-02-15",
			"2026-02-14",
		]);
	});
});

describe("a log", () => {
	it("says when the talk was watched", () => {
		expect(formatLogSummary([mustSee], ZONE)).toBe("1 entry");
		expect(formatLogSummary([mustSee, unmarked], ZONE)).toBe("2 entries");
		expect(formatLogSummary([mustSee, watched], ZONE)).toBe("watched on 14 February 2026");
		expect(formatLogSummary([again, watched], ZONE)).toBe("watched on 14 February 2026 and 1 March 2026");
		const third = entry("e", { to: "WATCHED", correctedDay: "2026-02-20" });
		expect(formatLogSummary([watched, again, third, third], ZONE)).toBe("watched on 3 days, last on 1 March 2026");
	});

	it("ends with the mark, also when an entry is taken out", () => {
		const log = [mustSee, watched];
		expect(["a", "b"].map((id) => markWithout(log, id))).toEqual(["WATCHED", "MUST_SEE"]);
		expect(markWithout([watched], "b")).toBeNull();
	});
});
