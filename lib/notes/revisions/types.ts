import type { NoteContent } from "../types";
import type { ContentCounts } from "./amount";

/** What a note was, and since when; until the next one, or what it is now, was saved. */
export type NoteRevision = NoteContent & { readonly id: string; readonly savedAt: Date };

/** A revision in a list: how much it holds, not what. */
export type RevisionSummary = ContentCounts & { readonly id: string; readonly savedAt: Date };
