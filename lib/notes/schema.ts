import { z } from "zod";

export const LONGEST_TEXT = 100_000;
export const MOST_TAKEAWAYS = 500;
export const LONGEST_TAKEAWAY = 2_000;
/** Seconds: no recording is longer than a week. */
export const LATEST_TIME = 7 * 24 * 60 * 60;

/** What the databases cannot store, a NUL and half a character, becomes the sign for a character that was lost. */
function storable(text: string): string {
	return text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

const text = z
	.string({ error: "A note's text is a string." })
	// One way to end a line, however it was sent, so that the same text is the same text.
	.transform((value) => storable(value.replace(/\r\n?/g, "\n")))
	.refine((value) => value.length <= LONGEST_TEXT, {
		error: `A note can have up to ${LONGEST_TEXT.toLocaleString("en")} characters.`,
	});

const takeaway = z.object(
	{
		id: z
			.string({ error: "A takeaway's id is a string." })
			.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: "A takeaway's id is 1 to 64 letters, digits, - and _." }),
		text: z
			.string({ error: "A takeaway's text is a string." })
			.max(LONGEST_TAKEAWAY, {
				error: `A takeaway can have up to ${LONGEST_TAKEAWAY.toLocaleString("en")} characters.`,
			})
			.refine((value) => !/[\r\n\u2028\u2029]/.test(value), { error: "A takeaway is one line." })
			.transform(storable),
		time: z
			.int({ error: "A takeaway's time is whole seconds." })
			.min(0, { error: "A takeaway's time is 0 seconds or later." })
			.max(LATEST_TIME, { error: "A takeaway's time is within a week." })
			.optional(),
	},
	{ error: "A takeaway has an id and a text." },
);

/** What an editor sends: the whole note, and the revision that it was made from (0: there was none). */
export const saveNoteSchema = z.object(
	{
		text,
		takeaways: z
			.array(takeaway, { error: "A note's takeaways are a list." })
			.max(MOST_TAKEAWAYS, { error: `A note can have up to ${MOST_TAKEAWAYS} takeaways.` })
			.refine((takeaways) => new Set(takeaways.map(({ id }) => id)).size === takeaways.length, {
				error: "Every takeaway of a note has an id of its own.",
			}),
		baseRevision: z
			.int({ error: "A revision is a whole number." })
			.min(0, { error: "A revision is 0 or more." })
			.max(2_147_483_647, { error: "There is no such revision." }),
	},
	{ error: "A note has a text, takeaways and the revision it was made from." },
);
