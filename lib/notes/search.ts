import type { Tx } from "@/lib/db/client";
import { skimMarkdown } from "@/lib/markdown/skim";
import { fold } from "@/lib/search/fold";
import type { SearchedNote } from "@/lib/search/types";
import { listWritten } from "./overview/rows";
import type { NoteContent } from "./types";

/** A note as search sees it: its takeaways, a line each, and its prose. */
export function searchedNote({ text, takeaways }: NoteContent): SearchedNote {
	const plain = skimMarkdown([...takeaways.map((takeaway) => takeaway.text), text].join("\n"));
	return { plain, folded: fold(plain) };
}

/** A visitor's notes as search sees them, by talk, of one conference or of all. */
export async function listSearchedNotes(
	db: Tx,
	of: { userId: string; conferenceId?: number },
): Promise<ReadonlyMap<number, SearchedNote>> {
	const written = await listWritten(db, of);
	return new Map([...written].map(([talkId, note]) => [talkId, searchedNote(note)]));
}
