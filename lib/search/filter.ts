import type { MarkStatus } from "@/lib/marks/status";
import type { Named, TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import { getKnown, getQuery, getValues, type SearchParams, toSearchParams } from "@/lib/urls/search-params";
import {
	type IndexedSpeaker,
	type IndexedTalk,
	type MarkFilter,
	NO_EXTRAS,
	type SearchExtras,
	type TalkFilter,
	type TalkIndex,
} from "./types";

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

/** How marks are spelled in addresses. */
export const MARK_PARAMS: Readonly<Record<MarkFilter, string>> = {
	MUST_SEE: "must-see",
	WATCHED: "watched",
	MISSED: "missed",
	UNMARKED: "none",
};

const MARK_FILTERS = Object.keys(MARK_PARAMS) as MarkFilter[];

/** A part of a name that more speakers share than this tells nothing. */
const MAX_ALIKE_SPEAKERS = 20;

/**
 * The filter that an address asks for. What the conference does not have is left out, so that an old or mistyped
 * address still renders. A speaker may be given by slug or by a part of the name.
 */
export function parseFilter(params: SearchParams, index: TalkIndex): TalkFilter {
	const marks = getValues(params, "mark").map((value) => value.toLowerCase().replaceAll("_", "-"));
	return {
		query: getQuery(params),
		days: getKnown(params, "day", index.days),
		tracks: getKnown(params, "track", index.tracks),
		rooms: getKnown(params, "room", index.rooms),
		// Two parts of names may be of the same speaker.
		speakers: [...new Set(getValues(params, "speaker").flatMap((value) => findSpeakers(index.speakers, value)))],
		types: getKnown(params, "type", index.types),
		languages: getKnown(params, "language", index.languages),
		marks: MARK_FILTERS.filter((mark) => marks.includes(MARK_PARAMS[mark])),
		hasRecording: isOn(params, "recording"),
		hasSlides: isOn(params, "slides"),
		inTranscripts: isOn(params, "transcripts"),
	};
}

/** The address's query of a filter; `parseFilter` reads it back. */
export function toFilterParams(filter: TalkFilter): URLSearchParams {
	return toSearchParams({
		q: filter.query,
		day: filter.days,
		track: filter.tracks,
		room: filter.rooms,
		speaker: filter.speakers,
		type: filter.types,
		language: filter.languages,
		mark: filter.marks.map((mark) => MARK_PARAMS[mark]),
		recording: filter.hasRecording,
		slides: filter.hasSlides,
		transcripts: filter.inTranscripts,
	});
}

/** One value that is filtered by, and the filter without it. */
type ActiveFilter = { readonly label: string; readonly without: TalkFilter };

/** What is filtered by, value by value, in words. */
export function listActiveFilters(
	filter: TalkFilter,
	index: TalkIndex,
	labels: {
		readonly query: (query: string) => string;
		readonly day: (day: string) => string;
		readonly mark: Readonly<Record<MarkFilter, string>>;
		readonly language: (language: string) => string;
		readonly recording: string;
		readonly slides: string;
		readonly transcripts: string;
	},
): ActiveFilter[] {
	const each = <Key extends "days" | "tracks" | "rooms" | "speakers" | "types" | "languages" | "marks">(
		key: Key,
		label: (value: TalkFilter[Key][number]) => string,
	): ActiveFilter[] =>
		filter[key].map((value) => ({
			label: label(value),
			without: { ...filter, [key]: filter[key].filter((other) => other !== value) },
		}));
	return [
		...(filter.query === "" ? [] : [{ label: labels.query(filter.query), without: { ...filter, query: "" } }]),
		...each("days", labels.day),
		...each("tracks", (slug) => findName(index.tracks, slug)),
		...each("rooms", (slug) => findName(index.rooms, slug)),
		...each("speakers", (slug) => findName(index.speakers, slug)),
		...each("types", (type) => type),
		...each("languages", labels.language),
		...each("marks", (mark) => labels.mark[mark]),
		...(filter.hasRecording ? [{ label: labels.recording, without: { ...filter, hasRecording: false } }] : []),
		...(filter.hasSlides ? [{ label: labels.slides, without: { ...filter, hasSlides: false } }] : []),
		...(filter.inTranscripts ? [{ label: labels.transcripts, without: { ...filter, inTranscripts: false } }] : []),
	];
}

function isOn(params: SearchParams, name: string): boolean {
	return getValues(params, name).some((value) => ["1", "true", "on", "yes"].includes(value.toLowerCase()));
}

function toSlugs(items: readonly Named[]): string[] {
	return items.map(({ slug }) => slug);
}

function findName(items: readonly Named[], slug: string): string {
	return items.find((item) => item.slug === slug)?.name ?? slug;
}

function findSpeakers(speakers: readonly IndexedSpeaker[], value: string): string[] {
	const exact = speakers.find((speaker) => speaker.slug === value);
	if (exact) return [exact.slug];
	const wanted = normalizeForSearch(value);
	const named = speakers.filter((speaker) => speaker.normalized === wanted);
	if (named.length > 0) return toSlugs(named);
	const alike = speakers.filter((speaker) => speaker.normalized.includes(wanted));
	return alike.length <= MAX_ALIKE_SPEAKERS ? toSlugs(alike) : [];
}
