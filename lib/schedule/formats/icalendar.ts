import ICAL from "ical.js";
import { parseStart } from "@/lib/time/date-time";
import type { RawLink } from "../fields/classify-link";
import { oneLine, parseLanguageTag, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble-schedule";
import { createDraft } from "../reading/create-draft";
import type { DraftPerson } from "../reading/draft";
import { EMPTY_CONFERENCE, type RawTalk } from "../reading/draft";
import { quote, quoteAll } from "../reading/quote";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { createZones, findCalendarZone, type Zones } from "./icalendar-zones";

/**
 * iCalendar, RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545), one VEVENT a talk. A calendar says less than a schedule:
 * its name is the conference's title, LOCATION the room, the first of CATEGORIES the track, ATTENDEE the speakers, and
 * where there is none a line such as "by: …" at the head of the description (icalendar-event.ts).
 */
export const icalendar: ScheduleFormat = {
	name: "iCalendar",
	recognises: (head) => /^BEGIN:VCALENDAR\s/i.test(head),
	parse: parseIcalendar,
};

async function parseIcalendar(chunks: AsyncIterable<string>, { title }: { title: string }): Promise<ParsedSchedule> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	// Some files end their lines with two carriage returns; and what is folded belongs to the line before.
	const lines = text
		.replace(/\r*\n/g, "\n")
		.replace(/\n[ \t]/g, "")
		.split("\n");
	if (!lines.some((line) => /^END:VCALENDAR\s*$/i.test(line))) throw new ScheduleError("The calendar is cut off.");

	const { around, events } = splitEvents(lines);
	const calendar = parseComponent(["BEGIN:VCALENDAR", ...around, "END:VCALENDAR"]);
	if (!calendar) throw new ScheduleError("The calendar is not well formed.");
	const readField = (name: string) => oneLine(toText(tryRead(() => calendar.getFirstPropertyValue(name))));
	const zones = createZones(calendar.getAllSubcomponents("vtimezone"));
	const isPretalx = /pretalx/i.test(readField("prodid"));

	const warnings: string[] = [];
	const talks: RawTalk[] = [];
	const repeated: string[] = [];
	for (const event of events) {
		const talk = tryRead(() => {
			const component = parseComponent(["BEGIN:VCALENDAR", ...event, "END:VCALENDAR"])?.getFirstSubcomponent("vevent");
			return component && readEvent(component, zones, { isPretalx });
		});
		if (talk && event.some((line) => /^RRULE[:;]/i.test(line))) repeated.push(talk.title);
		if (talk) talks.push(talk);
		else warnings.push(`${formatEventLabel(event)} is left out: it is not well formed.`);
	}
	if (zones.unknown.size > 0) {
		const names = quoteAll([...zones.unknown]);
		warnings.push(`The calendar does not define ${names}; times in it are taken for those of the conference's zone.`);
	}
	if (repeated.length > 0) {
		warnings.push(`The calendar repeats ${quoteAll(repeated)}; only the first time of each is taken.`);
	}
	const timeZone = findCalendarZone(readField("x-wr-timezone"), zones);
	const name = readField("x-wr-calname") || readField("name");
	const conference = {
		...EMPTY_CONFERENCE,
		title: name,
		fileTitle: title,
		timeZone,
		urls: [readField("url"), readField("source")],
	};
	return assembleSchedule(createDraft({ conference, tracks: [], rooms: [], persons: [], talks, warnings }));
}

/** The lines of each event, and those around them within the calendar: one that is broken must not break all. */
function splitEvents(lines: readonly string[]): { around: string[]; events: string[][] } {
	const around: string[] = [];
	const events: string[][] = [];
	let event: string[] | null = null;
	for (const line of lines) {
		// Some files are several calendars, one after the other.
		if (line === "" || /^(?:BEGIN|END):VCALENDAR\s*$/i.test(line)) continue;
		if (/^BEGIN:VEVENT\s*$/i.test(line)) event = [];
		if (event) event.push(line);
		else around.push(line);
		if (event && /^END:VEVENT\s*$/i.test(line)) {
			events.push(event);
			event = null;
		}
	}
	if (event) events.push(event);
	return { around, events };
}

