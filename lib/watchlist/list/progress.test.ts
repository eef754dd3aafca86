import { expect, it } from "vitest";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import { type Progress, progressByConference, progressByTrack } from "./progress";

const go = { slug: "go", name: "Go" };
const rust = { slug: "rust", name: "Rust" };
const older = { slug: "older", startDate: "2025-02-01" };

const entries = [
	watchlistEntry({ status: "WATCHED", talk: { id: 1, track: rust, duration: 50 } }),
	watchlistEntry({ status: "MUST_SEE", talk: { id: 2, track: rust, duration: 20 } }),
	watchlistEntry({ status: "MISSED", talk: { id: 3, track: go, duration: 25 } }),
	watchlistEntry({ status: "MUST_SEE", talk: { id: 4, track: go, duration: 30 } }),
	watchlistEntry({ status: "MUST_SEE", talk: { id: 5, track: go, isWithdrawn: true } }),
	watchlistEntry({ status: "WATCHED", talk: { id: 6 }, conference: older }),
];

const shape = (progress: Progress[]) =>
	progress.map(({ key, watchedCount, talkCount, leftMinutes }) => [key, watchedCount, talkCount, leftMinutes]);

it("is told for each conference, without what can no longer be watched", () => {
	expect(shape(progressByConference(entries))).toEqual([
		["conf/", 1, 4, 75],
		["older/", 1, 1, 0],
	]);
});

it("is told for each track, where most is left first", () => {
	expect(shape(progressByTrack(entries))).toEqual([
		["conf/go", 0, 2, 55],
		["conf/rust", 1, 2, 20],
	]);
	expect(progressByTrack([])).toEqual([]);
});
