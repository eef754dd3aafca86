import type { TalkListItem } from "@/lib/talks/types";
import type { MarkStatus } from "@/lib/watchlist/types";
import { queryWords } from "./fold";
import type { IndexedTalk, TalkFilter } from "./types";

/** The talks that match, in the order given. `marks` are the visitor's, by talk id. */
export function filterTalks(
	talks: readonly IndexedTalk[],
	filter: TalkFilter,
	marks: ReadonlyMap<number, MarkStatus>,
): TalkListItem[] {
	const words = queryWords(filter.query);
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
		words.every((word) => text.includes(word));
	return talks.filter(matches).map(({ talk }) => talk);
}

/** An empty filter lets everything through. */
function isAmong<Value>(wanted: readonly Value[], value: Value | undefined): boolean {
	return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
