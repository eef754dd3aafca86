import { describe, expect, it } from "vitest";
import type { TalkListItem } from "@/lib/talks/types";
import { groupWatchlist, isLeftToWatch, totalMinutes } from "./group";
import { watchlistEntry } from "./testing";
import type { MarkStatus, WatchlistEntry } from "./types";

function entry(status: MarkStatus, conference: string, day: string, duration: number): WatchlistEntry {
	return watchlistEntry({ status, conference: { slug: conference }, talk: { day, duration } });
}

describe("the watchlist", () => {
	const entries = [
		entry("WATCHED", "fosdem-2026", "2026-01-31", 20),
		entry("MUST_SEE", "fosdem-2026", "2026-01-31", 50),
		entry("MUST_SEE", "fosdem-2026", "2026-02-01", 25),
		entry("MUST_SEE", "fosdem-2025", "2025-02-01", 30),
	];

	it("is grouped by status, then conference, then day, with counts and hours", () => {
		const shape = groupWatchlist(entries).map(({ status, talkCount, minutes, conferences }) => [
			status,
			talkCount,
			minutes,
			conferences.map(({ conference, days }) => [conference.slug, days.map(({ day }) => day)]),
		]);
		expect(shape).toEqual([
			[
				"MUST_SEE",
				3,
				105,
				[
					["fosdem-2026", ["2026-01-31", "2026-02-01"]],
					["fosdem-2025", ["2025-02-01"]],
				],
			],
			["WATCHED", 1, 20, [["fosdem-2026", ["2026-01-31"]]]],
		]);
	});

	it("leaves to watch what was not watched, and takes place or was recorded", () => {
		const of = (status: MarkStatus, talk: Partial<TalkListItem>) => isLeftToWatch(watchlistEntry({ status, talk }));
		expect(of("MUST_SEE", {})).toBe(true);
		expect(of("MISSED", { hasRecording: true })).toBe(true);
		expect(of("WATCHED", { hasRecording: true })).toBe(false);
		expect(of("MUST_SEE", { isCancelled: true })).toBe(false);
		expect(of("MISSED", { isWithdrawn: true })).toBe(false);
		expect(of("MISSED", { isWithdrawn: true, hasRecording: true })).toBe(true);
	});

	it("adds up to nothing where nothing is marked", () => {
		expect(groupWatchlist([])).toEqual([]);
		expect(totalMinutes([])).toBe(0);
	});
});
