import type { NoteContent } from "./types";

/**
 * What can be stored of a text: lines end in one way, however they were sent, so that the same text is the same text. What
 * the databases cannot store, a NUL and half a character, becomes the sign for a character that was lost.
 */
export function storableText(text: string): string {
	return storableLine(text.replace(/\r\n?/g, "\n"));
}

/** The same of one line. */
export function storableLine(text: string): string {
	return text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

export function toStorableContent({ text, takeaways }: NoteContent): NoteContent {
	return {
		text: storableText(text),
		takeaways: takeaways.map((takeaway) => ({ ...takeaway, text: storableLine(takeaway.text) })),
	};
}
