import { Temporal } from "temporal-polyfill";

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
