import { isValidSlug, RESERVED_CONFERENCE_SLUGS, slugify } from "@/lib/text/slug";
import {
	findZoneByOffset,
	formatTimeZone,
	getConferenceDay,
	isExact,
	isTimeZone,
	parseCalendarDay,
	parseStart,
	parseTimeOfDay,
	resolveConferenceDay,
} from "@/lib/time/date-time";
import type { RawLink } from "../fields/classify-link";
import { parseDuration, parseHttpUrl } from "../fields/text";
import { ScheduleError } from "../schedule-error";
import type { ScheduleConference, SourceText } from "../types";
import type { DraftPerson, DraftTalk, DraftTrackOrRoom, RawConference, RawTalk, ScheduleDraft } from "./draft";
import { quote, quoteAll, truncate } from "./quote";

/** What a format found in a file. */
export type RawSchedule = {
	readonly conference: RawConference;
	readonly tracks: readonly DraftTrackOrRoom[];
	readonly rooms: readonly DraftTrackOrRoom[];
	readonly persons: readonly DraftPerson[];
	readonly talks: readonly RawTalk[];
	readonly warnings?: readonly string[];
};

/**
 * Tells the times and addresses of what a file gives. A talk that cannot be used is left out with a warning that names it.
 * Throws a `ScheduleError` where none can.
 */
export function createDraft(raw: RawSchedule): ScheduleDraft {
	if (raw.talks.length > MAX_TALKS) {
		throw new ScheduleError(
			`The schedule lists ${raw.talks.length} talks, more than the ${MAX_TALKS} that can be kept.`,
		);
	}
	const warnings = [...(raw.warnings ?? [])];
	const frame = createFrame(raw, warnings);
	const talks: DraftTalk[] = [];
	const titlesWithoutDuration: string[] = [];
	for (const talk of raw.talks) {
		const read = draftTalk(talk, frame);
		if (read.talk) talks.push(read.talk);
		if (read.talk && talk.duration === "") titlesWithoutDuration.push(talk.title);
		if (read.warning) warnings.push(read.warning);
	}
	if (raw.talks.length > 0 && talks.length === 0) {
		throw new ScheduleError(`The schedule holds no talk that can be read: ${warnings.at(-1)}`);
	}
	if (titlesWithoutDuration.length === 1) warnings.push(`${quoteAll(titlesWithoutDuration)} has no duration.`);
	if (titlesWithoutDuration.length > 1) warnings.push(`${titlesWithoutDuration.length} talks have no duration.`);
	const { tracks, rooms, persons } = raw;
	const isNamedAfterFile = raw.conference.title === "" && raw.conference.acronym === "";
	const conference = draftConference(raw.conference, frame, talks);
	return { conference, isNamedAfterFile, tracks, rooms, persons, talks, warnings };
}

/** The largest congresses have half as many. */
const MAX_TALKS = 50_000;

/** What a talk's time and addresses are told by. */
type Frame = Pick<ScheduleConference, "timeZone" | "dayChange" | "url">;

// As pretalx draws its days.
const END_OF_THE_NIGHT = 4 * 60;

/**
 * What the file does not say is guessed from its talks; a zone with a warning. Throws where all times are in a zone that the
 * file names and nobody knows: any other would make each of them wrong.
 */
function createFrame({ conference: raw, talks }: RawSchedule, warnings: string[]): Frame {
	let { timeZone } = raw;
	if (!isTimeZone(timeZone)) {
		const offset = talks.map(({ date }) => findZoneByOffset(date)).find((zone) => zone !== null);
		if (timeZone !== "" && offset === undefined && talks.length > 0 && !talks.some(({ date }) => isExact(date))) {
			throw new ScheduleError(
				`The schedule's times are in the time zone ${quote(timeZone)}, which does not exist; name one such as Europe/Brussels.`,
			);
		}
		const guessed = offset ?? "UTC";
		const named =
			timeZone === "" ? "names no time zone" : `names the time zone ${quote(timeZone)}, which does not exist`;
		warnings.push(`The schedule ${named}; its times are shown in ${formatTimeZone(guessed)}.`);
		timeZone = guessed;
	}
	const url = raw.urls.map((href) => parseHttpUrl(href)).find((href) => href !== null) ?? null;
	return { timeZone, url, dayChange: parseTimeOfDay(raw.dayChange) ?? guessDayChange(talks, timeZone) };
}

/** Talks that are listed under no day and begin in the night after one with talks belong to that day. */
function guessDayChange(talks: readonly RawTalk[], timeZone: string): number {
	const context = { day: null, dayChange: 0, timeZone };
	const begins = talks.flatMap(({ day, date, start }) => (day === "" ? (parseStart(date, start, context) ?? []) : []));
	const evenings = begins.map((begin) => ({
		evening: getConferenceDay(begin, { ...context, dayChange: END_OF_THE_NIGHT }),
		calendar: getConferenceDay(begin, context),
	}));
	const days = new Set(evenings.flatMap(({ evening, calendar }) => (evening === calendar ? calendar : [])));
	const isAtNight = evenings.some(({ evening, calendar }) => evening !== calendar && days.has(evening));
	return isAtNight ? END_OF_THE_NIGHT : 0;
}

