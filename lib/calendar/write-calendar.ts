import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { clean, cleanLine } from "@/lib/text/clean";
import { isTimeZone, toZonedTime } from "@/lib/time/date-time";
import { endOf } from "@/lib/time/talk-times";

// Octets of a line without its break. The library counts them right, but not the space that a folded line begins with.
ICAL.foldLength = 74;

/**
 * A calendar as iCalendar, RFC 5545 with the names of RFC 7986: times on the clocks of each event's zone under an IANA name
 * that a VTIMEZONE explains, cancelled events as such. The same calendar gives the same bytes.
 */
export function writeCalendar({ name, timeZone, url, refreshHours, events }: Calendar, generator: Generator): string {
	const calendar = new ICAL.Component("vcalendar");
	calendar.addPropertyWithValue("prodid", `-//${generator.name}//${generator.name} ${generator.version}//EN`);
	calendar.addPropertyWithValue("version", "2.0");
	calendar.addPropertyWithValue("calscale", "GREGORIAN");
	calendar.addPropertyWithValue("method", "PUBLISH");
	for (const property of ["name", "x-wr-calname"]) addText(calendar, property, cleanLine(name));
	addText(calendar, "x-wr-timezone", timeZone ?? "");
	if (refreshHours !== undefined) {
		calendar.addProperty(ICAL.Property.fromString(`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`));
		calendar.addProperty(ICAL.Property.fromString(`X-PUBLISHED-TTL:PT${refreshHours}H`));
	}
	if (url !== null) calendar.addPropertyWithValue("url", url);
	const written = writeEach(events, (event) => ({ event, component: createVevent(event) }));
	// Before the events: there are readers that know a zone only once they have read it.
	for (const zone of createTimeZones(written.map(({ event }) => event))) calendar.addSubcomponent(zone);
	for (const { component } of written) calendar.addSubcomponent(component);
	return `${calendar.toString()}\r\n`;
}

/** What is made of each; one that cannot be written is left out and logged, and takes none of the others with it. */
export function writeEach<Item, Written>(items: readonly Item[], write: (item: Item) => Written): Written[] {
	return items.flatMap((item) => {
		try {
			return [write(item)];
		} catch (error) {
			console.error("A calendar is written without one event.", error);
			return [];
		}
	});
}

/** A VTIMEZONE for each zone, from its first event to the end of its last. */
function createTimeZones(events: readonly CalendarEvent[]): ICAL.Component[] {
	const spans = new Map<string, { first: number; last: number }>();
	for (const event of events) {
		if (isInUtc(event.timeZone)) continue;
		const [start, end] = [event.start.getTime(), endOf(event).getTime()];
		const span = spans.get(event.timeZone);
		if (!span) spans.set(event.timeZone, { first: start, last: end });
		else Object.assign(span, { first: Math.min(span.first, start), last: Math.max(span.last, end) });
	}
	return [...spans]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([timeZone, { first, last }]) => createVtimezone(timeZone, new Date(first), new Date(last)));
}

function createVevent(calendarEvent: CalendarEvent): ICAL.Component {
	const event = new ICAL.Component("vevent");
	const changed = formatInstant(calendarEvent.changedAt);
	event.addPropertyWithValue("uid", calendarEvent.uid);
	// When the calendar was made is of no use to anybody; when the event was last changed keeps the file the same until it is.
	event.addProperty(ICAL.Property.fromString(`DTSTAMP:${changed}`));
	event.addProperty(ICAL.Property.fromString(`LAST-MODIFIED:${changed}`));
	if (calendarEvent.sequence !== undefined) event.addPropertyWithValue("sequence", calendarEvent.sequence);
	event.addProperty(createDateTime("DTSTART", calendarEvent.start, calendarEvent.timeZone));
	// An end that is no later than the start is not allowed.
	if (calendarEvent.duration > 0)
		event.addProperty(createDateTime("DTEND", endOf(calendarEvent), calendarEvent.timeZone));
	addText(event, "summary", cleanLine(calendarEvent.title));
	addText(event, "description", clean(calendarEvent.description).trim());
	addText(event, "location", cleanLine(calendarEvent.location));
	const categories = calendarEvent.categories.map(cleanLine).filter((category) => category !== "");
	if (categories.length > 0) {
		const property = new ICAL.Property("categories");
		property.setValues(categories);
		event.addProperty(property);
	}
	if (calendarEvent.url !== null) event.addPropertyWithValue("url", calendarEvent.url);
	event.addPropertyWithValue("status", calendarEvent.isCancelled ? "CANCELLED" : "CONFIRMED");
	return event;
}

function addText(component: ICAL.Component, name: string, value: string): void {
	if (value !== "") component.addPropertyWithValue(name, value);
}

/**
 * On the event's clocks; in UTC where they show that time twice, since readers differ in which they take it for, and where
 * their offset has seconds, which there are readers that drop.
 */
