import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";

/** What is known of one talk while somebody goes through a list of them. */
export type TriageView = {
	readonly markOf: (talkId: number) => MarkStatus | null;
	readonly isSkipped: (talkId: number) => boolean;
};

export type TriageProgress = {
	readonly total: number;
	readonly decided: number;
	/** How many of the decided have which mark. */
	readonly byMark: Readonly<Record<MarkStatus, number>>;
	/** Ids of those that are put off, in order. */
	readonly skipped: readonly number[];
	/** Ids of those to decide on, in order: the first is the one to show. */
	readonly open: readonly number[];
};

/**
 * Where somebody stands who goes through talks one after another. A mark decides, whatever was put off before. Nothing else
 * is remembered, so that they can go on anywhere, and undoing brings a talk back by itself.
 */
export function computeTriageProgress(order: readonly number[], { markOf, isSkipped }: TriageView): TriageProgress {
	const byMark = { MUST_SEE: 0, WATCHED: 0, MISSED: 0 };
	const skipped: number[] = [];
	const open: number[] = [];
	for (const talkId of order) {
		const mark = markOf(talkId);
		if (mark) byMark[mark]++;
		else if (isSkipped(talkId)) skipped.push(talkId);
		else open.push(talkId);
	}
	const decided = MARK_STATUSES.reduce((sum, status) => sum + byMark[status], 0);
	return { total: order.length, decided, byMark, skipped, open };
}
