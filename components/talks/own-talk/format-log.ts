import { MARK_LABELS, type MarkStatus } from "@/lib/marks/status";
import { formatDays, formatIsoDate } from "@/lib/text/format";
import type { LogEntry } from "./types";

const VERBS: Readonly<Record<MarkStatus, string>> = {
	MUST_SEE: "marked on",
	WATCHED: "watched on",
	MISSED: "marked on",
};

/** The day of an entry, `YYYY-MM-DD`: the corrected one, or else when it was pressed on the calendar of `timeZone`. */
export function dayOfEntry({ correctedDay, at }: LogEntry, timeZone: string): string {
	return correctedDay ?? formatIsoDate(new Date(at), timeZone);
}

/** `Must-see → Watched`, or `Watched` where there was no mark before. */
export function formatStep({ from, to }: Pick<LogEntry, "from" | "to">): string {
	const end = to ? MARK_LABELS[to] : "No mark";
	return from ? `${MARK_LABELS[from]} → ${end}` : end;
}

/** `watched on 14 February 2026`. */
export function formatEntryDate(entry: LogEntry, timeZone: string): string {
	return `${entry.to ? VERBS[entry.to] : "taken away on"} ${formatSingleDay(dayOfEntry(entry, timeZone))}`;
}

/** `pressed on 16 February 2026` of an entry whose day was corrected. */
export function formatOriginalDate({ at }: LogEntry, timeZone: string): string {
	return `pressed on ${formatSingleDay(formatIsoDate(new Date(at), timeZone))}`;
}

/** What a log says at a glance: when the talk was watched, or how much there is. */
export function formatLogSummary(log: readonly LogEntry[], timeZone: string): string {
	const days = [
		...new Set(log.filter(({ to }) => to === "WATCHED").map((entry) => dayOfEntry(entry, timeZone))),
	].sort();
	const last = days.at(-1);
	if (last === undefined) return log.length === 1 ? "1 entry" : `${log.length} entries`;
	if (days.length <= 2) return `watched on ${days.map(formatSingleDay).join(" and ")}`;
	return `watched on ${days.length} days, last on ${formatSingleDay(last)}`;
}

/** What the mark becomes when an entry is removed from its log, which is in order of time. */
export function markWithout(log: readonly LogEntry[], id: string): MarkStatus | null {
	return log.filter((entry) => entry.id !== id).at(-1)?.to ?? null;
}

function formatSingleDay(day: string): string {
	return formatDays(day, day);
}
