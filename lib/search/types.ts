import type { MarkStatus } from "@/lib/marks/status";
import type { SearchedNote } from "@/lib/notes/search";
import type { Named, TalkListItem } from "@/lib/talks/types";

/** One talk as search sees it: `text` is folded. */
export type IndexedTalk = { readonly talk: TalkListItem; readonly text: string };

/** A speaker, with the name folded. */
export type IndexedSpeaker = Named & { readonly normalized: string };

/** A conference's talks, and the values that filters can take. */
export type TalkIndex = {
	readonly talks: readonly IndexedTalk[];
	readonly days: readonly string[];
	readonly tracks: readonly Named[];
	readonly rooms: readonly Named[];
	readonly speakers: readonly IndexedSpeaker[];
	readonly types: readonly string[];
	readonly languages: readonly string[];
};

export type MarkFilter = MarkStatus | "UNMARKED";

/** Several values of one filter are alternatives; different filters all have to match. Empty: no such filter. */
export type TalkFilter = {
	readonly query: string;
	readonly days: readonly string[];
	readonly tracks: readonly string[];
	readonly rooms: readonly string[];
	readonly speakers: readonly string[];
	readonly types: readonly string[];
	readonly languages: readonly string[];
	readonly marks: readonly MarkFilter[];
	readonly hasRecording: boolean;
	readonly hasSlides: boolean;
	/** Words are looked for in what was said, too. */
	readonly inTranscripts: boolean;
};

export const NO_FILTER: TalkFilter = {
	query: "",
	days: [],
	tracks: [],
	rooms: [],
	speakers: [],
	types: [],
	languages: [],
	marks: [],
	hasRecording: false,
	hasSlides: false,
	inTranscripts: false,
};

/** Where words of a query are looked for beside what the schedule says of a talk. */
export type SearchExtras = {
	/** One visitor's own, by talk. */
	readonly notes: ReadonlyMap<number, SearchedNote>;
	/** The talks in which each folded word was said. */
	readonly transcripts: ReadonlyMap<string, ReadonlySet<number>>;
};

export const NO_EXTRAS: SearchExtras = { notes: new Map(), transcripts: new Map() };

/** What a search of a conference's talks found for a visitor. */
export type FoundTalks = {
	readonly index: TalkIndex;
	readonly filter: TalkFilter;
	/** The visitor's, by talk. */
	readonly marks: ReadonlyMap<number, MarkStatus>;
	readonly extras: SearchExtras;
	/** Those that match, in order of time. */
	readonly talks: readonly TalkListItem[];
};

/** How many talks have a subtitle file, and of how many of those the words are here already. */
export type TranscriptCount = { readonly all: number; readonly here: number };
