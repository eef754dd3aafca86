import { expect, it } from "vitest";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import { listUpcoming, listUpNext } from "./left-to-watch";
import type { WatchlistEntry } from "./types";

const ids = (entries: readonly WatchlistEntry[]) => entries.map(({ talk }) => talk.id);

it("goes on with recorded must-see talks, then with missed ones", () => {
	const entries = [
		watchlistEntry({ status: "MISSED", talk: { id: 1, hasRecording: true } }),
		watchlistEntry({ status: "MUST_SEE", talk: { id: 2 } }),
		watchlistEntry({ status: "WATCHED", talk: { id: 3, hasRecording: true } }),
		watchlistEntry({ status: "MUST_SEE", talk: { id: 4, hasRecording: true } }),
		watchlistEntry({ status: "MUST_SEE", talk: { id: 5, hasRecording: true, isWithdrawn: true } }),
	];
	expect(ids(listUpNext(entries, 9))).toEqual([4, 5, 1]);
	expect(ids(listUpNext(entries, 1))).toEqual([4]);
	expect(listUpNext([], 3)).toEqual([]);
});

it("tells which must-see talks are still to begin, in order of time", () => {
	const at = (time: string) => new Date(`2026-01-31T${time}:00Z`);
	const entries = [
		watchlistEntry({ talk: { id: 1, start: at("12:00") } }),
		watchlistEntry({ talk: { id: 2, start: at("11:00") } }),
		watchlistEntry({ talk: { id: 3, start: at("09:00") } }),
		watchlistEntry({ talk: { id: 4, start: at("11:30"), isCancelled: true } }),
		watchlistEntry({ status: "MISSED", talk: { id: 5, start: at("11:30") } }),
	];
	expect(ids(listUpcoming(entries, at("09:00"), 9))).toEqual([2, 1]);
});
