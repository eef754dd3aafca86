import { z } from "zod";
import type { Playback } from "./types";

/** Seconds: no recording is longer than a week. */
const MAX_SECONDS = 7 * 24 * 60 * 60;
/** Milliseconds: what waited in a browser for longer than a year is as old as a year. */
const MAX_AGE_MS = 365 * 24 * 60 * 60 * 1000;

const error = "A place in a recording is a number of seconds, of as many, and how long ago that was.";

const seconds = z.number({ error }).max(MAX_SECONDS, { error });

/** What a page tells: where somebody is, and how many milliseconds ago that was, whatever their clock says. */
export const playbackSchema = z.object(
	{
		position: seconds.min(0, { error }),
		duration: seconds.positive({ error }).nullable(),
		age: z.number({ error }).min(0, { error }),
	},
	{ error },
);

/** The same, by the server's clock. */
export function toPlayback({ position, duration, age }: z.infer<typeof playbackSchema>, now: Date): Playback {
	return { position, duration, at: new Date(now.getTime() - Math.round(Math.min(age, MAX_AGE_MS))) };
}
