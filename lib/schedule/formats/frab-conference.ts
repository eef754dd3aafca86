import { webAddress } from "../fields/address";
import { calendarDay, isTimeZone, minutesOfDay, zoneOfOffset } from "../fields/moment";
import { oneLine } from "../fields/text";
import { isUsableSlug, slugify } from "../slug";
import type { ScheduleConference } from "../types";
import type { FrabEvent } from "./frab-event";
import { child, textOf, type XmlElement } from "./xml-elements";

/** The conference of a frab file; what its element does not say is taken from the events, with a warning where guessed. */
export function readConference(
	element: XmlElement | undefined,
	version: string,
	events: readonly FrabEvent[],
): { readonly conference: ScheduleConference; readonly warnings: string[] } {
	const warnings: string[] = [];
	const say = (name: string) => (element ? oneLine(textOf(child(element, name))) : "");

	const title = say("title") || say("acronym") || "Conference";
	const acronym = say("acronym");
	const slug = isUsableSlug(acronym) ? acronym : slugify(acronym) || slugify(title) || "conference";

	const days = events.flatMap(({ day, date }) => calendarDay(day) ?? calendarDay(date) ?? []).sort();
	const startDate = calendarDay(say("start")) ?? days[0] ?? "";
	const endDate = [calendarDay(say("end")) ?? days.at(-1) ?? "", startDate].sort().at(-1) ?? "";
	const dayChange = minutesOfDay(say("day_change")) ?? 0;

	let timeZone = say("time_zone_name");
	if (!isTimeZone(timeZone)) {
		const guessed = events.map(({ date }) => zoneOfOffset(date)).find((zone) => zone !== null) ?? "UTC";
		const named = timeZone === "" ? "names no time zone" : `names the time zone "${timeZone}", which does not exist`;
		warnings.push(`The schedule ${named}; its times are shown in ${guessed}.`);
		timeZone = guessed;
	}

	const url = webAddress(say("url")) ?? webAddress(say("base_url"));
	const place = { venue: say("venue"), city: say("city") };
	const named = { slug, title, subtitle: say("subtitle") };
	return { conference: { ...named, timeZone, startDate, endDate, dayChange, ...place, url, version }, warnings };
}
