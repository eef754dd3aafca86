import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, Named } from "@/lib/talks/types";
import type { NoteContent } from "../types";

/** A talk as the overview of notes shows it, with what the visitor made of it. */
export type OverviewTalk = {
	readonly id: number;
	readonly slug: string;
	readonly title: string;
	readonly isWithdrawn: boolean;
	readonly conference: Conference;
	readonly mark: MarkStatus | null;
	/** 1 to 5 stars. */
	readonly rating: number | null;
	/** The visitor's own, by name. */
	readonly topics: readonly Named[];
};

/** What a visitor wrote on a talk, as it is stored. */
export type DatedNote = NoteContent & { readonly updatedAt: Date };

/** A note that holds something, and the talk that it is on. */
export type NoteEntry = { readonly talk: OverviewTalk; readonly note: DatedNote };

/** A talk that is marked watched and has no note yet. */
export type TalkWithoutNote = { readonly talk: OverviewTalk; readonly watchedAt: Date };

/** All of a visitor's notes, and what they could write on; the newest of each first. */
export type NotesOverview = {
	readonly notes: readonly NoteEntry[];
	readonly talksWithoutNote: readonly TalkWithoutNote[];
};

export type NoteCounts = {
	readonly notes: number;
	readonly takeaways: number;
	readonly words: number;
	readonly conferences: number;
};
