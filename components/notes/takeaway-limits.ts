import { MAX_TAKEAWAY_LENGTH, MAX_TAKEAWAYS } from "@/lib/notes/limits";
import type { Takeaway } from "@/lib/notes/types";
import { formatCount } from "@/lib/text/format";

/** Why takeaways cannot be saved as they are, in one sentence; null where they can. */
export function limitProblem(takeaways: readonly Takeaway[]): string | null {
	const extra = takeaways.length - MAX_TAKEAWAYS;
	if (extra > 0)
		return `A note can have up to ${MAX_TAKEAWAYS} takeaways: remove ${formatCount(extra)} to have it saved.`;
	const long = takeaways.findIndex(({ text }) => text.length > MAX_TAKEAWAY_LENGTH);
	const length = takeaways[long]?.text.length;
	if (length === undefined) return null;
	return `Takeaway ${long + 1} has ${formatCount(length)} characters: shorten it to ${formatCount(MAX_TAKEAWAY_LENGTH)}, or divide it with Enter, to have the note saved.`;
}

/** What is said instead of adding one more. */
export const FULL_MESSAGE = `A note can have up to ${MAX_TAKEAWAYS} takeaways.`;

export function isFull(takeaways: readonly Takeaway[]): boolean {
	return takeaways.length >= MAX_TAKEAWAYS;
}
