import type { Named, TalkListItem } from "@/lib/talks/types";
import type { MarkStatus } from "@/lib/watchlist/types";

/** One talk as search sees it: `text` is folded. */
export type IndexedTalk = { readonly talk: TalkListItem; readonly text: string };

/** A speaker, with the name folded. */
export type IndexedSpeaker = Named & { readonly folded: string };

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
};
