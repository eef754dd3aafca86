import { formatDuration, formatNames, formatTime, formatWeekdayTime } from "@/lib/text/format";
import { parseUrl } from "@/lib/urls/parse-url";
import { findOtherFields, type NewsKind } from "./news-kinds";
import type { Step, TalkFieldChanges } from "./schema";

/** A part of a change in words: of what, from what to what; without `from` and `to` that it changed is all there is to say. */
export type FormattedStep = {
	/** "Track"; empty where the kind of news says it. */
	readonly what: string;
	readonly from?: string;
	readonly to?: string;
};

const OTHER_LABELS: Readonly<Record<ReturnType<typeof findOtherFields>[number], string>> = {
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
export function formatChange(kind: NewsKind, fields: TalkFieldChanges, timeZone: string): FormattedStep[] {
	switch (kind) {
		case "time":
			return formatTimeChange(fields, timeZone);
		case "room":
			return fields.room ? [formatStep("", fields.room, formatOrNone)] : [];
		case "title":
			return fields.title ? [formatStep("", fields.title, String)] : [];
		case "speakers":
			return fields.speakers ? [formatStep("", fields.speakers, (names) => formatOrNone(formatNames(names)))] : [];
		case "other":
			return findOtherFields(fields).map((field) => {
				const what = OTHER_LABELS[field];
				if (field === "willBeRecorded")
					return fields[field] ? formatStep(what, fields[field], formatPlanned) : { what };
				const change = fields[field];
				return typeof change === "object" ? formatStep<string | number | null>(what, change, formatOrNone) : { what };
			});
		default:
			return [];
	}
}

function formatTimeChange({ start, duration, day }: TalkFieldChanges, timeZone: string): FormattedStep[] {
	const steps: FormattedStep[] = [];
	if (start) {
		const isSameDay =
			formatWeekdayTime(new Date(start.from), timeZone).slice(0, 3) === formatWeekday(start.to, timeZone);
		const isFar = Math.abs(Date.parse(start.to) - Date.parse(start.from)) >= WEEK_MS;
		const format = isSameDay && !isFar ? formatTime : isFar ? formatDateTime : formatWeekdayTime;
		steps.push(formatStep("", start, (instant) => format(new Date(instant), timeZone)));
	} else if (day) steps.push(formatStep("Day", day, String));
	if (duration) steps.push(formatStep(start || day ? "Length" : "", duration, formatDuration));
	return steps;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const formatWeekday = (instant: string, timeZone: string) => formatWeekdayTime(new Date(instant), timeZone).slice(0, 3);

function formatDateTime(instant: Date, timeZone: string): string {
	const format = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
	return new Intl.DateTimeFormat("en-GB", { ...format, hourCycle: "h23", timeZone }).format(instant);
}

const formatPlanned = (willBe: boolean | null) => (willBe === null ? "not said" : willBe ? "planned" : "not planned");
const formatOrNone = (value: string | number | null) => (value === null || value === "" ? "none" : String(value));

function formatStep<Value>(
	what: string,
	{ from, to }: Step<Value>,
	formatValue: (value: Value) => string,
): FormattedStep {
	return { what, from: formatValue(from), to: formatValue(to) };
}

/** `Sun 18 Jan 2026, 09:30`, on the clocks of `timeZone`: when an update was made. */
export function formatTimestamp(instant: Date, timeZone: string): string {
	const format = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
	const date = new Intl.DateTimeFormat("en-GB", { ...format, timeZone }).format(instant).replace(",", "");
	return `${date}, ${formatTime(instant, timeZone)}`;
}

/** Where an update came from, in a few words: a file's name or an address's host. */
export function shortenSource(source: string): string {
	if (!/^https?:\/\//i.test(source)) return source.split(/[/\\]/).at(-1) ?? source;
	return parseUrl(source)?.host ?? source;
}
