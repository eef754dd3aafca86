import type { Db } from "@/lib/db/client";
import { listSearchedNotes } from "@/lib/notes/search";
import { talksSaying } from "@/lib/transcripts/search";
import { queryWords } from "./fold";
import { type Beside, NOTHING_BESIDE, type TalkFilter } from "./types";

type Scope =
	/** The talks of a conference. */
	| { readonly conferenceId: number }
	/** These talks, by id. */
	| { readonly talkIds: readonly number[] };

/**
 * What a filter's query is looked for in beside the talks' own texts: the visitor's notes, and transcripts where the filter
 * says so. Nothing is read where nothing is looked for.
 */
export async function loadBeside(
	db: Db,
	{ userId, filter, ...scope }: Scope & { userId: string | null; filter: Pick<TalkFilter, "query" | "inTranscripts"> },
): Promise<Beside> {
	const words = queryWords(filter.query);
	if (words.length === 0) return NOTHING_BESIDE;
	const [notes, transcripts] = await Promise.all([
		userId === null ? NOTHING_BESIDE.notes : listSearchedNotes(db, { userId, ...scope }),
		filter.inTranscripts ? talksSaying(db, { ...scope, words }) : NOTHING_BESIDE.transcripts,
	]);
	return { notes, transcripts };
}
