import { webAddress } from "../fields/address";
import { parseDuration } from "../fields/duration";
import type { GivenLink } from "../fields/link-kinds";
import {
	calendarDay,
	conferenceDay,
	dayOf,
	isExact,
	isTimeZone,
	minutesOfDay,
	parseStart,
	zoneInWords,
	zoneOfOffset,
} from "../fields/moment";
import { ScheduleError } from "../schedule-error";
import { isUsableSlug, RESERVED_CONFERENCES, slugify } from "../slug";
import type { ScheduleConference, SourceText } from "../types";
import type { DraftPerson, DraftPlace, DraftTalk, ScheduleDraft } from "./draft";
import type { GivenConference, GivenTalk } from "./given";
import { quoted, quotedAll, shown } from "./quoted";

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
	if (given.talks.length > MOST_TALKS) {
		throw new ScheduleError(
			`The schedule lists ${given.talks.length} talks, more than the ${MOST_TALKS} that can be kept.`,
		);
	}
	const warnings = [...(given.warnings ?? [])];
	const frame = frameOf(given, warnings);
	const talks: DraftTalk[] = [];
	const endless: string[] = [];
	for (const talk of given.talks) {
		const read = draftTalk(talk, frame);
		if (read.talk) talks.push(read.talk);
		if (read.talk && talk.duration === "") endless.push(talk.title);
		if (read.warning) warnings.push(read.warning);
	}
	if (given.talks.length > 0 && talks.length === 0) {
		throw new ScheduleError(`The schedule holds no talk that can be read: ${warnings.at(-1)}`);
	}
	if (endless.length === 1) warnings.push(`${quotedAll(endless)} has no duration.`);
	if (endless.length > 1) warnings.push(`${endless.length} talks have no duration.`);
	const { tracks, rooms, persons } = given;
	const isNamedAfterFile = given.conference.title === "" && given.conference.acronym === "";
	const conference = draftConference(given.conference, frame, talks);
	return { conference, isNamedAfterFile, tracks, rooms, persons, talks, warnings };
}

/** The largest congresses have half as many. */
const MOST_TALKS = 50_000;

/** What a talk's time and addresses are told by. */
type Frame = Pick<ScheduleConference, "timeZone" | "dayChange" | "url">;

// As pretalx draws its days.
const END_OF_THE_NIGHT = 4 * 60;

/**
 * What the file does not say is guessed from its talks; a zone with a warning. Throws where all times are in a zone that the
 * file names and nobody knows: any other would make each of them wrong.
 */
function frameOf({ conference: given, talks }: Given, warnings: string[]): Frame {
	let { timeZone } = given;
	if (!isTimeZone(timeZone)) {
		const offset = talks.map(({ date }) => zoneOfOffset(date)).find((zone) => zone !== null);
		if (timeZone !== "" && offset === undefined && talks.length > 0 && !talks.some(({ date }) => isExact(date))) {
			throw new ScheduleError(
				`The schedule's times are in the time zone ${quoted(timeZone)}, which does not exist; name one such as Europe/Brussels.`,
			);
		}
		const guessed = offset ?? "UTC";
		const named =
			timeZone === "" ? "names no time zone" : `names the time zone ${quoted(timeZone)}, which does not exist`;
		warnings.push(`The schedule ${named}; its times are shown in ${zoneInWords(guessed)}.`);
		timeZone = guessed;
	}
	const url = given.urls.map((address) => webAddress(address)).find((address) => address !== null) ?? null;
	return { timeZone, url, dayChange: minutesOfDay(given.dayChange) ?? guessedDayChange(talks, timeZone) };
}

/** Talks that are listed under no day and begin in the night after one with talks belong to that day. */
function guessedDayChange(talks: readonly GivenTalk[], timeZone: string): number {
	const context = { day: null, dayChange: 0, timeZone };
	const begins = talks.flatMap(({ day, date, start }) => (day === "" ? (parseStart(date, start, context) ?? []) : []));
	const evenings = begins.map((begin) => ({
		evening: conferenceDay(begin, { ...context, dayChange: END_OF_THE_NIGHT }),
		calendar: conferenceDay(begin, context),
	}));
	const days = new Set(evenings.flatMap(({ evening, calendar }) => (evening === calendar ? calendar : [])));
	const isAtNight = evenings.some(({ evening, calendar }) => evening !== calendar && days.has(evening));
	return isAtNight ? END_OF_THE_NIGHT : 0;
}

