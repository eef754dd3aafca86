import type { NoteContent, Takeaway } from "@/lib/notes/types";

/** A note as its editor holds it. */
export type Draft = NoteContent;

export const EMPTY_DRAFT: Draft = { text: "", takeaways: [] };

/** An id that no other takeaway has, on any device. */
export function newTakeawayId(): string {
	// Not randomUUID: browsers have that in secure contexts only, and a shelf may be served over http at home.
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The draft with a takeaway added after the one with id `after`, or at the end. */
export function addTakeaway(draft: Draft, takeaway: Takeaway, after?: string): Draft {
	const index = after === undefined ? -1 : draft.takeaways.findIndex(({ id }) => id === after);
	const takeaways = [...draft.takeaways];
	takeaways.splice(index === -1 ? takeaways.length : index + 1, 0, takeaway);
	return { ...draft, takeaways };
}

/** The draft with another text in the takeaway `id`; a takeaway is one line, so line breaks become spaces. */
export function editTakeaway(draft: Draft, id: string, text: string): Draft {
	const line = text.replace(/[\r\n\u2028\u2029]+/g, " ");
	return { ...draft, takeaways: draft.takeaways.map((each) => (each.id === id ? { ...each, text: line } : each)) };
}

export function removeTakeaway(draft: Draft, id: string): Draft {
	return { ...draft, takeaways: draft.takeaways.filter((each) => each.id !== id) };
}

/** The draft with the takeaway `id` moved by `places` (negative: up), as far as the list goes. */
export function moveTakeaway(draft: Draft, id: string, offset: number): Draft {
	const from = draft.takeaways.findIndex((each) => each.id === id);
	const moved = draft.takeaways[from];
	if (!moved) return draft;
	const takeaways = draft.takeaways.filter((each) => each.id !== id);
	takeaways.splice(Math.min(Math.max(from + offset, 0), takeaways.length), 0, moved);
	return { ...draft, takeaways };
}