const parseComponent = (lines: readonly string[]) => tryRead(() => new ICAL.Component(ICAL.parse(lines.join("\r\n"))));

/** The library throws where a line is broken, and only when it comes to a value where that is. */
function tryRead<Value>(read: () => Value): Value | null {
	try {
		return read();
	} catch {
		return null;
	}
}

function formatEventLabel(event: readonly string[]): string {
	const summary = event.find((line) => /^SUMMARY[:;]/i.test(line));
	const title = oneLine(summary?.slice(summary.indexOf(":") + 1));
	return title === "" ? "An event" : quote(title);
}

const toText = (value: unknown) => (typeof value === "string" ? value : "");

/** Reads an event. Its UID is the talk's guid; repetitions and alarms say nothing about a talk. */
function readEvent(event: ICAL.Component, zones: Zones, { isPretalx }: { isPretalx: boolean }): RawTalk {
	const readField = (name: string) => oneLine(readText(event, name));
	const begin = readTime(event, "dtstart", zones);
	const { title, persons: titled } = isPretalx
		? splitPretalx(readField("summary"))
		: { title: readField("summary"), persons: [] };
	const { text, persons: described } = readDescription(event);
	const attending = readAttendees(event);
	const category = event.getFirstProperty("categories")?.getFirstValue();
	const track = oneLine(typeof category === "string" ? category : "");
	const room = readField("location");
	return {
		guid: readField("uid"),
		id: "",
		code: "",
		slug: "",
		title,
		subtitle: "",
		type: "",
		language: parseLanguageTag(event.getFirstProperty("summary")?.getFirstParameter("language")),
		day: begin?.isDay ? begin.date : "",
		dayEnd: "",
		date: begin?.date ?? "",
		start: begin?.isDay ? "00:00" : "",
		duration: readDuration(event, begin, zones),
		track: track === "" ? null : { name: track, slug: "" },
		room: room === "" ? null : { name: room, slug: "" },
		url: readField("url"),
		willBeRecorded: null,
		isCancelled: /^cancelled$/i.test(readField("status")),
		abstract: toSourceText(text),
		description: toSourceText(""),
		persons: [attending, titled, described].find((persons) => persons.length > 0) ?? [],
		links: readAttachments(event),
	};
}

type Begin = { readonly date: string; readonly isDay: boolean; readonly instant: Date | null };

/** As `GivenTalk.date`: exact where the zone is known, a day where it is one, else without an offset. */
function readTime(event: ICAL.Component, name: string, zones: Zones): Begin | null {
	const property = event.getFirstProperty(name);
	const time = property?.getFirstValue();
	if (!property || !(time instanceof ICAL.Time)) return null;
	const day = time.toString().slice(0, 10);
	if (time.isDate) return { date: day, isDay: true, instant: new Date(`${day}T00:00:00Z`) };
	const exact = (instant: Date | null) => instant && { date: instant.toISOString(), isDay: false, instant };
	const local = time.toString().replace(/Z$/, "");
	if (time.toString().endsWith("Z")) return exact(validDate(new Date(`${local}Z`)));
	const tzid = oneLine(property.getFirstParameter("tzid"));
	const timeZone = tzid === "" ? null : zones.ianaOf(tzid);
	if (timeZone) return exact(parseStart(local.slice(0, 16), "", { day: null, dayChange: 0, timeZone }));
	const definition = tzid === "" ? null : zones.definitionOf(tzid);
	if (definition) {
		time.zone = definition;
		return exact(validDate(time.toJSDate()));
	}
	return { date: local.slice(0, 16), isDay: false, instant: validDate(new Date(`${local}Z`)) };
}

