import { Temporal } from "temporal-polyfill";

/** An instant on the clocks of an IANA zone. */
export function inZone(instant: Date, timeZone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** `2026-01-31T10:00:00+01:00`. */
export function withOffset(moment: Temporal.ZonedDateTime): string {
	return moment.toString({ timeZoneName: "never" });
}

/** `H:MM` with at least two digits of hours, however many hours. */
export function hoursAndMinutes(minutes: number): string {
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number) => String(number).padStart(2, "0");
