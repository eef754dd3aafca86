import type { Grouping, Sort } from "@/lib/watchlist/list/arrangement";
import type { RatingFilter } from "@/lib/watchlist/list/types";

export const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
	day: "Conference and day",
	track: "Track",
	topic: "Topic",
	none: "Nothing",
};

export const SORT_LABELS: Readonly<Record<Sort, string>> = {
	time: "Time",
	own: "Own order",
	length: "Length",
	rating: "Rating",
};

export const RATING_LABELS: Readonly<Record<RatingFilter, string>> = {
	"5": "5 stars",
	"4": "4 stars",
	"3": "3 stars",
	"2": "2 stars",
	"1": "1 star",
	none: "Not rated",
};
