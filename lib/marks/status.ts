/** A visitor's status for a talk; the names are the database's. A talk without one is unmarked. */
export const MARK_STATUSES = ["MUST_SEE", "WATCHED", "MISSED"] as const;
export type MarkStatus = (typeof MARK_STATUSES)[number];

export const MARK_LABELS: Readonly<Record<MarkStatus, string>> = {
	MUST_SEE: "Must-see",
	WATCHED: "Watched",
	MISSED: "Missed",
};

export type TalkMark = { readonly talkId: number; readonly status: MarkStatus };
