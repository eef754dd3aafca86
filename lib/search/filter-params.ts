import type { Named } from "@/lib/talks/types";
import { normalizeForSearch } from "@/lib/text/normalize";
import { getKnown, getQuery, getValues, type SearchParams, toSearchParams } from "@/lib/urls/search-params";
import type { IndexedSpeaker, MarkFilter, TalkFilter, TalkIndex } from "./types";

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
export type ActiveFilter = { readonly label: string; readonly without: TalkFilter };

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
