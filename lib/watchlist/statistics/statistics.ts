import { Temporal } from "temporal-polyfill";
import { compareSpeakers } from "@/lib/talks/compare-speakers";
import { groupByKey } from "@/lib/talks/group-by-key";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { compareStrings } from "../list/arrangement";
import type { WatchlistEntry } from "../types";
import { addAmounts, computeTotals, NO_AMOUNT, sumByConference, sumByTopic, sumByTrack } from "./shares";
import {
	type HeatMap,
	type HourCell,
	type LoggedTalk,
	type OverTime,
	type Period,
	type SeenPerson,
	type SeenSpeaker,
	type Share,
	STEPS,
	type Step,
	type Totals,
	type Viewing,
	type WatchedAndLeft,
} from "./types";

export type WatchHistory = {
	/** In the order of `listWatchlist`. */
	readonly entries: readonly WatchlistEntry[];
	readonly log: readonly LoggedTalk[];
	readonly speakers: readonly SeenSpeaker[];
};

export type Statistics = {
	readonly totals: Totals;
	readonly conferences: readonly (WatchedAndLeft & { readonly conference: Conference })[];
	readonly overTime: OverTime;
	readonly tracks: readonly Share[];
	readonly topics: readonly Share[];
	/** Of one conference: the one that is asked for, or the latest. */
	readonly hours: { readonly conference: Conference; readonly map: HeatMap } | null;
	readonly speakers: readonly SeenPerson[];
};

/** All that is told of what a visitor watched, of one conference (by slug) or of all. */
export function computeStatistics(history: WatchHistory, conference: string | null): Statistics {
	const isIncluded = (slug: string) => conference === null || slug === conference;
	const entries = history.entries.filter((entry) => isIncluded(entry.conference.slug));
	return {
		totals: computeTotals(entries),
		conferences: sumByConference(entries),
		overTime: countOverTime(listViewings(history.log).filter((viewing) => isIncluded(viewing.conference))),
		tracks: sumByTrack(entries),
		topics: sumByTopic(entries),
		hours: computeHours(entries),
		speakers: countSeenSpeakers(history.speakers.filter((seen) => isIncluded(seen.conference.slug))),
	};
}

/** Of the talks that take place. */
function computeHours(entries: readonly WatchlistEntry[]): Statistics["hours"] {
	const conference = entries[0]?.conference;
	if (!conference) return null;
	const talks = entries
		.filter((entry) => entry.conference.slug === conference.slug)
		.map(({ talk }) => talk)
		.filter(({ isCancelled, isWithdrawn }) => !isCancelled && !isWithdrawn);
	return { conference, map: buildHeatMap(talks, conference.timeZone) };
}

/** A mark that was taken back within this many milliseconds was a slip. */
const MAX_SLIP_MS = 60 * 60_000;

/**
 * Every time that a talk was watched, from a log in which the entries of a talk follow each other, the earliest first. A
 * talk that was watched on two days is there twice; marked twice on one day, as by two devices, once. Days that nobody
 * corrected are told on the clocks of the talk's conference.
 */
export function listViewings(log: readonly LoggedTalk[]): Viewing[] {
	const viewings = new Map<string, Viewing>();
	for (const [index, { talkId, to, at, correctedDay, duration, conference, timeZone }] of log.entries()) {
		if (to !== "WATCHED" || isSlip(log, index)) continue;
		const day = correctedDay ?? toDay(at, timeZone);
		viewings.set(`${talkId} ${day}`, { talkId, conference, day, minutes: duration });
	}
	return [...viewings.values()];
}

