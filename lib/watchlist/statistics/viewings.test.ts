import { expect, it } from "vitest";
import { listViewings } from "./statistics";
import type { LoggedTalk } from "./types";

const entry = (at: string, to: LoggedTalk["to"], more: Partial<LoggedTalk> = {}): LoggedTalk => ({
	...{ talkId: 1, to, at: new Date(at), correctedDay: null, duration: 30 },
	...{ conference: "conf", timeZone: "Europe/Brussels", ...more },
});
const daysOf = (log: readonly LoggedTalk[]) => listViewings(log).map(({ talkId, day }) => [talkId, day]);

it("has a talk that was watched twice on both days", () => {
	const log = [
		entry("2026-02-01T10:00:00Z", "WATCHED"),
		entry("2026-02-09T10:00:00Z", "MUST_SEE"),
		entry("2026-02-10T10:00:00Z", "WATCHED"),
	];
	expect(listViewings(log)).toEqual([
		{ talkId: 1, conference: "conf", day: "2026-02-01", minutes: 30 },
		{ talkId: 1, conference: "conf", day: "2026-02-10", minutes: 30 },
	]);
});

it("has a talk that two devices marked on one day once", () => {
	const log = [entry("2026-02-01T10:00:00Z", "WATCHED"), entry("2026-02-01T12:00:00Z", "WATCHED")];
	expect(daysOf(log)).toEqual([[1, "2026-02-01"]]);
});

it("believes a corrected day, and that the mark beside it is no slip", () => {
	const log = [
		entry("2026-02-01T10:00:00Z", "WATCHED", { correctedDay: "2025-12-24" }),
		entry("2026-02-01T10:01:00Z", null),
	];
	expect(daysOf(log)).toEqual([[1, "2025-12-24"]]);
});

it("leaves out a mark that was taken back within the hour, and not one that was left later", () => {
	const slip = [entry("2026-02-01T10:00:00Z", "WATCHED"), entry("2026-02-01T10:59:59Z", null)];
	const later = [entry("2026-02-01T10:00:00Z", "WATCHED"), entry("2026-02-01T11:00:00Z", null)];
	const otherTalk = [entry("2026-02-01T10:00:00Z", "WATCHED"), entry("2026-02-01T10:01:00Z", null, { talkId: 2 })];
	expect([slip, later, otherTalk].map(daysOf)).toEqual([[], [[1, "2026-02-01"]], [[1, "2026-02-01"]]]);
});

it("tells the day on the clocks of the conference, in winter and in summer", () => {
	const days = ["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"].map(
		(at, index) => entry(at, "WATCHED", { talkId: index }),
	);
	expect(daysOf(days).map(([, day]) => day)).toEqual(["2026-03-28", "2026-03-29", "2026-03-29", "2026-03-30"]);
});
