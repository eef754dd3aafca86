import type { NoteContent } from "../types";

/** What a note was, and since when; until the next one, or what it is now, was saved. */
export type NoteRevision = NoteContent & { readonly id: string; readonly savedAt: Date };

/** A revision in a list: how much it holds, not what. */
export type RevisionSummary = {
	readonly id: string;
	readonly savedAt: Date;
	/** Words in the text and the takeaways. */
	readonly words: number;
	/** Takeaways that say something. */
	readonly takeaways: number;
};
