import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";

/** Which marks a private address gives, by the word `marks` in it: what one means to go to, unless it says otherwise. */
export const FEED_MARKS = ["must-see", "to-watch", "all"] as const;
export type FeedMarks = (typeof FEED_MARKS)[number];

export const FEED_LABELS: Readonly<Record<FeedMarks, string>> = {
	"must-see": "Must-see talks",
	"to-watch": "Must-see and missed talks",
	all: "All marked talks",
};

const STATUSES_BY_FEED: Readonly<Record<FeedMarks, readonly MarkStatus[]>> = {
	"must-see": ["MUST_SEE"],
	"to-watch": ["MUST_SEE", "MISSED"],
	all: MARK_STATUSES,
};

/** What an address asks for; a word that means nothing is passed over. */
export function parseFeedMarks(params: URLSearchParams): FeedMarks {
	const value = params.get("marks")?.trim().toLowerCase();
	return FEED_MARKS.find((each) => each === value) ?? "must-see";
}

export function isInFeed(marks: FeedMarks, { status }: { readonly status: MarkStatus }): boolean {
	return STATUSES_BY_FEED[marks].includes(status);
}
