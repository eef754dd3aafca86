import type { Tx } from "@/lib/db/client";
import { stripMarkdown } from "@/lib/markdown/strip-markdown";
import { normalizeForSearch } from "@/lib/text/normalize";
import { listNotesByTalk } from "./overview/rows";
import type { NoteContent } from "./types";

/** A visitor's note as search sees it: what one reads of it, and that folded. */
export type SearchedNote = { readonly plain: string; readonly normalized: string };

/** A note as search sees it: its takeaways, a line each, and its prose. */
export function toSearchableNote({ text, takeaways }: NoteContent): SearchedNote {
	const plain = stripMarkdown([...takeaways.map((takeaway) => takeaway.text), text].join("\n"));
	return { plain, normalized: normalizeForSearch(plain) };
}

/** A visitor's notes as search sees them, by talk, of one conference or of all. */
export async function listSearchableNotes(
	db: Tx,
	of: { userId: string; conferenceId?: number },
): Promise<ReadonlyMap<number, SearchedNote>> {
	const notes = await listNotesByTalk(db, of);
	return new Map([...notes].map(([talkId, note]) => [talkId, toSearchableNote(note)]));
}
