import { Temporal } from "temporal-polyfill";
import type { LoggedTalk, Viewing } from "./types";

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
