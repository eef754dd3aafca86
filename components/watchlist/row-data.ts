import type { MarkStatus } from "@/lib/marks/status";
import { getTrackHue } from "@/lib/talks/track-hue";
import { formatCount, formatDuration, formatShortDay, formatTime } from "@/lib/text/format";
import type { WatchlistEntry } from "@/lib/watchlist/types";

/** What a row of the watchlist shows, as it travels to the browser: plain, short, and without what is not there. */
export type RowData = {
	readonly id: number;
	/** Slugs. */
	readonly conference: string;
	readonly slug: string;
	readonly title: string;
	readonly subtitle?: string;
	readonly status: MarkStatus;
	/** Withdrawn, cancelled. */
	readonly off?: readonly string[];
	/** Milliseconds since 1970. */
	readonly start: number;
	/** On the conference's clocks, `09:30`. */
	readonly time: string;
	/** `Sat 31 Jan`, where no heading says it. */
	readonly day?: string;
	readonly conferenceTitle?: string;
	readonly speakers?: string;
	readonly track?: readonly [slug: string, name: string, hue: number];
	readonly room?: readonly [slug: string, name: string];
	readonly length: string;
	readonly recording?: "Recording" | "New recording";
	readonly rating?: number;
	/** How much the visitor wrote, in words. */
	readonly notes?: string;
	readonly topics?: readonly (readonly [slug: string, name: string])[];
};

/** What stands above a row already. */
export type HiddenColumns = { readonly conference?: boolean; readonly day?: boolean; readonly track?: boolean };

export function rowData(entry: WatchlistEntry, hides: HiddenColumns = {}): RowData {
	const { talk, conference, rating, topics, isNewlyRecorded } = entry;
	const off = [...(talk.isWithdrawn ? ["Withdrawn"] : []), ...(talk.isCancelled ? ["Cancelled"] : [])];
	const notes = formatNotes(entry);
	return {
		id: talk.id,
		conference: conference.slug,
		slug: talk.slug,
		title: talk.title,
		...(talk.subtitle && { subtitle: talk.subtitle }),
		status: entry.status,
		...(off.length > 0 && { off }),
		start: talk.start.getTime(),
		time: formatTime(talk.start, conference.timeZone),
		...(!hides.day && { day: formatShortDay(talk.day) }),
		...(!hides.conference && { conferenceTitle: conference.title }),
		...(talk.speakers.length > 0 && { speakers: talk.speakers.map(({ name }) => name).join(", ") }),
		...(talk.track &&
			!hides.track && { track: [talk.track.slug, talk.track.name, getTrackHue(talk.track.name)] as const }),
		...(talk.room && { room: [talk.room.slug, talk.room.name] as const }),
		length: formatDuration(talk.duration),
		...(talk.hasRecording && { recording: isNewlyRecorded ? ("New recording" as const) : ("Recording" as const) }),
		...(rating !== null && { rating }),
		...(notes && { notes }),
		...(topics.length > 0 && { topics: topics.map(({ slug, name }) => [slug, name] as const) }),
	};
}

function formatNotes({ takeawayCount, hasNote }: WatchlistEntry): string | undefined {
	if (takeawayCount === 1) return "1 takeaway";
	if (takeawayCount > 0) return `${formatCount(takeawayCount)} takeaways`;
	return hasNote ? "Note" : undefined;
}
