import type { CalendarEvent, Generator } from "@/lib/calendar/write-calendar";
import { writeCalendar, writeEach } from "@/lib/calendar/write-calendar";
import { toPlainText } from "@/lib/markdown/plain-text";
import { MARK_LABELS } from "@/lib/marks/status";
import { deriveGuid, getPublishedGuid } from "@/lib/schedule/identity";
import * as paths from "@/lib/urls/paths";
import type { CalendarTalk } from "./types";

// Often enough for what moves on the day itself, seldom enough for a thousand visitors.
const REFRESH_HOURS = 1;

type Options = {
	readonly name: string;
	/** The address that visitors know. */
	readonly baseUrl: string;
	/** Whether it is subscribed to, and says how often to ask again. */
	readonly isFeed: boolean;
	readonly generator: Generator;
};

/** Marked talks of any conferences as iCalendar (lib/calendar/write-calendar.ts). The same talks give the same bytes. */
export function writeWatchlistCalendar(talks: readonly CalendarTalk[], options: Options): string {
	const zones = new Set(talks.map(({ conference }) => conference.timeZone));
	const calendar = {
		name: options.name,
		timeZone: zones.size === 1 ? ([...zones][0] ?? null) : null,
		url: null,
		...(options.isFeed && { refreshHours: REFRESH_HOURS }),
		events: toEvents(talks, options.baseUrl),
	};
	return writeCalendar(calendar, options.generator);
}

/**
 * Marked talks as events, by time. `baseUrl` is the address that visitors know: each event leads to the talk's page there.
 * A talk has the UID that its conference's own calendar gives it, whatever else is marked.
 */
export function toEvents(talks: readonly CalendarTalk[], baseUrl: string): CalendarEvent[] {
	const uids = assignUids(talks);
	const inOrder = talks.toSorted((a, b) => a.start.getTime() - b.start.getTime() || a.id - b.id);
	return writeEach(inOrder, (talk) => toEvent(talk, uids.get(talk.id) ?? "", baseUrl));
}

/**
 * The UIDs by the talks' ids. A schedule that was brought in twice, as two conferences, has each guid twice, and a calendar
 * may not: the talk that came later then has one of ours.
 */
function assignUids(talks: readonly CalendarTalk[]): Map<number, string> {
	const uids = new Map<number, string>();
	const usedUids = new Set<string>();
	for (const talk of talks.toSorted((a, b) => a.id - b.id)) {
		const uid = getPublishedGuid(talk.conference.slug, talk);
		uids.set(talk.id, usedUids.has(uid.toLowerCase()) ? deriveGuid(talk.conference.slug, talk.key) : uid);
		usedUids.add(uid.toLowerCase());
	}
	return uids;
}

function toEvent(talk: CalendarTalk, uid: string, baseUrl: string): CalendarEvent {
	const { conference, isCancelled, isWithdrawn, status } = talk;
	const pageUrl = new URL(paths.talk(conference.slug, talk.slug), baseUrl).href;
	const categories = [MARK_LABELS[status], talk.track, ...talk.topics].map((category) => category.trim());
	return {
		uid,
		changedAt: talk.changedAt,
		sequence: talk.revisions,
		start: talk.start,
		duration: talk.duration,
		timeZone: conference.timeZone,
		title: talk.title,
		description: buildDescription(talk, pageUrl),
		location: [talk.room, conference.venue, conference.city].filter((part) => part.trim() !== "").join(", "),
		categories: [...new Set(categories)],
		url: pageUrl,
		isCancelled: isCancelled || isWithdrawn,
	};
}

function buildDescription(talk: CalendarTalk, pageUrl: string): string {
	const recordings = talk.recordings.map(({ url }) => `Recording: ${url}`);
	const parts = [
		// There are calendars that do not show an event's status.
		talk.isCancelled ? "This talk is cancelled." : talk.isWithdrawn ? "This talk is no longer in the schedule." : "",
		talk.subtitle,
		talk.speakers.join(", "),
		toPlainText(talk.abstract),
		toPlainText(talk.description),
		[
			talk.conference.title,
			`Your marks and notes: ${pageUrl}`,
			...(talk.url ? [`At the conference: ${talk.url}`] : []),
			...recordings,
		].join("\n"),
	];
	return parts
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.join("\n\n");
}
