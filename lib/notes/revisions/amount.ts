import { formatCount } from "@/lib/talks/format";
import { isBlankTakeaway } from "../content";
import { countWords } from "../overview/show";
import type { NoteContent } from "../types";

/** How much a note holds: words in its text and takeaways, and takeaways that say something. */
export type Amount = { readonly words: number; readonly takeaways: number };

export function amountOf({ text, takeaways }: NoteContent): Amount {
	const written = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	const words = written.reduce((sum, takeaway) => sum + countWords(takeaway.text), countWords(text));
	return { words, takeaways: written.length };
}

/** In a few words what became more or less: `+120 words, 2 takeaways removed`; `before` is null where there was nothing. */
export function whatChanged(before: Amount | null, after: Amount): string {
	if (!before) return [count(after.words, "word"), ...some(after.takeaways, "")].join(", ");
	const words = after.words - before.words;
	const changes = [
		...(words > 0 ? [`+${count(words, "word")}`] : words < 0 ? [`−${count(-words, "word")}`] : []),
		...some(after.takeaways - before.takeaways, " added"),
		...some(before.takeaways - after.takeaways, " removed"),
	];
	return changes.join(", ") || "As many words";
}

function some(takeaways: number, ending: string): string[] {
	return takeaways > 0 ? [count(takeaways, "takeaway") + ending] : [];
}

function count(number: number, word: string): string {
	return `${formatCount(number)} ${word}${number === 1 ? "" : "s"}`;
}