const validDate = (date: Date) => (Number.isNaN(date.getTime()) ? null : date);

/** Minutes, as `GivenTalk.duration`. An event without an end is a moment, one of a day without an end that day. */
function readDuration(event: ICAL.Component, begin: Begin | null, zones: Zones): string {
	const duration = event.getFirstPropertyValue("duration");
	if (duration instanceof ICAL.Duration) return String(Math.max(0, Math.round(duration.toSeconds() / 60)));
	const end = readTime(event, "dtend", zones);
	if (!begin?.instant || !end?.instant) return begin?.isDay ? "1440" : "0";
	return String(Math.max(0, Math.round((end.instant.getTime() - begin.instant.getTime()) / 60_000)));
}

function readText(event: ICAL.Component, name: string): string {
	const value = event.getFirstPropertyValue(name);
	return typeof value === "string" ? value : "";
}

/** pretalx appends the speakers to the title: "Title - One, Other", and "Title - " where there are none. */
function splitPretalx(summary: string): { title: string; persons: DraftPerson[] } {
	if (/. -$/.test(summary)) return { title: summary.slice(0, -2), persons: [] };
	const [, title, names] = /^(.+) - (.+?)$/.exec(summary) ?? [];
	return title && names ? { title, persons: splitPersons(names) } : { title: summary, persons: [] };
}

const BYLINE =
	/^\s*(?:by|von|mit|with|par|por|door|di|speakers?|speaker\(s\)|presenters?|presented by|vortragende[rn]?|referent(?:in|en|innen)?|host(?:s|ed by)?)\s*:\s*(\S.*)$/i;
const LINES_WITH_BYLINE = 3;

/** The text, and who is named in a line such as "by: …" among its first ones, which then is no part of it. */
function readDescription(event: ICAL.Component): { text: string; persons: DraftPerson[] } {
	const alternative = event.getFirstProperty("x-alt-desc");
	const html =
		alternative?.getFirstParameter("fmttype")?.toLowerCase() === "text/html" ? alternative.getFirstValue() : "";
	const described = readText(event, "description");
	const lines = described.split("\n");
	const bylineIndex = lines.slice(0, LINES_WITH_BYLINE).findIndex((line) => BYLINE.test(line));
	const named = bylineIndex === -1 ? "" : (BYLINE.exec(lines[bylineIndex] ?? "")?.[1] ?? "");
	const rest = lines.filter((_, index) => index !== bylineIndex).join("\n");
	return { text: typeof html === "string" && html !== "" ? html : rest, persons: splitPersons(named) };
}

function readAttendees(event: ICAL.Component): DraftPerson[] {
	return event.getAllProperties("attendee").flatMap((property) => {
		const type = property.getFirstParameter("cutype")?.toUpperCase();
		if (type === "ROOM" || type === "RESOURCE") return [];
		const name = oneLine(property.getFirstParameter("cn"));
		// Google gives the address of who has no name; it is nobody's name, and nobody else's business.
		return name === "" || /^\S+@\S+$/.test(name) ? [] : [toPerson(name)];
	});
}

function splitPersons(names: string): DraftPerson[] {
	// "A/Prof Ann One" is one.
	const parts = names.split(/\s*[,;]\s*|\s+(?:\/|&|and|und|et|y|en)\s+/i).map(oneLine);
	return parts.filter((name) => name !== "").map(toPerson);
}

const toPerson = (name: string): DraftPerson => ({
	guid: "",
	id: "",
	code: "",
	name,
	slug: "",
	biography: toSourceText(""),
});

function readAttachments(event: ICAL.Component): RawLink[] {
	return event.getAllProperties("attach").flatMap((property) => {
		const url = property.getFirstValue();
		const title = oneLine(property.getFirstParameter("filename") ?? property.getFirstParameter("label"));
		return typeof url === "string" ? [{ url, title, from: "attachment", type: "" } as const] : [];
	});
}
