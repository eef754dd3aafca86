import type { DraftPerson, DraftPlace, DraftTalk, ScheduleDraft } from "./draft";
import { webAddress } from "./fields/address";
import { parseDuration } from "./fields/duration";
import type { GivenLink } from "./fields/link-kinds";
import { calendarDay, dayOf, isTimeZone, minutesOfDay, parseStart, zoneOfOffset } from "./fields/moment";
import type { GivenConference, GivenTalk } from "./given";
import { ScheduleError } from "./schedule-error";
import { isUsableSlug, slugify } from "./slug";
import type { ScheduleConference } from "./types";

/** What a format found in a file. */
export type Given = {
	readonly conference: GivenConference;
	readonly tracks: readonly DraftPlace[];
	readonly rooms: readonly DraftPlace[];
	readonly persons: readonly DraftPerson[];
	readonly talks: readonly GivenTalk[];
	readonly warnings?: readonly string[];
};

/**
 * Tells the times and addresses of what a file gives. A talk that cannot be used is left out with a warning that names it.
 * Throws a `ScheduleError` where none can.
 */
export function draftOf(given: Given): ScheduleDraft {
	const { conference, warnings } = draftConference(given.conference, given.talks);
	warnings.unshift(...(given.warnings ?? []));
	const talks: DraftTalk[] = [];
	for (const talk of given.talks) {
		const read = draftTalk(talk, conference);
		if (read.talk) talks.push(read.talk);
		if (read.warning) warnings.push(read.warning);
	}
	if (given.talks.length > 0 && talks.length === 0) {
		throw new ScheduleError(`The schedule holds no talk that can be read: ${warnings.at(-1)}`);
	}
	const { tracks, rooms, persons } = given;
	return { conference, tracks, rooms, persons, talks, warnings };
}

/** What the file does not say of its conference is taken from its talks, with a warning where it is guessed. */
function draftConference(
	given: GivenConference,
	talks: readonly GivenTalk[],
): { readonly conference: ScheduleConference; readonly warnings: string[] } {
	const warnings: string[] = [];
	const { acronym, subtitle, venue, city, version } = given;
	const title = given.title || acronym || "Conference";
	const slug = isUsableSlug(acronym) ? acronym : slugify(acronym) || slugify(title) || "conference";

	let { timeZone } = given;
	if (!isTimeZone(timeZone)) {
		const guessed = talks.map(({ date }) => zoneOfOffset(date)).find((zone) => zone !== null) ?? "UTC";
		const named = timeZone === "" ? "names no time zone" : `names the time zone "${timeZone}", which does not exist`;
		warnings.push(`The schedule ${named}; its times are shown in ${guessed}.`);
		timeZone = guessed;
	}
	const dayChange = minutesOfDay(given.dayChange) ?? 0;

	const days = talks.flatMap(({ day, date }) => calendarDay(day) ?? calendarDay(date) ?? []).sort();
	const startDate = calendarDay(given.start) ?? days[0] ?? "";
	const endDate = [calendarDay(given.end) ?? days.at(-1) ?? "", startDate].sort().at(-1) ?? "";
	const url = given.urls.map((address) => webAddress(address)).find((address) => address !== null) ?? null;
	const time = { timeZone, startDate, endDate, dayChange };
	return { conference: { slug, title, subtitle, ...time, venue, city, url, version }, warnings };
}

/** The talk, or why there is none; a talk may come with a warning too. */
function draftTalk(
	given: GivenTalk,
	conference: ScheduleConference,
): { readonly talk?: DraftTalk; readonly warning?: string } {
	const label = given.title ? `"${given.title}"` : `The event ${given.id || given.guid || `on ${given.day}`}`;
	if (given.title === "") return { warning: `${label} has no title and is left out.` };
	const { timeZone, dayChange } = conference;
	const listedUnder = calendarDay(given.day);
	const start = parseStart(given.date, given.start, { day: listedUnder, dayChange, timeZone });
	if (!start) {
		const told = [given.date, given.start].filter((part) => part !== "").join(" ");
		return { warning: `${label} is left out: when it begins cannot be read${told === "" ? "" : ` from "${told}"`}.` };
	}

	const problems: string[] = [];
	const duration = parseDuration(given.duration);
	if (duration === null) problems.push(`its duration "${given.duration}" cannot be read`);
	const url = webAddress(given.url, conference.url);
	if (given.url !== "" && url === null) problems.push(`its address "${given.url}" is none`);
	const links: GivenLink[] = [];
	const broken: string[] = [];
	for (const link of given.links) {
		const address = webAddress(link.url, link.url.startsWith("/") ? conference.url : null);
		if (address === null) broken.push(`"${link.url}"`);
		else links.push(address === link.url ? link : { ...link, url: address });
	}
	if (broken.length > 0) problems.push(`left out, for they are no web addresses: ${broken.join(", ")}`);

	const day = dayOf(start, { day: listedUnder, end: given.dayEnd }, { timeZone, dayChange });
	const { date: _, dayEnd: __, ...same } = given;
	const talk = { ...same, day, start, duration: duration ?? 0, url, links };
	return problems.length === 0 ? { talk } : { talk, warning: `${label}: ${problems.join("; ")}.` };
}
