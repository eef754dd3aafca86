import ICAL from "ical.js";
import type { GivenLink } from "../fields/link-kinds";
import { parseStart } from "../fields/moment";
import { languageTag, longText, oneLine } from "../fields/text";
import type { DraftPerson } from "../reading/draft";
import type { GivenTalk } from "../reading/given";
import type { Zones } from "./icalendar-zones";

/** Reads an event. Its UID is the talk's guid; repetitions and alarms say nothing about a talk. */
export function readVevent(event: ICAL.Component, zones: Zones, { isPretalx }: { isPretalx: boolean }): GivenTalk {
	const say = (name: string) => oneLine(textValue(event, name));
	const begin = timeOf(event, "dtstart", zones);
	const { title, persons: titled } = isPretalx ? splitPretalx(say("summary")) : { title: say("summary"), persons: [] };
	const { text, persons: described } = readDescription(event);
	const attending = attendees(event);
	const category = event.getFirstProperty("categories")?.getFirstValue();
	const track = oneLine(typeof category === "string" ? category : "");
	const room = say("location");
	return {
		guid: say("uid"),
		id: "",
		code: "",
		slug: "",
		title,
		subtitle: "",
		type: "",
		language: languageTag(event.getFirstProperty("summary")?.getFirstParameter("language")),
		day: begin?.isDay ? begin.date : "",
		dayEnd: "",
		date: begin?.date ?? "",
		start: begin?.isDay ? "00:00" : "",
		duration: durationOf(event, begin, zones),
		track: track === "" ? null : { name: track, slug: "" },
		room: room === "" ? null : { name: room, slug: "" },
		url: say("url"),
		willBeRecorded: null,
		isCancelled: /^cancelled$/i.test(say("status")),
		abstract: longText(text),
		description: longText(""),
		persons: [attending, titled, described].find((persons) => persons.length > 0) ?? [],
		links: attachments(event),
	};
}

type Begin = { readonly date: string; readonly isDay: boolean; readonly instant: Date | null };

/** As `GivenTalk.date`: exact where the zone is known, a day where it is one, else without an offset. */
function timeOf(event: ICAL.Component, name: string, zones: Zones): Begin | null {
	const property = event.getFirstProperty(name);
	const time = property?.getFirstValue();
	if (!property || !(time instanceof ICAL.Time)) return null;
	const day = time.toString().slice(0, 10);
	if (time.isDate) return { date: day, isDay: true, instant: new Date(`${day}T00:00:00Z`) };
	const exact = (instant: Date | null) => instant && { date: instant.toISOString(), isDay: false, instant };
	const local = time.toString().replace(/Z$/, "");
	if (time.toString().endsWith("Z")) return exact(readable(new Date(`${local}Z`)));
	const tzid = oneLine(property.getFirstParameter("tzid"));
	const timeZone = tzid === "" ? null : zones.ianaOf(tzid);
	if (timeZone) return exact(parseStart(local.slice(0, 16), "", { day: null, dayChange: 0, timeZone }));
	const definition = tzid === "" ? null : zones.definitionOf(tzid);
	if (definition) {
		time.zone = definition;
		return exact(readable(time.toJSDate()));
	}
	return { date: local.slice(0, 16), isDay: false, instant: readable(new Date(`${local}Z`)) };
}

const readable = (date: Date) => (Number.isNaN(date.getTime()) ? null : date);

/** Minutes, as `GivenTalk.duration`. An event without an end is a moment, one of a day without an end that day. */
function durationOf(event: ICAL.Component, begin: Begin | null, zones: Zones): string {
	const duration = event.getFirstPropertyValue("duration");
	if (duration instanceof ICAL.Duration) return String(Math.max(0, Math.round(duration.toSeconds() / 60)));
	const end = timeOf(event, "dtend", zones);
	if (!begin?.instant || !end?.instant) return begin?.isDay ? "1440" : "0";
	return String(Math.max(0, Math.round((end.instant.getTime() - begin.instant.getTime()) / 60_000)));
}

function textValue(event: ICAL.Component, name: string): string {
	const value = event.getFirstPropertyValue(name);
	return typeof value === "string" ? value : "";
}

/** pretalx appends the speakers to the title: "Title - One, Other", and "Title - " where there are none. */
function splitPretalx(summary: string): { title: string; persons: DraftPerson[] } {
	if (/. -$/.test(summary)) return { title: summary.slice(0, -2), persons: [] };
	const [, title, names] = /^(.+) - (.+?)$/.exec(summary) ?? [];
	return title && names ? { title, persons: personsIn(names) } : { title: summary, persons: [] };
}

const BYLINE =
	/^\s*(?:by|von|mit|with|par|por|door|di|speakers?|speaker\(s\)|presenters?|presented by|vortragende[rn]?|referent(?:in|en|innen)?|host(?:s|ed by)?)\s*:\s*(\S.*)$/i;
const LINES_WITH_BYLINE = 3;

/** The text, and who is named in a line such as "by: …" among its first ones, which then is no part of it. */
function readDescription(event: ICAL.Component): { text: string; persons: DraftPerson[] } {
	const alternative = event.getFirstProperty("x-alt-desc");
	const html =
		alternative?.getFirstParameter("fmttype")?.toLowerCase() === "text/html" ? alternative.getFirstValue() : "";
	const described = textValue(event, "description");
	const lines = described.split("\n");
	const place = lines.slice(0, LINES_WITH_BYLINE).findIndex((line) => BYLINE.test(line));
	const named = place === -1 ? "" : (BYLINE.exec(lines[place] ?? "")?.[1] ?? "");
	const rest = lines.filter((_, index) => index !== place).join("\n");
	return { text: typeof html === "string" && html !== "" ? html : rest, persons: personsIn(named) };
}

function attendees(event: ICAL.Component): DraftPerson[] {
	return event.getAllProperties("attendee").flatMap((property) => {
		const type = property.getFirstParameter("cutype")?.toUpperCase();
		if (type === "ROOM" || type === "RESOURCE") return [];
		const name = oneLine(property.getFirstParameter("cn"));
		// Google gives the address of who has no name; it is nobody's name, and nobody else's business.
		return name === "" || /^\S+@\S+$/.test(name) ? [] : [person(name)];
	});
}

function personsIn(names: string): DraftPerson[] {
	// "A/Prof Ann One" is one.
	const parts = names.split(/\s*[,;]\s*|\s+(?:\/|&|and|und|et|y|en)\s+/i).map(oneLine);
	return parts.filter((name) => name !== "").map(person);
}

const person = (name: string): DraftPerson => ({ guid: "", id: "", code: "", name, slug: "", biography: longText("") });

function attachments(event: ICAL.Component): GivenLink[] {
	return event.getAllProperties("attach").flatMap((property) => {
		const url = property.getFirstValue();
		const title = oneLine(property.getFirstParameter("filename") ?? property.getFirstParameter("label"));
		return typeof url === "string" ? [{ url, title, from: "attachment", type: "" } as const] : [];
	});
}
