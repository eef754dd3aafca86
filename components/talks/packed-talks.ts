import { getTrackHue } from "@/lib/talks/track-hue";
import type { Named, TalkListItem } from "@/lib/talks/types";
import { formatShortDay, formatTime } from "@/lib/text/format";
import { groupAdjacent } from "@/lib/time/talk-times";
/**
 * A list of talks as it travels to the browser: tracks and rooms once, and of the talks a column for each thing that is
 * said of them, since like compresses best beside like. A schedule page's data stands in its HTML a second time for React,
 * so that what a talk weighs here is half of what the page weighs.
 */
export type PackedTalks = {
	readonly conference: string;
	readonly tracks: readonly (readonly [slug: string, name: string, hue: number])[];
	readonly rooms: readonly (readonly [slug: string, name: string])[];
	/** In order; the talks are in the order of their slots. */
	readonly slots: readonly PackedSlot[];
	readonly ids: readonly number[];
	/** As `packSlug` packs them beside their titles. */
	readonly slugs: readonly string[];
	readonly titles: readonly string[];
	/** By index of the talk, for the few that have one. */
	readonly subtitles: Readonly<Record<number, string>>;
	/** Their names in one line. */
	readonly speakers: readonly string[];
	/** Minutes. */
	readonly durations: readonly number[];
	/** Index among the tracks; -1 for none, or none to show. */
	readonly track: readonly number[];
	readonly room: readonly number[];
	/** RECORDED, WITHDRAWN, CANCELLED and NEWLY_RECORDED. */
	readonly flags: readonly number[];
	/** Rows have a box to select them by. */
	readonly selectable?: boolean;
};

/** Talks that start together. */
type PackedSlot = readonly [
	/** Milliseconds since 1970. */
	start: number,
	/** On the conference's clocks, `09:30`. */
	time: string,
	talkCount: number,
	/** `Sat 31 Jan`, in lists over several days. */
	day?: string,
];

export const RECORDED = 1;
export const WITHDRAWN = 2;
export const CANCELLED = 4;
export const NEWLY_RECORDED = 8;

type Options = {
	/** Slug of the conference. */
	readonly conference: string;
	readonly timeZone: string;
	readonly showDay: boolean;
	/** What a list of one room or track need not repeat. */
	readonly hide: "room" | "track" | undefined;
	/** Ids of talks whose recording came since the visitor last looked. */
	readonly newlyRecorded?: ReadonlySet<number>;
	readonly selectable?: boolean;
};

/** Packs talks that come in order of time. */
export function packTalks(talks: readonly TalkListItem[], options: Options): PackedTalks {
	const tracks = options.hide === "track" ? [] : distinct(talks.map(({ track }) => track));
	const rooms = options.hide === "room" ? [] : distinct(talks.map(({ room }) => room));
	const indexIn = (items: readonly Named[], item: Named | null) => items.findIndex(({ slug }) => slug === item?.slug);
	return {
		conference: options.conference,
		tracks: tracks.map(({ slug, name }) => [slug, name, getTrackHue(name)] as const),
		rooms: rooms.map(({ slug, name }) => [slug, name] as const),
		slots: packSlots(talks, options),
		ids: talks.map(({ id }) => id),
		slugs: talks.map(({ slug, title }) => packSlug(slug, title)),
		titles: talks.map(({ title }) => title),
		subtitles: Object.fromEntries(talks.flatMap(({ subtitle }, index) => (subtitle ? [[index, subtitle]] : []))),
		speakers: talks.map(({ speakers }) => speakers.map(({ name }) => name).join(", ")),
		durations: talks.map(({ duration }) => duration),
		track: talks.map(({ track }) => indexIn(tracks, track)),
		room: talks.map(({ room }) => indexIn(rooms, room)),
		flags: talks.map(
			(talk) =>
				(talk.hasRecording ? RECORDED : 0) |
				(talk.isWithdrawn ? WITHDRAWN : 0) |
				(talk.isCancelled ? CANCELLED : 0) |
				(options.newlyRecorded?.has(talk.id) ? NEWLY_RECORDED : 0),
		),
		...(options.selectable && { selectable: true }),
	};
}

function packSlots(talks: readonly TalkListItem[], { timeZone, showDay }: Options): PackedSlot[] {
	return groupAdjacent(talks, (talk) => talk.start.getTime()).map(({ key, items }): PackedSlot => {
		const time = formatTime(new Date(key), timeZone);
		const first = items[0];
		return showDay && first ? [key, time, items.length, formatShortDay(first.day)] : [key, time, items.length];
	});
}

function distinct(items: readonly (Named | null)[]): Named[] {
	const bySlug = new Map<string, Named>();
	for (const item of items) if (item) bySlug.set(item.slug, item);
	return [...bySlug.values()];
}

/** Stands before the part of a slug whose words are told by the title's; no slug has it. */
const SPLIT = "~";
const FIRST = "A".charCodeAt(0);

const splitWords = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/**
 * A talk's slug as it travels beside its title, of which it mostly repeats words: each of them is one capital letter, its
 * place among the title's first 26. `FE7ULY-free_in_times` of "Free in times of war" is `FE7ULY~-A_B_C`.
 */
export function packSlug(slug: string, title: string): string {
	// Behind its last capital, so that a letter there is always a place.
	const split = slug.search(/[^A-Z]*$/);
	const words = splitWords(title).slice(0, 26);
	const tail = slug.slice(split).replace(/[a-z0-9]{2,}/g, (word) => {
		const index = words.indexOf(word);
		return index === -1 ? word : String.fromCharCode(FIRST + index);
	});
	return slug.slice(0, split) + SPLIT + tail;
}

/** The slug that was packed. */
export function unpackSlug(packed: string, title: string): string {
	const [head = "", tail = ""] = packed.split(SPLIT);
	const words = splitWords(title);
	return head + tail.replace(/[A-Z]/g, (letter) => words[letter.charCodeAt(0) - FIRST] ?? "");
}
