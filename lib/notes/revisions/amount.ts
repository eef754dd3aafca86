import { formatCount } from "@/lib/text/format";
import { isBlankTakeaway } from "../content";
import { countWords } from "../overview/filter-notes";
import type { NoteContent } from "../types";

/** How much a note holds: words in its text and takeaways, and takeaways that say something. */
export type ContentCounts = { readonly words: number; readonly takeaways: number };

export function countContent({ text, takeaways }: NoteContent): ContentCounts {
	const filled = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	const words = filled.reduce((sum, takeaway) => sum + countWords(takeaway.text), countWords(text));
	return { words, takeaways: filled.length };
}

/** In a few words what became more or less: `+120 words, 2 takeaways removed`; `before` is null where there was nothing. */
export function formatCountsChange(before: ContentCounts | null, after: ContentCounts): string {
	if (!before) return [formatNumberOf(after.words, "word"), ...formatTakeaways(after.takeaways, "")].join(", ");
	const words = after.words - before.words;
	const changes = [
		...(words > 0 ? [`+${formatNumberOf(words, "word")}`] : words < 0 ? [`−${formatNumberOf(-words, "word")}`] : []),
		...formatTakeaways(after.takeaways - before.takeaways, " added"),
		...formatTakeaways(before.takeaways - after.takeaways, " removed"),
	];
	return changes.join(", ") || "As many words";
}

function formatTakeaways(takeaways: number, ending: string): string[] {
	return takeaways > 0 ? [formatNumberOf(takeaways, "takeaway") + ending] : [];
}

function formatNumberOf(number: number, word: string): string {
	return `${formatCount(number)} ${word}${number === 1 ? "" : "s"}`;
}
