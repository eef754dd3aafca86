import type { MarkStatus } from "@/lib/marks/status";

/** Marks as one text, the same for the same marks: a page of thousands travels faster with it than with a list of them. */
export function marksText(marks: Iterable<readonly [talkId: number, status: MarkStatus]>): string {
	return [...marks]
		.sort(([a], [b]) => a - b)
		.map(([talkId, status]) => `${talkId}${status}`)
		.join(" ");
}
