import { formatDay, formatDuration, formatTime } from "@/lib/talks/format";
import type { Names } from "../history/recorded";
import type { EditableTalkField } from "./scheduled";
import type { TalkState } from "./talk-state";

/** What the schedule says of fields that were changed by hand, in words, by their names. */
export type Told<Field extends string = string> = Partial<Readonly<Record<Field, string>>>;

/** Of a talk; what is empty is said to be. Times are by the clocks of `timeZone`. */
export function toldOfTalk(scheduled: Partial<TalkState>, names: Names, timeZone: string): Told<EditableTalkField> {
	const { day, start, duration, track, room, speakers, links, isCancelled, abstract, description } = scheduled;
	const placed = (places: ReadonlyMap<string, string>, slug: string | null) =>
		slug === null ? "" : (places.get(slug) ?? slug);
	const words = {
		title: scheduled.title,
		subtitle: scheduled.subtitle,
		type: scheduled.type,
		language: scheduled.language,
		url: scheduled.url === null ? "" : scheduled.url,
		day: day && formatDay(day),
		start: start && formatTime(new Date(start), timeZone),
		duration: duration === undefined ? undefined : formatDuration(duration),
		track: track === undefined ? undefined : placed(names.tracks, track),
		room: room === undefined ? undefined : placed(names.rooms, room),
		speakers: speakers?.map((key) => names.speakers.get(key) ?? key).join(", "),
		isCancelled: isCancelled === undefined ? undefined : isCancelled ? "cancelled" : "not cancelled",
		links: links?.map(({ url }) => url).join(" "),
		abstract: abstract?.markdown,
		description: description?.markdown,
	} satisfies Record<EditableTalkField, string | undefined>;
	return Object.fromEntries(
		Object.entries(words).flatMap(([field, text]) => (text === undefined ? [] : [[field, text || "nothing"]])),
	);
}
