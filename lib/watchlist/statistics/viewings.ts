import { Temporal } from "temporal-polyfill";
import type { LoggedTalk, Viewing } from "./types";

/** A mark that was taken back within this many milliseconds was a slip. */
const SLIP = 60 * 60_000;

/**
 * Every time that a talk was watched, from a log in which the entries of a talk follow each other, the earliest first. A
 * talk that was watched on two days is there twice; marked twice on one day, as by two devices, once. Days that nobody
 * corrected are told on the clocks of the talk's conference.
 */
export function viewingsOf(log: readonly LoggedTalk[]): Viewing[] {
	const viewings = new Map<string, Viewing>();
	for (const [index, { talkId, to, at, correctedDay, duration, conference, timeZone }] of log.entries()) {
		if (to !== "WATCHED" || wasSlip(log, index)) continue;
		const day = correctedDay ?? dayOf(at, timeZone);
		viewings.set(`${talkId} ${day}`, { talkId, conference, day, minutes: duration });
	}
	return [...viewings.values()];
}

function dayOf(at: Date, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function wasSlip(log: readonly LoggedTalk[], index: number): boolean {
	const [entry, next] = [log[index], log[index + 1]];
	if (!entry || next?.talkId !== entry.talkId || next.to === "WATCHED" || entry.correctedDay !== null) return false;
	return next.at.getTime() - entry.at.getTime() < SLIP;
}
