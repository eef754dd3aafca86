import ICAL from "ical.js";
import type { Temporal } from "temporal-polyfill";
import { endOf } from "@/lib/talks/order";
import { clean, cleanLine } from "./clean";
import { type ExportedTalk, exportedTalks } from "./exported";
import { inZone } from "./moments";
import { compact, vtimezone } from "./time-zone";
import type { Generator, PublishedSchedule } from "./types";

// Octets of a line without its break. The library counts them right, but not the space that a folded line begins with.
ICAL.foldLength = 74;

/**
 * A schedule as iCalendar, RFC 5545 with the names of RFC 7986: times on the conference's clocks under an IANA name that a
 * VTIMEZONE explains, the same UID for a talk whenever it is written, cancelled talks as such.
 */
export function writeICalendar(schedule: PublishedSchedule, generator: Generator): string {
	const { conference } = schedule;
	const calendar = new ICAL.Component("vcalendar");
	calendar.addPropertyWithValue("prodid", `-//${generator.name}//${generator.name} ${generator.version}//EN`);
	calendar.addPropertyWithValue("version", "2.0");
	calendar.addPropertyWithValue("calscale", "GREGORIAN");
	calendar.addPropertyWithValue("method", "PUBLISH");
	const title = cleanLine(conference.title);
	for (const name of ["name", "x-wr-calname"]) text(calendar, name, title);
	text(calendar, "x-wr-timezone", conference.timeZone);
	if (conference.url !== null) calendar.addPropertyWithValue("url", conference.url);

	const talks = exportedTalks(schedule);
	if (talks.length > 0 && !isUtc(conference.timeZone)) {
		const times = talks.flatMap((talk) => [talk.start.getTime(), endOf(talk).getTime()]);
		const [first, last] = times.reduce(
			([least, most], time) => [Math.min(least, time), Math.max(most, time)],
			[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
		);
		calendar.addSubcomponent(vtimezone(conference.timeZone, new Date(first), new Date(last)));
	}
	const named = (places: readonly { slug: string; name: string }[]) =>
		new Map(places.map(({ slug, name }) => [slug, cleanLine(name)]));
	const known = {
		timeZone: conference.timeZone,
		tracks: named(schedule.tracks),
		rooms: named(schedule.rooms),
		speakers: new Map(schedule.speakers.map(({ key, name }) => [key, cleanLine(name)])),
	};
	for (const talk of talks) calendar.addSubcomponent(vevent(talk, known));
	return `${calendar.toString()}\r\n`;
}

type Known = {
	readonly timeZone: string;
	/** Names, by slug. */
	readonly tracks: ReadonlyMap<string, string>;
	readonly rooms: ReadonlyMap<string, string>;
	/** By key. */
	readonly speakers: ReadonlyMap<string, string>;
};

function vevent(talk: ExportedTalk, { timeZone, tracks, rooms, speakers }: Known): ICAL.Component {
	const event = new ICAL.Component("vevent");
	const changed = instant(talk.updatedAt);
	event.addPropertyWithValue("uid", talk.exportedGuid);
	// When the calendar was made is of no use to anybody; when the talk was last changed keeps the file the same until it is.
	event.addProperty(ICAL.Property.fromString(`DTSTAMP:${changed}`));
	event.addProperty(ICAL.Property.fromString(`LAST-MODIFIED:${changed}`));
	event.addProperty(moment("DTSTART", talk.start, timeZone));
	// An end that is no later than the start is not allowed.
	if (talk.duration > 0) event.addProperty(moment("DTEND", endOf(talk), timeZone));
	text(event, "summary", cleanLine(talk.title));
	const names = talk.speakers.flatMap((key) => speakers.get(key) ?? []).join(", ");
	const parts = [names, talk.subtitle, talk.abstract, talk.description].map((part) => clean(part).trim());
	text(event, "description", parts.filter((part) => part !== "").join("\n\n"));
	text(event, "location", rooms.get(talk.room ?? "") ?? "");
	text(event, "categories", tracks.get(talk.track ?? "") ?? "");
	if (talk.url !== null) event.addPropertyWithValue("url", talk.url);
	event.addPropertyWithValue("status", talk.isCancelled ? "CANCELLED" : "CONFIRMED");
	return event;
}

function text(component: ICAL.Component, name: string, value: string): void {
	if (value !== "") component.addPropertyWithValue(name, value);
}

/** On the conference's clocks; in UTC where they show that time twice, since readers differ in which they take it for. */
function moment(name: string, at: Date, timeZone: string): ICAL.Property {
	const local = inZone(at, timeZone);
	if (isUtc(timeZone) || !isTold(local)) return ICAL.Property.fromString(`${name}:${instant(at)}`);
	return ICAL.Property.fromString(`${name};TZID=${timeZone}:${compact(local.toPlainDateTime())}`);
}

function isTold(local: Temporal.ZonedDateTime): boolean {
	const told = (disambiguation: "earlier" | "later") =>
		local.toPlainDateTime().toZonedDateTime(local.timeZoneId, { disambiguation }).epochMilliseconds;
	return told("earlier") === told("later");
}

const isUtc = (timeZone: string) => /^(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)$/i.test(timeZone);

/** `20260131T090000Z`. */
const instant = (at: Date) => `${compact(inZone(at, "UTC").toPlainDateTime())}Z`;
