import type { ScheduleConference } from "../types";
import { cleanLine } from "./clean";
import { type ExportedDay, type ExportedTalk, exportedDays, speakerIds } from "./exported";
import { hoursAndMinutes, inZone, withOffset } from "./moments";
import type { Generator, PublishedSchedule, PublishedSpeaker } from "./types";
import { attributes, element } from "./xml";

/**
 * A schedule as frab XML, https://github.com/voc/schedule/blob/master/validator/xsd/schedule.xml.xsd with what FOSDEM and
 * pretalx write beyond it: slugs, codes, tracks and persons with their biographies. Texts are Markdown. The list of rooms,
 * a link's `kind` and an event's `status` are ours; our own reader takes them at their word.
 */
export function writeFrabXml(schedule: PublishedSchedule, generator: Generator): string {
	const { conference, tracks, speakers } = schedule;
	const days = exportedDays(schedule);
	const names = new Map(tracks.map(({ slug, name }) => [slug, name]));
	const people = new Map(speakers.map((speaker) => [speaker.key, speaker]));
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		"<schedule>",
		`<generator${attributes({ name: generator.name, version: generator.version })}/>`,
		element("version", conference.version),
		"<conference>",
		element("title", conference.title),
		element("subtitle", conference.subtitle),
		element("acronym", conference.slug),
		element("venue", conference.venue),
		element("city", conference.city),
		element("start", conference.startDate),
		element("end", conference.endDate),
		element("days", String(days.length)),
		element("day_change", `${hoursAndMinutes(conference.dayChange)}:00`),
		element("timeslot_duration", "00:05"),
		...(conference.url === null ? [] : [element("url", conference.url), element("base_url", conference.url)]),
		element("time_zone_name", conference.timeZone),
		"</conference>",
		"<tracks>",
		...tracks.map(({ slug, name }) => element("track", cleanLine(name), { slug })),
		"</tracks>",
		"<rooms>",
		...schedule.rooms.map(({ slug, name }) => element("room", cleanLine(name), { slug })),
		"</rooms>",
		"<persons>",
		...speakers.map((speaker) => writePerson(speaker, conference.slug)),
		"</persons>",
		...days.flatMap((day, index) => writeDay(day, index + 1, { conference, names, people })),
		"</schedule>",
	].join("\n")}\n`;
}

type Known = {
	readonly conference: ScheduleConference;
	/** Of tracks, by their slugs. */
	readonly names: ReadonlyMap<string, string>;
	readonly people: ReadonlyMap<string, PublishedSpeaker>;
};

function writePerson(speaker: PublishedSpeaker, conference: string): string {
	const { name, slug, biography } = speaker;
	const said = [element("name", cleanLine(name)), element("slug", slug), element("biography", biography)];
	return `<person${attributes(speakerIds(speaker, conference))}>${said.join("")}</person>`;
}

function writeDay({ date, start, end, rooms }: ExportedDay, index: number, known: Known): string[] {
	const day = { index: String(index), date, start: withOffset(start), end: withOffset(end) };
	return [
		`<day${attributes(day)}>`,
		...rooms.flatMap(({ room, talks }) => [
			`<room${attributes({ name: cleanLine(room?.name ?? ""), ...(room && { slug: room.slug }) })}>`,
			...talks.map((talk) => writeEvent(talk, room?.name ?? "", known)),
			"</room>",
		]),
		"</day>",
	];
}

function writeEvent(talk: ExportedTalk, room: string, { conference, names, people }: Known): string {
	const start = inZone(talk.start, conference.timeZone);
	const speakers = talk.speakers.flatMap((key) => people.get(key) ?? []);
	const track = talk.track === null ? "<track/>" : element("track", names.get(talk.track) ?? "", { slug: talk.track });
	return [
		`<event${attributes({ id: String(talk.exportedId), guid: talk.exportedGuid })}>`,
		element("date", withOffset(start)),
		element("start", start.toPlainTime().toString({ smallestUnit: "minute" })),
		element("duration", duration(talk.duration)),
		element("room", cleanLine(room)),
		element("slug", talk.slug),
		...(talk.url === null ? [] : [element("url", talk.url)]),
		element("title", cleanLine(talk.title)),
		element("subtitle", cleanLine(talk.subtitle)),
		track,
		element("type", cleanLine(talk.type)),
		element("language", talk.language),
		...(talk.isCancelled ? [element("status", "cancelled")] : []),
		...(talk.willBeRecorded === null ? [] : [recording(talk.willBeRecorded)]),
		element("abstract", talk.abstract),
		element("description", talk.description),
		`<persons>${speakers.map((speaker) => element("person", cleanLine(speaker.name), speakerIds(speaker, conference.slug))).join("")}</persons>`,
		`<links>${talk.links
			.map(({ kind, url, title }) => element("link", cleanLine(title), { href: url, kind: kind.toLowerCase() }))
			.join("")}</links>`,
		"</event>",
	].join("\n");
}

/** The schema wants a licence with it; ours does not know one. */
const recording = (willBe: boolean) => `<recording><license/>${element("optout", String(!willBe))}</recording>`;

/** The schema knows two digits of hours at most; pretalx writes what is longer as D:HH:MM. */
function duration(minutes: number): string {
	if (minutes < 100 * 60) return hoursAndMinutes(minutes);
	return `${Math.floor(minutes / (24 * 60))}:${hoursAndMinutes(minutes % (24 * 60))}`;
}
