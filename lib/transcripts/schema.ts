import { z } from "zod";

/** Cues as they are kept, see `Cue`. */
export const cuesSchema = z.array(
	z.object({ start: z.number(), end: z.number(), text: z.string(), speaker: z.string().optional() }),
);

/** Asks to try again to get what could not be had. */
export const againSchema = z.object({ again: z.literal(true, { error: "What is to be tried again?" }) });