function toDay(at: Date, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function isSlip(log: readonly LoggedTalk[], index: number): boolean {
	const [entry, next] = [log[index], log[index + 1]];
	if (!entry || next?.talkId !== entry.talkId || next.to === "WATCHED" || entry.correctedDay !== null) return false;
	return next.at.getTime() - entry.at.getTime() < MAX_SLIP_MS;
}

/** More periods than that are too many to be read: then they are longer ones. */
const MAX_PERIODS = 26;

/**
 * When talks were watched, by week (from Monday), month or year: the shortest that makes a readable chart. Periods without
 * any are there too, from the first to the last; only where not even years do, those are left out.
 */
export function countOverTime(viewings: readonly Viewing[]): OverTime {
	const days = viewings.map(({ day }) => day).sort(compareStrings);
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return { step: "week", periods: [] };
	for (const step of STEPS) {
		const starts = listPeriodStarts(startOfPeriod(first, step), startOfPeriod(last, step), step);
		if (starts) return { step, periods: countByPeriod(viewings, step, starts) };
	}
	return { step: "year", periods: countByPeriod(viewings, "year", []) };
}

/** The first day of the period that a day is in. */
export function startOfPeriod(day: string, step: Step): string {
	if (step === "year") return `${day.slice(0, 4)}-01-01`;
	if (step === "month") return `${day.slice(0, 7)}-01`;
	const date = Temporal.PlainDate.from(day);
	return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Null where they are too many. */
function listPeriodStarts(first: string, last: string, step: Step): string[] | null {
	const starts = [first];
	for (let at = Temporal.PlainDate.from(first); starts.at(-1) !== last; ) {
		if (starts.length === MAX_PERIODS) return null;
		at = at.add({ [`${step}s`]: 1 });
		starts.push(at.toString());
	}
	return starts;
}

function countByPeriod(viewings: readonly Viewing[], step: Step, starts: readonly string[]): Period[] {
	const amounts = new Map(starts.map((start) => [start, NO_AMOUNT]));
	for (const { day, minutes } of viewings) {
		const start = startOfPeriod(day, step);
		amounts.set(start, addAmounts(amounts.get(start) ?? NO_AMOUNT, { talks: 1, minutes }));
	}
	return [...amounts].map(([start, amount]) => ({ start, ...amount })).sort((a, b) => compareStrings(a.start, b.start));
}

/** From noon of the next day on, what still runs is shown on that day. */
const LAST_HOUR = 35;
/** A schedule may claim any length; a talk is told for a week at most. */
const MAX_MINUTES = 7 * 24 * 60;

/**
 * The hours of a conference's days, on its own clocks, with the talks that run in each: one of 10:30 to 11:30 is in two.
 * What is after midnight belongs to the day before, as the schedule has it. An hour that the clocks show twice is one, with
 * the minutes of both.
 */
export function buildHeatMap(
	talks: readonly Pick<TalkListItem, "day" | "start" | "duration">[],
	timeZone: string,
): HeatMap {
	const cellsByDay = new Map<string, Map<number, HourCell>>();
	let [earliest, latest] = [LAST_HOUR, 0];
	for (const talk of talks) {
		const countedCells = new Set<string>();
		for (const { day, hour, minutes } of splitIntoHours(talk, timeZone)) {
			const cellsOfDay = cellsByDay.get(day) ?? new Map<number, HourCell>();
			const cellKey = `${day} ${hour}`;
			cellsOfDay.set(
				hour,
				addAmounts(cellsOfDay.get(hour) ?? NO_AMOUNT, { talks: countedCells.has(cellKey) ? 0 : 1, minutes }),
			);
			cellsByDay.set(day, cellsOfDay);
			countedCells.add(cellKey);
			earliest = Math.min(earliest, hour);
			latest = Math.max(latest, hour);
		}
	}
	const days = [...cellsByDay.keys()].sort(compareStrings);
	const hours = Array.from({ length: days.length > 0 ? latest - earliest + 1 : 0 }, (_, index) => earliest + index);
	return { days, hours, cells: days.map((day) => hours.map((hour) => cellsByDay.get(day)?.get(hour) ?? NO_AMOUNT)) };
}

type Slice = { readonly day: string; readonly hour: number; readonly minutes: number };

/** The parts of a talk by the clock's hours. One without a length has its first hour, and no minutes of it. */
function splitIntoHours(talk: Pick<TalkListItem, "day" | "start" | "duration">, timeZone: string): Slice[] {
	const first = Temporal.Instant.fromEpochMilliseconds(talk.start.getTime()).toZonedDateTimeISO(timeZone);
	const end = first.epochMilliseconds + Math.min(talk.duration, MAX_MINUTES) * 60_000;
	const conferenceDay = Temporal.PlainDate.from(talk.day);
	const slices: Slice[] = [];
	let at = first;
	do {
		const next = at.round({ smallestUnit: "hour", roundingMode: "floor" }).add({ hours: 1 });
		const minutes = (Math.min(next.epochMilliseconds, end) - at.epochMilliseconds) / 60_000;
		slices.push({ ...toDayAndHour(at, conferenceDay), minutes });
		at = next;
	} while (at.epochMilliseconds < end);
	return slices;
}

function toDayAndHour(at: Temporal.ZonedDateTime, conferenceDay: Temporal.PlainDate): { day: string; hour: number } {
	const date = at.toPlainDate();
	const hour = conferenceDay.until(date, { largestUnit: "days" }).days * 24 + at.hour;
	if (hour >= 0 && hour <= LAST_HOUR) return { day: conferenceDay.toString(), hour };
	return { day: date.toString(), hour: at.hour };
}

/**
 * Who was seen most: by talks, then by minutes. Speakers of several conferences are one person where their schedules say
 * so; a name alone does not. A talk counts for each of its speakers.
 */
export function countSeenSpeakers(seen: readonly SeenSpeaker[]): SeenPerson[] {
	return groupByPerson(seen)
		.map(toPerson)
		.sort((a, b) => b.talks - a.talks || b.minutes - a.minutes || byName(a, b));
}

const byName = (a: SeenPerson, b: SeenPerson) =>
	compareStrings(a.speaker.name, b.speaker.name) ||
	compareStrings(a.conference.slug, b.conference.slug) ||
	compareStrings(a.speaker.slug, b.speaker.slug);

/** What each person gave. */
function groupByPerson(seen: readonly SeenSpeaker[]): SeenSpeaker[][] {
	const speakers = [...new Map(seen.map((one) => [one.speakerId, one])).values()];
	// Each leads to another of the same person, and the last of them to itself.
	const representatives = new Map(speakers.map(({ speakerId }) => [speakerId, speakerId]));
	const personOf = (id: number): number => {
		const representative = representatives.get(id) ?? id;
		return representative === id ? id : personOf(representative);
	};
	// Only those who share a key or a name can be one person.
	for (const candidates of [
		...groupByKey(speakers, ({ key }) => key).values(),
		...groupByKey(speakers, ({ speaker }) => speaker.name).values(),
	]) {
		for (const [index, one] of candidates.entries()) {
			for (const other of candidates.slice(index + 1)) {
				// Within one conference the schedule tells people apart.
				if (one.conference.slug === other.conference.slug) continue;
				if (compareSpeakers(toIdentity(one), toIdentity(other)) === "same") {
					representatives.set(personOf(one.speakerId), personOf(other.speakerId));
				}
			}
		}
	}
	return [...groupByKey(seen, ({ speakerId }) => personOf(speakerId)).values()];
}

const toIdentity = ({ key, speaker, namespace }: SeenSpeaker) => ({ key, name: speaker.name, namespace });

function toPerson(appearances: readonly SeenSpeaker[]): SeenPerson {
	const [latest] = appearances.toSorted(
		(a, b) =>
			compareStrings(b.conference.startDate, a.conference.startDate) ||
			compareStrings(a.conference.slug, b.conference.slug) ||
			a.speakerId - b.speakerId,
	) as [SeenSpeaker];
	const talks = new Map(appearances.map(({ talkId, duration }) => [talkId, duration]));
	return {
		speaker: latest.speaker,
		conference: { slug: latest.conference.slug, title: latest.conference.title },
		conferenceCount: new Set(appearances.map(({ conference }) => conference.slug)).size,
		talks: talks.size,
		minutes: [...talks.values()].reduce((sum, minutes) => sum + minutes, 0),
	};
}
