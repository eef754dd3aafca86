import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that tells the clocks of an IANA zone from one instant to another: one observance for each
 * offset that holds in between, each beginning where the clocks are turned.
 */
export function createVtimezone(timeZone: string, from: Date, to: Date): ICAL.Component {
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
export function isWholeMinutes({ offsetNanoseconds }: Temporal.ZonedDateTime): boolean {
	return offsetNanoseconds % 60_000_000_000 === 0;
}

/** `20260131T100000`. */
export function formatCompact(local: Temporal.PlainDateTime): string {
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
