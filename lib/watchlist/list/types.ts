import type { MarkStatus } from "@/lib/marks/status";
import type { TalkFilter, TalkIndex } from "@/lib/search/types";
import type { Named } from "@/lib/talks/types";

/** The parts of a watchlist, as addresses spell them. */
export const WATCHLIST_TABS = ["to-watch", "must-see", "missed", "watched", "all"] as const;
export type WatchlistTab = (typeof WATCHLIST_TABS)[number];

export const TAB_LABELS: Readonly<Record<WatchlistTab, string>> = {
	"to-watch": "To watch",
	"must-see": "Must-see",
	missed: "Missed",
	watched: "Watched",
	all: "All",
};

/** The one mark that all talks of a tab have. */
export const STATUS_OF_TAB: Readonly<Partial<Record<WatchlistTab, MarkStatus>>> = {
	"must-see": "MUST_SEE",
	missed: "MISSED",
	watched: "WATCHED",
};

/** Stars, as addresses spell them, or none. */
export const RATING_FILTERS = ["5", "4", "3", "2", "1", "none"] as const;
export type RatingFilter = (typeof RATING_FILTERS)[number];

/** Several values of one filter are alternatives; different filters all have to match. Empty: no such filter. */
export type WatchlistFilter = {
	readonly tab: WatchlistTab;
	/** What the schedule filters by too, but for marks: those are the tab's. */
	readonly talks: Omit<TalkFilter, "marks">;
	/** Slugs. */
	readonly conferences: readonly string[];
	readonly topics: readonly string[];
	readonly ratings: readonly RatingFilter[];
	readonly hasNoTakeaways: boolean;
	/** Minutes; a talk of as many is not shorter. */
	readonly shorterThan: number | null;
};

/** The values that a visitor's watchlist has to filter by. */
export type WatchlistChoices = {
	readonly talks: Omit<TalkIndex, "talks">;
	readonly conferences: readonly Named[];
	readonly topics: readonly Named[];
};
