import { formatShortDay, formatTime } from "@/lib/talks/format";
import { groupBy } from "@/lib/talks/order";
import { trackHue } from "@/lib/talks/track-hue";
import type { Named, TalkListItem } from "@/lib/talks/types";

/**
 * A list of talks as it travels to the browser: each row as a tuple, tracks and rooms once. A schedule page's data stands
 * in its HTML a second time for React, so that what a row weighs there is half of what the page weighs.
 */
export type PackedTalks = {
	readonly conference: string;
	readonly tracks: readonly (readonly [slug: string, name: string, hue: number])[];
	readonly rooms: readonly (readonly [slug: string, name: string])[];
	readonly slots: readonly PackedSlot[];
};

/** Talks that start together. */
export type PackedSlot = readonly [
	/** Milliseconds since 1970. */
	start: number,
	/** On the conference's clocks, `09:30`. */
	time: string,
	talks: readonly PackedTalk[],
	/** `Sat 31 Jan`, in lists over several days. */
	day?: string,
];

export type PackedTalk = readonly [
	id: number,
	slug: string,
	title: string,
	speakers: string,
	/** Minutes. */
	duration: number,
	/** Index among the tracks; -1 for none, or none to show. */
	track: number,
	room: number,
	flags: number,
	subtitle?: string,
];

export const RECORDED = 1;
export const WITHDRAWN = 2;

type Options = {
	/** Slug of the conference. */
	readonly conference: string;
	readonly timeZone: string;
	readonly showDay: boolean;
	/** What a list of one room or track need not repeat. */
	readonly hide: "room" | "track" | undefined;
};

/** Packs talks that come in order of time. */
export function packTalks(talks: readonly TalkListItem[], options: Options): PackedTalks {
	const tracks = options.hide === "track" ? [] : distinct(talks.map(({ track }) => track));
	const rooms = options.hide === "room" ? [] : distinct(talks.map(({ room }) => room));
	const indexIn = (items: readonly Named[], item: Named | null) => items.findIndex(({ slug }) => slug === item?.slug);
	const pack = (talk: TalkListItem): PackedTalk => [
		talk.id,
		talk.slug,
		talk.title,
		talk.speakers.map(({ name }) => name).join(", "),
		talk.duration,
		indexIn(tracks, talk.track),
		indexIn(rooms, talk.room),
		(talk.hasRecording ? RECORDED : 0) | (talk.isWithdrawn ? WITHDRAWN : 0),
		...(talk.subtitle === "" ? ([] as const) : ([talk.subtitle] as const)),
	];
	return {
		conference: options.conference,
		tracks: tracks.map(({ slug, name }) => [slug, name, trackHue(name)] as const),
		rooms: rooms.map(({ slug, name }) => [slug, name] as const),
		slots: groupBy(talks, (talk) => talk.start.getTime()).map(({ key, items }): PackedSlot => {
			const time = formatTime(new Date(key), options.timeZone);
			const first = items[0];
			return options.showDay && first
				? [key, time, items.map(pack), formatShortDay(first.day)]
				: [key, time, items.map(pack)];
		}),
	};
}

function distinct(items: readonly (Named | null)[]): Named[] {
	const bySlug = new Map<string, Named>();
	for (const item of items) if (item) bySlug.set(item.slug, item);
	return [...bySlug.values()];
}
