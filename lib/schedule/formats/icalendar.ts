import ICAL from "ical.js";
import { oneLine } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble";
import { createDraft } from "../reading/draft-of-given";
import { EMPTY_CONFERENCE, type RawTalk } from "../reading/given";
import { quote, quoteAll } from "../reading/quoted";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { readEvent } from "./icalendar-event";
import { createZones, findCalendarZone } from "./icalendar-zones";

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
