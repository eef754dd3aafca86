import type { MarkStatus } from "@/lib/marks/status";
import type { TalkListItem } from "@/lib/talks/types";
import { tokenizeQuery } from "@/lib/text/normalize";
import { type IndexedTalk, NO_EXTRAS, type SearchExtras, type TalkFilter } from "./types";

/**
 * The talks that match, in the order given. `marks` are the visitor's, by talk id. Each word of the query is in the talk's
 * own text or in what is there `beside` it.
 */
export function filterTalks(
	talks: readonly IndexedTalk[],
	filter: TalkFilter,
	marks: ReadonlyMap<number, MarkStatus>,
	extras: SearchExtras = NO_EXTRAS,
): TalkListItem[] {
	const words = tokenizeQuery(filter.query);
	const matches = ({ talk, text }: IndexedTalk) =>
		isAmong(filter.days, talk.day) &&
		isAmong(filter.tracks, talk.track?.slug) &&
		isAmong(filter.rooms, talk.room?.slug) &&
		isAmong(filter.types, talk.type) &&
		isAmong(filter.languages, talk.language) &&
		isAmong(filter.marks, marks.get(talk.id) ?? "UNMARKED") &&
		(filter.speakers.length === 0 || talk.speakers.some(({ slug }) => filter.speakers.includes(slug))) &&
		(!filter.hasRecording || talk.hasRecording) &&
		(!filter.hasSlides || talk.hasSlides) &&
		words.every((word) => text.includes(word) || isInNote(extras, talk.id, word) || isSaid(extras, talk.id, word));
	return talks.filter(matches).map(({ talk }) => talk);
}

/** The words of a query that a found talk's own text does not have: those in the visitor's note, and those only said. */
export function findWordsInExtras(
	{ talk, text }: IndexedTalk,
	words: readonly string[],
	extras: SearchExtras,
): { readonly inNote: readonly string[]; readonly inTranscript: readonly string[] } {
	const missing = words.filter((word) => !text.includes(word));
	const inNote = missing.filter((word) => isInNote(extras, talk.id, word));
	return { inNote, inTranscript: missing.filter((word) => !inNote.includes(word) && isSaid(extras, talk.id, word)) };
}

function isInNote({ notes }: SearchExtras, talkId: number, word: string): boolean {
	return notes.get(talkId)?.normalized.includes(word) ?? false;
}

function isSaid({ transcripts }: SearchExtras, talkId: number, word: string): boolean {
	return transcripts.get(word)?.has(talkId) ?? false;
}

/** An empty filter lets everything through. */
function isAmong<Value>(wanted: readonly Value[], value: Value | undefined): boolean {
	return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