function draftConference(raw: RawConference, frame: Frame, talks: readonly DraftTalk[]): ScheduleConference {
	const { acronym, subtitle, venue, city, version } = raw;
	const title = raw.title || acronym || raw.fileTitle || "Conference";
	const wanted = isValidSlug(acronym) ? acronym : slugify(acronym) || slugify(title) || "conference";
	const slug = RESERVED_CONFERENCE_SLUGS.includes(wanted) ? `${wanted}-conference` : wanted;
	const days = talks.map(({ day }) => day).sort();
	const startDate = parseCalendarDay(raw.start) ?? days[0] ?? "";
	const endDate = [parseCalendarDay(raw.end) ?? days.at(-1) ?? "", startDate].sort().at(-1) ?? "";
	return { slug, title, subtitle, ...frame, startDate, endDate, venue, city, version };
}

/** The talk, or why there is none; a talk may come with a warning too. */
function draftTalk(raw: RawTalk, frame: Frame): { readonly talk?: DraftTalk; readonly warning?: string } {
	const hasTitle = VISIBLE.test(raw.title);
	const label = hasTitle ? quote(raw.title) : `The event ${truncate(raw.id || raw.guid || `on ${raw.day}`)}`;
	if (!hasTitle) return { warning: `${label} has no title and is left out.` };
	const tooLong = findOverlongField(raw);
	if (tooLong) return { warning: `${label} is left out: its ${tooLong} is too long to be one.` };
	const { timeZone, dayChange } = frame;
	const listedUnder = parseCalendarDay(raw.day);
	const start = parseStart(raw.date, raw.start, { day: listedUnder, dayChange, timeZone });
	if (!start) {
		const startText = [raw.date, raw.start].filter((part) => part !== "").join(" ");
		return {
			warning: `${label} is left out: when it begins cannot be read${startText === "" ? "" : ` from ${quote(startText)}`}.`,
		};
	}

	const problems: string[] = [];
	const duration = raw.duration === "" ? 0 : parseDuration(raw.duration);
	if (duration === null) problems.push(`its duration ${quote(raw.duration)} cannot be read`);
	const url = parseHttpUrl(raw.url, frame.url);
	if (raw.url !== "" && url === null) problems.push(`its address ${quote(raw.url)} is none`);
	const links: RawLink[] = [];
	const broken: string[] = [];
	for (const link of raw.links) {
		// Where the conference has no address, its links belong to the site of the talk's own.
		const href = parseHttpUrl(link.url, link.url.startsWith("/") ? (frame.url ?? url) : null);
		if (href === null) broken.push(link.url);
		else links.push(href === link.url ? link : { ...link, url: href });
	}
	if (broken.length > 0) problems.push(`left out, for they are no web addresses: ${quoteAll(broken)}`);

	const [abstract, description] = [truncateText(raw.abstract), truncateText(raw.description)];
	if (abstract !== raw.abstract || description !== raw.description) {
		problems.push(`its text is cut off after ${MAX_TEXT_LENGTH} characters`);
	}

	const day = resolveConferenceDay(start, { day: listedUnder, end: raw.dayEnd }, { timeZone, dayChange });
	const { date: _, dayEnd: __, ...same } = raw;
	const talk = { ...same, abstract, description, day, start, duration: duration ?? 0, url, links };
	return problems.length === 0 ? { talk } : { talk, warning: `${label}: ${problems.join("; ")}.` };
}

/** What marks of direction, joiners and white space are not. */
const VISIBLE = /[^\p{Cf}\p{Z}]/u;

const MAX_LINE_LENGTH = 2_000;
const MAX_TEXT_LENGTH = 100_000;

/** What of a talk's lines is longer than any that means something, if one is. */
function findOverlongField({ title, subtitle, type, track, room, persons, ...ids }: RawTalk): string | null {
	const lines = { title, subtitle, type, track: track?.name, room: room?.name, id: ids.id, guid: ids.guid };
	const found = Object.entries(lines).find(([, line]) => line !== undefined && line.length > MAX_LINE_LENGTH)?.[0];
	return found ?? (persons.some(({ name }) => name.length > MAX_LINE_LENGTH) ? "speaker's name" : null);
}

function truncateText(text: SourceText): SourceText {
	if (text.text.length <= MAX_TEXT_LENGTH) return text;
	// Not within a letter.
	return { ...text, text: text.text.slice(0, MAX_TEXT_LENGTH).replace(/\p{Cs}$/u, "") };
}
