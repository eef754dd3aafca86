import type { Generator } from "@/lib/calendar/write-calendar";
import { clean, cleanLine } from "@/lib/text/clean";
import { formatHoursAndMinutes, formatWithOffset, toZonedTime } from "@/lib/time/date-time";
import { deriveGuid } from "../identity";
import { type ExportedTalk, getSpeakerIds, toExportedDays } from "./exported-talks";
import { isJsonSlug, toJsonAcronym, toJsonDetails, toJsonSlug, toJsonUrl } from "./json-details";
import type { PublishedSchedule, PublishedSpeaker } from "./types";

const SCHEMA = "https://c3voc.de/schedule/schema.json";

// Zones that the schema can name; others are told by the offsets of the talks.
const NAMED_ZONE = /^(?:[A-Z][a-z]+\/[A-Z][a-z]+|UTC$)/;

/**
 * A schedule as the JSON of c3voc and frab, version 1:
 * https://github.com/voc/schedule/blob/master/validator/json/schema.json. Texts are Markdown. What the schema has no place
 * for stands in the conference's `meta` (json-details.ts). `talkAddress` tells a talk's page here, for talks without one of
 * their own: the schema wants one.
 */
export function writeScheduleJson(
	schedule: PublishedSchedule,
	generator: Generator,
	talkUrl: (slug: string) => string,
): string {
	const { conference, tracks, rooms, speakers } = schedule;
	const { title, startDate, endDate, timeZone, url } = conference;
	const days = toExportedDays(schedule);
	const trackNames = new Map(tracks.map(({ slug, name }) => [slug, cleanLine(name)]));
	const people = new Map(speakers.map((speaker) => [speaker.key, speaker]));
	const toEvent = (talk: ExportedTalk, room: string) => {
		const start = toZonedTime(talk.start, timeZone);
		return {
			guid: talk.exportedGuid,
			id: talk.exportedId,
			date: formatWithOffset(start),
			start: start.toPlainTime().toString({ smallestUnit: "minute" }),
			duration: formatHoursAndMinutes(talk.duration),
			room,
			slug: toJsonSlug(talk.slug),
			url: toJsonUrl(talk.url ?? talkUrl(talk.slug)),
			title: cleanLine(talk.title),
			subtitle: cleanLine(talk.subtitle),
			track: talk.track === null ? null : (trackNames.get(talk.track) ?? null),
			type: cleanLine(talk.type),
			language: talk.language || null,
			...(talk.willBeRecorded !== null && { do_not_record: !talk.willBeRecorded }),
			abstract: clean(talk.abstract),
			description: clean(talk.description),
			persons: talk.speakers
				.flatMap((key) => people.get(key) ?? [])
				.map((speaker) => toPerson(speaker, conference.slug)),
			links: talk.links.map((link) => ({ url: toJsonUrl(link.url), title: cleanLine(link.title) })),
		};
	};
	const file = {
		$schema: SCHEMA,
		generator,
		schedule: {
			version: conference.version,
			...(url !== null && { base_url: toJsonUrl(url) }),
			conference: {
				acronym: toJsonAcronym(conference.slug),
				title: cleanLine(title),
				start: startDate,
				end: endDate,
				daysCount: days.length,
				timeslot_duration: "00:05",
				...(NAMED_ZONE.test(timeZone) && { time_zone_name: timeZone }),
				...(url !== null && { url: toJsonUrl(url) }),
				tracks: tracks.map(({ slug, name }) => ({ name: cleanLine(name), ...(isJsonSlug(slug) && { slug }) })),
				rooms: rooms.map(({ slug, name }) => ({
					name: cleanLine(name),
					...(isJsonSlug(slug) && { slug }),
					guid: deriveGuid(conference.slug, `room:${slug}`),
				})),
				days: days.map((day, index) => ({
					index: index + 1,
					date: day.date,
					day_start: formatWithOffset(day.start),
					day_end: formatWithOffset(day.end),
					rooms: toRooms(day.rooms, toEvent),
				})),
				meta: toJsonDetails(schedule),
			},
		},
	};
	return `${JSON.stringify(file, null, "\t")}\n`;
}

function toPerson(speaker: PublishedSpeaker, conference: string) {
	const { id, ...others } = getSpeakerIds(speaker, conference);
	return {
		...others,
		...(id !== undefined && { id: /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id }),
		name: cleanLine(speaker.name),
		slug: speaker.slug,
		biography: clean(speaker.biography),
	};
}

/** Rooms are told apart by their names alone: those of one name share a list. */
function toRooms<Event>(
	rooms: ReturnType<typeof toExportedDays>[number]["rooms"],
	toEvent: (talk: ExportedTalk, room: string) => Event,
): Record<string, Event[]> {
	const lists = new Map<string, Event[]>();
	for (const { room, talks } of rooms) {
		const name = cleanLine(room?.name ?? "");
		lists.set(name, [...(lists.get(name) ?? []), ...talks.map((talk) => toEvent(talk, name))]);
	}
	// Not by assignment: a room may be named "__proto__".
	return Object.fromEntries(lists);
}
