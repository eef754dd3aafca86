import { z } from "zod";
import { MAX_ITEMS } from "../limits";
import { NOTE_CHOICES } from "./types";

/** Characters of a post. */
export const MAX_POST_LENGTH = 500_000;
/** Of a request with one, every character written as three bytes. */
export const MAX_POST_BYTES = 4 * 1024 * 1024;

const talkId = z.int32({ error: "A talk is named by its number." });

/** A post to look at, and what was chosen for it so far. */
export const previewPostSchema = z.object(
	{
		markdown: z
			.string({ error: "A post is a text." })
			.max(MAX_POST_LENGTH, { error: `A post can have up to ${MAX_POST_LENGTH.toLocaleString("en")} characters.` })
			.refine((text) => text.trim() !== "", { error: "There is nothing in this post." }),
		/** The talks that headings mean which no address says, by their places' ids. */
		picks: z
			.array(z.object({ itemId: z.string().max(64), talkId }))
			.max(MAX_ITEMS)
			.default([])
			.transform((picks) => new Map(picks.map(({ itemId, talkId }) => [itemId, talkId]))),
	},
	{ error: "A post is a text." },
);

/** A post to bring in, as it was looked at. */
export const importPostSchema = previewPostSchema.extend({
	/** What becomes of notes that say something else. */
	choices: z
		.array(z.object({ talkId, choice: z.enum(NOTE_CHOICES) }))
		.max(MAX_ITEMS)
		.default([])
		.transform((choices) => new Map(choices.map(({ talkId, choice }) => [talkId, choice]))),
	/** Whether its talks that have no mark are marked watched. */
	marksWatched: z.boolean().default(false),
});
