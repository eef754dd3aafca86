import type { Db } from "@/lib/db/client";
import type { TalkListItem } from "@/lib/talks/types";
import { createExcerpt, type Excerpt } from "@/lib/text/excerpt";
import { hasAnyWord } from "@/lib/text/find-words";
import { tokenizeQuery } from "@/lib/text/normalize";
import { listCachedTranscripts } from "@/lib/transcripts/queries";
import type { Cue } from "@/lib/transcripts/types";
import { findWordsInExtras } from "./filter";
import type { FoundTalks } from "./types";

/** Where in a recording something was said, in whole seconds, and what. */
export type SpokenQuote = { readonly time: number; readonly quote: Excerpt };

/** Why a search found a talk whose own text has not all words. */
export type MatchReason = {
	/** Where in the visitor's note the others stand. */
	readonly note: Excerpt | null;
	readonly isInTranscript: boolean;
	/** Where one of the others was said first; null where that was not looked up. */
	readonly said: SpokenQuote | null;
};

/** A transcript is a hundred kilobytes: further talks of a page only say that it was in one. */
const MAX_QUOTED = 20;

/** Why those of some talks were found whose own text has not all words, by id. */
export async function explainMatches(
	db: Db,
	{ index, filter, extras }: FoundTalks,
	visibleTalks: readonly TalkListItem[],
): Promise<ReadonlyMap<number, MatchReason>> {
	const words = tokenizeQuery(filter.query);
	const reasons = new Map<number, MatchReason>();
	if (words.length === 0) return reasons;
	const ids = new Set(visibleTalks.map(({ id }) => id));
	let quotedCount = 0;
	for (const indexed of index.talks) {
		const { id } = indexed.talk;
		if (!ids.has(id)) continue;
		const { inNote, inTranscript } = findWordsInExtras(indexed, words, extras);
		if (inNote.length === 0 && inTranscript.length === 0) continue;
		const note = createExcerpt(extras.notes.get(id)?.plain ?? "", inNote);
		const isQuoted = inTranscript.length > 0 && quotedCount++ < MAX_QUOTED;
		const transcripts = isQuoted ? await listCachedTranscripts(db, id) : [];
		const first = transcripts.map(({ cues }) => findFirstSpoken(cues, inTranscript)).find((each) => each !== null);
		reasons.set(id, { note, isInTranscript: inTranscript.length > 0, said: first ?? null });
	}
	return reasons;
}

/** Where any of the folded words was said first, with what was said right before and after; null where none was. */
export function findFirstSpoken(cues: readonly Cue[], words: readonly string[]): SpokenQuote | null {
	const at = cues.findIndex(({ text }) => hasAnyWord(text, words));
	const cue = cues[at];
	if (!cue) return null;
	const before = cues[at - 1]?.text ?? "";
	const after = cues[at + 1]?.text ?? "";
	const quote = createExcerpt([before, cue.text, after].join(" ").trim(), words);
	return quote && { time: Math.floor(cue.start), quote };
}
