import { formatDuration, formatNames, formatTime, formatWeekdayTime } from "@/lib/talks/format";
import { parseUrl } from "../fields/parse-url";
import { type NewsKind, otherFields } from "./kinds";
import type { Step, TalkFieldChanges } from "./types";

/** A part of a change in words: of what, from what to what; without `from` and `to` that it changed is all there is to say. */
export type ToldStep = {
	/** "Track"; empty where the kind of news says it. */
	readonly what: string;
	readonly from?: string;
	readonly to?: string;
};

const OTHER_WORDS: Readonly<Record<ReturnType<typeof otherFields>[number], string>> = {
	subtitle: "Subtitle",
	type: "Type",
	language: "Language",
	track: "Track",
	willBeRecorded: "Recording",
	recordings: "Recordings",
	slides: "Slides",
	url: "Address",
	links: "Links",
	abstract: "Abstract",
	description: "Description",
};

/** What a change says to somebody who reads of it under one kind of news; times are told on the clocks of `timeZone`. */
export function tellChange(kind: NewsKind, fields: TalkFieldChanges, timeZone: string): ToldStep[] {
	switch (kind) {
		case "time":
			return tellTime(fields, timeZone);
		case "room":
			return fields.room ? [told("", fields.room, orNone)] : [];
		case "title":
			return fields.title ? [told("", fields.title, String)] : [];
		case "speakers":
			return fields.speakers ? [told("", fields.speakers, (names) => orNone(formatNames(names)))] : [];
		case "other":
			return otherFields(fields).map((field) => {
				const what = OTHER_WORDS[field];
				if (field === "willBeRecorded") return fields[field] ? told(what, fields[field], planned) : { what };
				const change = fields[field];
				return typeof change === "object" ? told<string | number | null>(what, change, orNone) : { what };
			});
		default:
			return [];
	}
}

function tellTime({ start, duration, day }: TalkFieldChanges, timeZone: string): ToldStep[] {
	const steps: ToldStep[] = [];
	if (start) {
		const isSameDay = formatWeekdayTime(new Date(start.from), timeZone).slice(0, 3) === weekday(start.to, timeZone);
		const isFar = Math.abs(Date.parse(start.to) - Date.parse(start.from)) >= WEEK_MS;
		const format = isSameDay && !isFar ? formatTime : isFar ? formatDateTime : formatWeekdayTime;
		steps.push(told("", start, (instant) => format(new Date(instant), timeZone)));
	} else if (day) steps.push(told("Day", day, String));
	if (duration) steps.push(told(start || day ? "Length" : "", duration, formatDuration));
	return steps;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const weekday = (instant: string, timeZone: string) => formatWeekdayTime(new Date(instant), timeZone).slice(0, 3);

function formatDateTime(instant: Date, timeZone: string): string {
	const format = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
	return new Intl.DateTimeFormat("en-GB", { ...format, hourCycle: "h23", timeZone }).format(instant);
}

const planned = (willBe: boolean | null) => (willBe === null ? "not said" : willBe ? "planned" : "not planned");
const orNone = (value: string | number | null) => (value === null || value === "" ? "none" : String(value));

function told<Value>(what: string, { from, to }: Step<Value>, inWords: (value: Value) => string): ToldStep {
	return { what, from: inWords(from), to: inWords(to) };
}

/** `Sun 18 Jan 2026, 09:30`, on the clocks of `timeZone`: when an update was made. */
export function formatMoment(instant: Date, timeZone: string): string {
	const format = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
	const date = new Intl.DateTimeFormat("en-GB", { ...format, timeZone }).format(instant).replace(",", "");
	return `${date}, ${formatTime(instant, timeZone)}`;
}

/** Where an update came from, in a few words: a file's name or an address's host. */
export function shortSource(source: string): string {
	if (!/^https?:\/\//i.test(source)) return source.split(/[/\\]/).at(-1) ?? source;
	return parseUrl(source)?.host ?? source;
}
