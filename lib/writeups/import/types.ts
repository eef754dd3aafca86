import type { NoteContent } from "@/lib/notes/types";

/** What is to become of a note that says something else than the post: it stays, gets what it lacks, or gives way. */
export const NOTE_CHOICES = ["keep", "add", "replace"] as const;
export type NoteChoice = (typeof NOTE_CHOICES)[number];

/** What becomes of the visitor's note on a talk that a post writes about. */
export type NoteOutcome =
	/** There was none: it says what the post says. */
	| "made"
	/** It says that already. */
	| "same"
	| "kept"
	| "added"
	| "replaced"
	/** What the post says is longer than a note may be: it is in the write-up alone. */
	| "too-long";

export type PlannedNote = {
	readonly talkId: number;
	readonly fate: NoteOutcome;
	/** What it becomes; null where it stays as it is. */
	readonly content: NoteContent | null;
};

/** A talk that a heading may mean. */
export type Candidate = {
	readonly id: number;
	readonly title: string;
	readonly speakers: readonly string[];
	readonly conference: string;
	/** Whether the heading is its title, but for case and signs. */
	readonly isSameTitle: boolean;
};
