import { expect, it } from "vitest";
import type { MarkStatus } from "@/lib/marks/status";
import type { TalkListItem } from "@/lib/talks/types";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import { isLeftToWatch, totalMinutes } from "./left-to-watch";

it("leaves to watch what was not watched, and takes place or was recorded", () => {
	const of = (status: MarkStatus, talk: Partial<TalkListItem>) => isLeftToWatch(watchlistEntry({ status, talk }));
	expect(of("MUST_SEE", {})).toBe(true);
	expect(of("MISSED", { hasRecording: true })).toBe(true);
	expect(of("WATCHED", { hasRecording: true })).toBe(false);
	expect(of("MUST_SEE", { isCancelled: true })).toBe(false);
	expect(of("MISSED", { isWithdrawn: true })).toBe(false);
	expect(of("MISSED", { isWithdrawn: true, hasRecording: true })).toBe(true);
});

it("adds up the lengths of talks", () => {
	expect(totalMinutes([20, 50, 25].map((duration) => watchlistEntry({ talk: { duration } })))).toBe(95);
	expect(totalMinutes([])).toBe(0);
});
