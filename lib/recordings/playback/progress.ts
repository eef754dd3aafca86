import type { Playback } from "./types";

type PlaybackPosition = Pick<Playback, "position" | "duration">;

/** Who stops sooner, in seconds, did not begin; who stops nearer to the end has seen it. */
const MARGIN_SECONDS = 10;

/** Who has seen this part of a recording has seen it, the questions aside. */
const NEARLY_ALL = 0.95;

/** From here on a talk is offered to be marked watched. */
const LAST_PART = 0.9;

/** Whether somebody stopped in the middle, and may want to go on there. */
export function isUnfinished({ position, duration }: PlaybackPosition): boolean {
	if (position < MARGIN_SECONDS) return false;
	return duration === null || (position < duration - MARGIN_SECONDS && position < duration * NEARLY_ALL);
}

/** Whether somebody is at its last part: who marked the talk watched and is here plays on, and did not begin again. */
export function isInLastPart({ position, duration }: PlaybackPosition): boolean {
	return duration !== null && position >= duration * LAST_PART;
}

/** How many minutes are left of a recording, at least 1; null where it is not known how long it is. */
export function getMinutesLeft({ position, duration }: PlaybackPosition): number | null {
	return duration === null ? null : Math.max(1, Math.round((duration - position) / 60));
}

/** How much of it was seen, 0 to 1; null where it is not known how long it is. */
export function getWatchedShare({ position, duration }: PlaybackPosition): number | null {
	return duration === null || duration <= 0 ? null : Math.min(1, position / duration);
}
