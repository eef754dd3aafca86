import type { Db } from "@/lib/db/client";
import { listSearchableNotes } from "@/lib/notes/search";
import { tokenizeQuery } from "@/lib/text/normalize";
import { findTalksSaying } from "@/lib/transcripts/search";
import { NO_EXTRAS, type SearchExtras, type TalkFilter } from "./types";

type Scope =
	/** The talks of a conference. */
	| { readonly conferenceId: number }
	/** These talks, by id. */
	| { readonly talkIds: readonly number[] };

/**
 * What a filter's query is looked for in beside the talks' own texts: the visitor's notes, and transcripts where the filter
 * says so. Nothing is read where nothing is looked for.
 */
export async function loadSearchExtras(
	db: Db,
	{ userId, filter, ...scope }: Scope & { userId: string | null; filter: Pick<TalkFilter, "query" | "inTranscripts"> },
): Promise<SearchExtras> {
	const words = tokenizeQuery(filter.query);
	if (words.length === 0) return NO_EXTRAS;
	const [notes, transcripts] = await Promise.all([
		userId === null ? NO_EXTRAS.notes : listSearchableNotes(db, { userId, ...scope }),
		filter.inTranscripts ? findTalksSaying(db, { ...scope, words }) : NO_EXTRAS.transcripts,
	]);
	return { notes, transcripts };
}
