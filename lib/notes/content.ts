import type { NoteContent, Takeaway } from "./types";

/** Whether there is no note at all: not even an empty takeaway, which an editor may still show. */
export function isEmpty(content: NoteContent): boolean {
	return content.text === "" && content.takeaways.length === 0;
}

/** Whether a note holds nothing that is worth showing. */
export function isBlank(content: NoteContent): boolean {
	return content.text.trim() === "" && content.takeaways.every(isBlankTakeaway);
}

export function isBlankTakeaway(takeaway: Takeaway): boolean {
	return takeaway.text.trim() === "";
}

export function isSameContent(a: NoteContent, b: NoteContent): boolean {
	return (
		a.text === b.text &&
		a.takeaways.length === b.takeaways.length &&
		a.takeaways.every((takeaway, index) => isSameTakeaway(takeaway, b.takeaways[index]))
	);
}

export function isSameTakeaway(a: Takeaway, b: Takeaway | undefined): boolean {
	return a.id === b?.id && a.text === b.text && a.time === b.time;
}