function createDateTime(name: string, at: Date, timeZone: string): ICAL.Property {
	const local = isInUtc(timeZone) ? null : toZonedTime(at, timeZone);
	if (!local || !isUnambiguous(local) || !isWholeMinutes(local))
		return ICAL.Property.fromString(`${name}:${formatInstant(at)}`);
	return ICAL.Property.fromString(`${name};TZID=${timeZone}:${formatCompact(local.toPlainDateTime())}`);
}

function isUnambiguous(local: Temporal.ZonedDateTime): boolean {
	const toEpochMilliseconds = (disambiguation: "earlier" | "later") =>
		local.toPlainDateTime().toZonedDateTime(local.timeZoneId, { disambiguation }).epochMilliseconds;
	return toEpochMilliseconds("earlier") === toEpochMilliseconds("later");
}

/** A zone that no clocks are known of is none to tell an event in; its instant is right in UTC. */
const isInUtc = (timeZone: string) => /^(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)$/i.test(timeZone) || !isTimeZone(timeZone);

/** `20260131T090000Z`. */
const formatInstant = (at: Date) => `${formatCompact(toZonedTime(at, "UTC").toPlainDateTime())}Z`;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that tells the clocks of an IANA zone from one instant to another: one observance for each
 * offset that holds in between, each beginning where the clocks are turned.
 */
function createVtimezone(timeZone: string, from: Date, to: Date): ICAL.Component {
	const zone = new ICAL.Component("vtimezone");
	zone.addPropertyWithValue("tzid", timeZone);
	const names = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" });
	const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
	// Summer and winter of the year before tell which of the two is the standard one.
	const offsets = [first.with({ month: 1, day: 1 }), first.with({ month: 7, day: 1 })].map(
		(day) => day.offsetNanoseconds,
	);
	const standard = Math.min(...offsets);

	let transition = first.add({ seconds: 1 }).getTimeZoneTransition("previous");
	if (!transition) {
		zone.addSubcomponent(createObservance("standard", "19700101T000000", first.offset, first, names));
		transition = first.getTimeZoneTransition("next");
	}
	while (transition && transition.epochMilliseconds <= to.getTime()) {
		const before = Temporal.Instant.fromEpochMilliseconds(transition.epochMilliseconds - 1).toZonedDateTimeISO(
			timeZone,
		);
		// A turn is told on the clocks before it. Their offset is no zone's name where it has seconds: local mean time.
		const turned = before.offsetNanoseconds - transition.offsetNanoseconds;
		const local = transition.toPlainDateTime().add({ nanoseconds: turned });
		const name = transition.offsetNanoseconds > standard ? "daylight" : "standard";
		zone.addSubcomponent(createObservance(name, formatCompact(local), before.offset, transition, names));
		transition = transition.getTimeZoneTransition("next");
	}
	return zone;
}

/** Whether the offset is of whole minutes, the only ones that every reader understands. */
function isWholeMinutes({ offsetNanoseconds }: Temporal.ZonedDateTime): boolean {
	return offsetNanoseconds % 60_000_000_000 === 0;
}

/** `20260131T100000`. */
function formatCompact(local: Temporal.PlainDateTime): string {
	return local.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}

function createObservance(
	name: "standard" | "daylight",
	start: string,
	before: string,
	after: Temporal.ZonedDateTime,
	names: Intl.DateTimeFormat,
) {
	const component = new ICAL.Component(name);
	component.addProperty(ICAL.Property.fromString(`DTSTART:${start}`));
	component.addProperty(ICAL.Property.fromString(`TZOFFSETFROM:${before.replaceAll(":", "")}`));
	component.addProperty(ICAL.Property.fromString(`TZOFFSETTO:${after.offset.replaceAll(":", "")}`));
	const parts = names.formatToParts(after.epochMilliseconds);
	component.addPropertyWithValue("tzname", parts.find(({ type }) => type === "timeZoneName")?.value ?? after.offset);
	return component;
}

/** Something that takes place once, as calendars tell it. */
export type CalendarEvent = {
	/** The same whenever the event is written, and no other's of the calendar. */
	readonly uid: string;
	/** When anything of it last changed. */
	readonly changedAt: Date;
	/** How often what matters to those who come has changed; left out where nobody counted. */
	readonly sequence?: number;
	readonly start: Date;
	/** Minutes; 0 where it is not known. */
	readonly duration: number;
	/** The IANA name of the zone on whose clocks it is told. */
	readonly timeZone: string;
	readonly title: string;
	readonly description: string;
	readonly location: string;
	readonly categories: readonly string[];
	readonly url: string | null;
	readonly isCancelled: boolean;
};

export type Calendar = {
	readonly name: string;
	/** The IANA name of the zone that the calendar as a whole is told in; null where its events have several. */
	readonly timeZone: string | null;
	readonly url: string | null;
	/** After how many hours whoever subscribed shall ask again; left out of what is not to be subscribed to. */
	readonly refreshHours?: number;
	readonly events: readonly CalendarEvent[];
};

/** What wrote a file: readers know our own exports by it, whose texts are Markdown. */
export type Generator = { readonly name: "Talkshelf"; readonly version: string };
