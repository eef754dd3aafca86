import { Temporal } from "temporal-polyfill";

export type DayContext = {
	/** The conference's day that the talk is listed under, `YYYY-MM-DD`. */
	readonly day: string | null;
	/** Minutes after midnight at which a day of the conference begins. */
	readonly dayChange: number;
	/** IANA name. */
	readonly timeZone: string;
};

/**
 * When a talk begins. A `date` with an offset says it alone. Else the date (or the day it is listed under), the time of
 * day and the conference's zone do; a time before the day change is of the calendar day after. Null where it cannot be
 * told, or is of no year from 1900 to 2199.
 */
export function parseStart(date: string, start: string, context: DayContext): Date | null {
	const begin = readStart(date, start, context);
	return begin && begin.getTime() >= EARLIEST && begin.getTime() < LATEST ? begin : null;
}

// One talk of the year 9915 is a slip, and would stretch its conference over thousands of years.
const EARLIEST = Date.UTC(1900, 0);
const LATEST = Date.UTC(2200, 0);

/** Whether a date tells an instant by itself, with its distance from UTC. */
export function isExact(date: string): boolean {
	return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)$/i.test(date);
}

function readStart(date: string, start: string, context: DayContext): Date | null {
	if (isExact(date))
		return parseCalendarDay(date) ? validOrNull(new Date(date.replace(/\s+(?=[Z+-])/i, "").replace(" ", "T"))) : null;

	const [, datePart, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?)?$/.exec(date) ?? [];
	if (datePart && time) return toInstant(datePart, parseTimeOfDay(time), context.timeZone);

	const minutes = parseTimeOfDay(start);
	const listedUnder = context.day ?? datePart;
	if (!listedUnder || minutes === null) return null;
	if (datePart && datePart !== context.day) return toInstant(datePart, minutes, context.timeZone);
	const isAfterMidnight = minutes < context.dayChange;
	return toInstant(listedUnder, isAfterMidnight ? minutes + 24 * 60 : minutes, context.timeZone);
}

/** The conference's day on which a talk begins, `YYYY-MM-DD`; before the day change it is the day before. */
export function getConferenceDay(start: Date, context: Omit<DayContext, "day">): string {
	return Temporal.Instant.fromEpochMilliseconds(start.getTime())
		.toZonedDateTimeISO(context.timeZone)
		.toPlainDateTime()
		.subtract({ minutes: context.dayChange })
		.toPlainDate()
		.toString();
}

// Of a night that is listed under the day on which it began.
const MAX_NIGHT_MINUTES = 6 * 60;

/**
 * The conference's day of a talk: the one that it is listed under, where it begins on that day or in the night after it
 * (before the day change, before six, or before that day is said to end); else the day on which it begins.
 */
export function resolveConferenceDay(
	start: Date,
	listed: { readonly day: string | null; readonly end: string },
	context: Omit<DayContext, "day">,
): string {
	const own = getConferenceDay(start, context);
	if (listed.day === null || listed.day === own) return own;
	const end = listed.end === "" ? Number.NaN : Date.parse(listed.end);
	// wafer names its days by their date in UTC: a day that ends later than on the day after it is not the conference's.
	const isDayAfter = (instant: Date) => getConferenceDay(instant, { ...context, dayChange: 24 * 60 }) === listed.day;
	const isBeforeEnd = start.getTime() < end && isDayAfter(start) && isDayAfter(new Date(end - 1));
	const night = { ...context, dayChange: Math.max(context.dayChange, MAX_NIGHT_MINUTES) };
	const isOfThatNight = getConferenceDay(start, night) === listed.day;
	const isOfThatDay = getConferenceDay(start, { ...context, dayChange: 0 }) === listed.day;
	return isOfThatDay || isOfThatNight || isBeforeEnd ? listed.day : own;
}

/** `HH:MM` of minutes after midnight. */
export function formatTimeOfDay(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Minutes after midnight of `H:MM` or `HH:MM:SS`; null where it is none. */
export function parseTimeOfDay(text: string): number | null {
	const [, hours, minutes] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text.trim()) ?? [];
	if (!hours || !minutes || Number(hours) > 24 || Number(minutes) > 59) return null;
	return Number(hours) * 60 + Number(minutes);
}

/**
 * Whether it is an IANA zone's name that times can be computed with. Intl knows some that Temporal refuses ("PST", "IST"),
 * abbreviations that mean other zones to other people.
 */
export function isTimeZone(name: string): boolean {
	if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch {
		return false;
	}
}

/** No zone is named after these offsets; each is one that most who have it live in. */
const ZONES_BETWEEN_HOURS: ReadonlyMap<string, string> = new Map([
	["+03:30", "Asia/Tehran"],
	["+04:30", "Asia/Kabul"],
	["+05:30", "Asia/Kolkata"],
	["+05:45", "Asia/Kathmandu"],
	["+06:30", "Asia/Yangon"],
	["+09:30", "Australia/Adelaide"],
	["+10:30", "Australia/Adelaide"],
	["-02:30", "America/St_Johns"],
	["-03:30", "America/St_Johns"],
]);

/** A zone as people say it: "Etc/GMT-1" is UTC+1. */
export function formatTimeZone(timeZone: string): string {
	return timeZone.replace(/^Etc\/GMT([+-])(\d+)$/, (_, sign, hours) => `UTC${sign === "-" ? "+" : "-"}${hours}`);
}

/**
 * A zone for schedules that name none, from the offset in their first date: "Etc/GMT-1" is an hour ahead of UTC. Null
 * where there is no offset, or none that a zone has.
 */
export function findZoneByOffset(date: string): string | null {
	const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(date.trim()) ?? [];
	const between = ZONES_BETWEEN_HOURS.get(`${sign}${hours}:${minutes}`);
	if (between) return between;
	if (!sign || minutes !== "00" || Number(hours) > 14) return null;
	const name = Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
	return isTimeZone(name) ? name : null;
}

/** `YYYY-MM-DD` at the beginning of a date or date-time; null where there is no such day. */
export function parseCalendarDay(text: string): string | null {
	const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(text.trim())?.[0];
	if (!day) return null;
	// The platform takes the 31st of February for the 3rd of March.
	const date = new Date(day);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

function toInstant(day: string, minutes: number | null, timeZone: string): Date | null {
	if (minutes === null) return null;
	try {
		const local = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes });
		return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
	} catch {
		return null;
	}
}

const validOrNull = (date: Date) => (Number.isNaN(date.getTime()) ? null : date);

/** An instant on the clocks of an IANA zone. */
export function toZonedTime(instant: Date, timeZone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** `2026-01-31T10:00:00+01:00`. */
export function formatWithOffset(time: Temporal.ZonedDateTime): string {
	return time.toString({ timeZoneName: "never" });
}

/** `H:MM` with at least two digits of hours, however many hours. */
export function formatHoursAndMinutes(minutes: number): string {
	return `${padTwo(Math.floor(minutes / 60))}:${padTwo(minutes % 60)}`;
}

const padTwo = (number: number) => String(number).padStart(2, "0");
