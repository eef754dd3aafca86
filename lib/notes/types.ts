/** One bullet of a note: one line of inline Markdown. Its id is chosen where it is written, and unique in its note. */
export type Takeaway = {
	readonly id: string;
	readonly text: string;
	/** What it is about in the recording, in whole seconds from its beginning; not there where it is tied to no moment. */
	readonly time?: number;
};

export type NoteContent = {
	/** Markdown. */
	readonly text: string;
	readonly takeaways: readonly Takeaway[];
};

/** Raised by every change, so that two editors of one note notice each other; 0 is a note that nobody wrote yet. */
export type RevisedNote = NoteContent & { readonly revision: number };

/** One visitor's writing on one talk, as it is stored. */
export type Note = RevisedNote & { readonly talkId: number; readonly updatedAt: Date };

export const NO_NOTE: RevisedNote = { text: "", takeaways: [], revision: 0 };
