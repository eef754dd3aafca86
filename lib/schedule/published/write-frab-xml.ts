import type { Generator } from "@/lib/calendar/write-calendar";
import { cleanLine } from "@/lib/text/clean";
import { formatAttributes, formatElement } from "@/lib/text/xml";
import { formatHoursAndMinutes, formatWithOffset, toZonedTime } from "@/lib/time/date-time";
import type { ScheduleConference } from "../types";
import { type ExportedDay, type ExportedTalk, getSpeakerIds, toExportedDays } from "./exported-talks";
import type { PublishedSchedule, PublishedSpeaker } from "./types";

/**
 * A schedule as frab XML, https://github.com/voc/schedule/blob/master/validator/xsd/schedule.xml.xsd with what FOSDEM and
 * pretalx write beyond it: slugs, codes, tracks and persons with their biographies. Texts are Markdown. The list of rooms,
 * a link's `kind` and an event's `status` are ours; our own reader takes them at their word.
 */
export function writeFrabXml(schedule: PublishedSchedule, generator: Generator): string {
	const { conference, tracks, speakers } = schedule;
	const days = toExportedDays(schedule);
	const names = new Map(tracks.map(({ slug, name }) => [slug, name]));
	const people = new Map(speakers.map((speaker) => [speaker.key, speaker]));
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		"<schedule>",
		`<generator${formatAttributes({ name: generator.name, version: generator.version })}/>`,
		formatElement("version", conference.version),
		"<conference>",
		formatElement("title", conference.title),
		formatElement("subtitle", conference.subtitle),
		formatElement("acronym", conference.slug),
		formatElement("venue", conference.venue),
		formatElement("city", conference.city),
		formatElement("start", conference.startDate),
		formatElement("end", conference.endDate),
		formatElement("days", String(days.length)),
		formatElement("day_change", `${formatHoursAndMinutes(conference.dayChange)}:00`),
		formatElement("timeslot_duration", "00:05"),
		...(conference.url === null
			? []
			: [formatElement("url", conference.url), formatElement("base_url", conference.url)]),
		formatElement("time_zone_name", conference.timeZone),
		"</conference>",
		"<tracks>",
		...tracks.map(({ slug, name }) => formatElement("track", cleanLine(name), { slug })),
		"</tracks>",
		"<rooms>",
		...schedule.rooms.map(({ slug, name }) => formatElement("room", cleanLine(name), { slug })),
		"</rooms>",
		"<persons>",
		...speakers.map((speaker) => writePerson(speaker, conference.slug)),
		"</persons>",
		...days.flatMap((day, index) => writeDay(day, index + 1, { conference, names, people })),
		"</schedule>",
	].join("\n")}\n`;
}

type Lookups = {
	readonly conference: ScheduleConference;
	/** Of tracks, by their slugs. */
	readonly names: ReadonlyMap<string, string>;
	readonly people: ReadonlyMap<string, PublishedSpeaker>;
};

function writePerson(speaker: PublishedSpeaker, conference: string): string {
	const { name, slug, biography } = speaker;
	const elements = [
		formatElement("name", cleanLine(name)),
		formatElement("slug", slug),
		formatElement("biography", biography),
	];
	return `<person${formatAttributes(getSpeakerIds(speaker, conference))}>${elements.join("")}</person>`;
}

function writeDay({ date, start, end, rooms }: ExportedDay, index: number, lookups: Lookups): string[] {
	const day = { index: String(index), date, start: formatWithOffset(start), end: formatWithOffset(end) };
	return [
		`<day${formatAttributes(day)}>`,
		...rooms.flatMap(({ room, talks }) => [
			`<room${formatAttributes({ name: cleanLine(room?.name ?? ""), ...(room && { slug: room.slug }) })}>`,
			...talks.map((talk) => writeEvent(talk, room?.name ?? "", lookups)),
			"</room>",
		]),
		"</day>",
	];
}

function writeEvent(talk: ExportedTalk, room: string, { conference, names, people }: Lookups): string {
	const start = toZonedTime(talk.start, conference.timeZone);
	const speakers = talk.speakers.flatMap((key) => people.get(key) ?? []);
	const track =
		talk.track === null ? "<track/>" : formatElement("track", names.get(talk.track) ?? "", { slug: talk.track });
	return [
		`<event${formatAttributes({ id: String(talk.exportedId), guid: talk.exportedGuid })}>`,
		formatElement("date", formatWithOffset(start)),
		formatElement("start", start.toPlainTime().toString({ smallestUnit: "minute" })),
		formatElement("duration", formatDuration(talk.duration)),
		formatElement("room", cleanLine(room)),
		formatElement("slug", talk.slug),
		...(talk.url === null ? [] : [formatElement("url", talk.url)]),
		formatElement("title", cleanLine(talk.title)),
		formatElement("subtitle", cleanLine(talk.subtitle)),
		track,
		formatElement("type", cleanLine(talk.type)),
		formatElement("language", talk.language),
		...(talk.isCancelled ? [formatElement("status", "cancelled")] : []),
		...(talk.willBeRecorded === null ? [] : [writeRecording(talk.willBeRecorded)]),
		formatElement("abstract", talk.abstract),
		formatElement("description", talk.description),
		`<persons>${speakers.map((speaker) => formatElement("person", cleanLine(speaker.name), getSpeakerIds(speaker, conference.slug))).join("")}</persons>`,
		`<links>${talk.links
			.map(({ kind, url, title }) => formatElement("link", cleanLine(title), { href: url, kind: kind.toLowerCase() }))
			.join("")}</links>`,
		"</event>",
	].join("\n");
}

/** The schema wants a licence with it; ours does not know one. */
const writeRecording = (willBe: boolean) =>
	`<recording><license/>${formatElement("optout", String(!willBe))}</recording>`;

/** The schema knows two digits of hours at most; pretalx writes what is longer as D:HH:MM. */
function formatDuration(minutes: number): string {
	if (minutes < 100 * 60) return formatHoursAndMinutes(minutes);
	return `${Math.floor(minutes / (24 * 60))}:${formatHoursAndMinutes(minutes % (24 * 60))}`;
}
