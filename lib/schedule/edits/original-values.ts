import { formatDay, formatDuration, formatTime } from "@/lib/text/format";
import type { Names } from "../changes/recorded-changes";
import type { EditableTalkField } from "./scheduled-values";
import type { TalkState } from "./talk-state";

/** What the schedule says of fields that were changed by hand, in words, by their names. */
export type OriginalValues<Field extends string = string> = Partial<Readonly<Record<Field, string>>>;

/** Of a talk; what is empty is said to be. Times are by the clocks of `timeZone`. */
export function formatOriginalValues(
	scheduled: Partial<TalkState>,
	names: Names,
	timeZone: string,
): OriginalValues<EditableTalkField> {
	const { day, start, duration, track, room, speakers, links, isCancelled, abstract, description } = scheduled;
	const findName = (nameBySlug: ReadonlyMap<string, string>, slug: string | null) =>
		slug === null ? "" : (nameBySlug.get(slug) ?? slug);
	const texts = {
		title: scheduled.title,
		subtitle: scheduled.subtitle,
		type: scheduled.type,
		language: scheduled.language,
		url: scheduled.url === null ? "" : scheduled.url,
		day: day && formatDay(day),
		start: start && formatTime(new Date(start), timeZone),
		duration: duration === undefined ? undefined : formatDuration(duration),
		track: track === undefined ? undefined : findName(names.tracks, track),
		room: room === undefined ? undefined : findName(names.rooms, room),
		speakers: speakers?.map((key) => names.speakers.get(key) ?? key).join(", "),
		isCancelled: isCancelled === undefined ? undefined : isCancelled ? "cancelled" : "not cancelled",
		links: links?.map(({ url }) => url).join(" "),
		abstract: abstract?.markdown,
		description: description?.markdown,
	} satisfies Record<EditableTalkField, string | undefined>;
	return Object.fromEntries(
		Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field, text || "nothing"]])),
	);
}