function draftConference(given: GivenConference, frame: Frame, talks: readonly DraftTalk[]): ScheduleConference {
	const { acronym, subtitle, venue, city, version } = given;
	const title = given.title || acronym || given.fileTitle || "Conference";
	const wanted = isUsableSlug(acronym) ? acronym : slugify(acronym) || slugify(title) || "conference";
	const slug = RESERVED_CONFERENCES.includes(wanted) ? `${wanted}-conference` : wanted;
	const days = talks.map(({ day }) => day).sort();
	const startDate = calendarDay(given.start) ?? days[0] ?? "";
	const endDate = [calendarDay(given.end) ?? days.at(-1) ?? "", startDate].sort().at(-1) ?? "";
	return { slug, title, subtitle, ...frame, startDate, endDate, venue, city, version };
}

/** The talk, or why there is none; a talk may come with a warning too. */
function draftTalk(given: GivenTalk, frame: Frame): { readonly talk?: DraftTalk; readonly warning?: string } {
	const hasTitle = VISIBLE.test(given.title);
	const label = hasTitle ? quoted(given.title) : `The event ${shown(given.id || given.guid || `on ${given.day}`)}`;
	if (!hasTitle) return { warning: `${label} has no title and is left out.` };
	const tooLong = longest(given);
	if (tooLong) return { warning: `${label} is left out: its ${tooLong} is too long to be one.` };
	const { timeZone, dayChange } = frame;
	const listedUnder = calendarDay(given.day);
	const start = parseStart(given.date, given.start, { day: listedUnder, dayChange, timeZone });
	if (!start) {
		const told = [given.date, given.start].filter((part) => part !== "").join(" ");
		return {
			warning: `${label} is left out: when it begins cannot be read${told === "" ? "" : ` from ${quoted(told)}`}.`,
		};
	}

	const problems: string[] = [];
	const duration = given.duration === "" ? 0 : parseDuration(given.duration);
	if (duration === null) problems.push(`its duration ${quoted(given.duration)} cannot be read`);
	const url = webAddress(given.url, frame.url);
	if (given.url !== "" && url === null) problems.push(`its address ${quoted(given.url)} is none`);
	const links: GivenLink[] = [];
	const broken: string[] = [];
	for (const link of given.links) {
		// Where the conference has no address, its links belong to the site of the talk's own.
		const address = webAddress(link.url, link.url.startsWith("/") ? (frame.url ?? url) : null);
		if (address === null) broken.push(link.url);
		else links.push(address === link.url ? link : { ...link, url: address });
	}
	if (broken.length > 0) problems.push(`left out, for they are no web addresses: ${quotedAll(broken)}`);

	const [abstract, description] = [cut(given.abstract), cut(given.description)];
	if (abstract !== given.abstract || description !== given.description) {
		problems.push(`its text is cut off after ${LONGEST_TEXT} characters`);
	}

	const day = dayOf(start, { day: listedUnder, end: given.dayEnd }, { timeZone, dayChange });
	const { date: _, dayEnd: __, ...same } = given;
	const talk = { ...same, abstract, description, day, start, duration: duration ?? 0, url, links };
	return problems.length === 0 ? { talk } : { talk, warning: `${label}: ${problems.join("; ")}.` };
}

/** What marks of direction, joiners and white space are not. */
const VISIBLE = /[^\p{Cf}\p{Z}]/u;

const LONGEST_LINE = 2_000;
const LONGEST_TEXT = 100_000;

/** What of a talk's lines is longer than any that means something, if one is. */
function longest({ title, subtitle, type, track, room, persons, ...ids }: GivenTalk): string | null {
	const lines = { title, subtitle, type, track: track?.name, room: room?.name, id: ids.id, guid: ids.guid };
	const found = Object.entries(lines).find(([, line]) => line !== undefined && line.length > LONGEST_LINE)?.[0];
	return found ?? (persons.some(({ name }) => name.length > LONGEST_LINE) ? "speaker's name" : null);
}

function cut(text: SourceText): SourceText {
	if (text.text.length <= LONGEST_TEXT) return text;
	// Not within a letter.
	return { ...text, text: text.text.slice(0, LONGEST_TEXT).replace(/\p{Cs}$/u, "") };
}
