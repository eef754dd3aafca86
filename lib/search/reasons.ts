import type { Db } from "@/lib/db/client";
import type { TalkListItem } from "@/lib/talks/types";
import { listKeptTranscripts } from "@/lib/transcripts/queries";
import type { Cue } from "@/lib/transcripts/types";
import { type Excerpt, excerptAround } from "./excerpt";
import { wordsBeside } from "./filter";
import { queryWords } from "./fold";
import { hasAnyWord } from "./folded-places";
import type { FoundTalks } from "./types";

/** Where in a recording something was said, in whole seconds, and what. */
export type Said = { readonly time: number; readonly quote: Excerpt };

/** Why a search found a talk whose own text has not all words. */
export type Reason = {
	/** Where in the visitor's note the others stand. */
	readonly note: Excerpt | null;
	readonly isInTranscript: boolean;
	/** Where one of the others was said first; null where that was not looked up. */
	readonly said: Said | null;
};

/** A transcript is a hundred kilobytes: further talks of a page only say that it was in one. */
const MOST_QUOTED = 20;

/** Why those of some talks were found whose own text has not all words, by id. */
export async function explain(
	db: Db,
	{ index, filter, beside }: FoundTalks,
	shown: readonly TalkListItem[],
): Promise<ReadonlyMap<number, Reason>> {
	const words = queryWords(filter.query);
	const reasons = new Map<number, Reason>();
	if (words.length === 0) return reasons;
	const ids = new Set(shown.map(({ id }) => id));
	let quoted = 0;
	for (const indexed of index.talks) {
		const { id } = indexed.talk;
		if (!ids.has(id)) continue;
		const { noted, said } = wordsBeside(indexed, words, beside);
		if (noted.length === 0 && said.length === 0) continue;
		const note = excerptAround(beside.notes.get(id)?.plain ?? "", noted);
		const isQuoted = said.length > 0 && quoted++ < MOST_QUOTED;
		const transcripts = isQuoted ? await listKeptTranscripts(db, id) : [];
		const first = transcripts.map(({ cues }) => firstSaid(cues, said)).find((each) => each !== null);
		reasons.set(id, { note, isInTranscript: said.length > 0, said: first ?? null });
	}
	return reasons;
}

/** Where any of the folded words was said first, with what was said right before and after; null where none was. */
export function firstSaid(cues: readonly Cue[], words: readonly string[]): Said | null {
	const at = cues.findIndex(({ text }) => hasAnyWord(text, words));
	const cue = cues[at];
	if (!cue) return null;
	const before = cues[at - 1]?.text ?? "";
	const after = cues[at + 1]?.text ?? "";
	const quote = excerptAround([before, cue.text, after].join(" ").trim(), words);
	return quote && { time: Math.floor(cue.start), quote };
}
