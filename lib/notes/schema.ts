import { z } from "zod";
import { MAX_TAKEAWAY_LENGTH, MAX_TAKEAWAYS, MAX_TEXT_LENGTH, MAX_TIME_SECONDS } from "./limits";
import { storableLine, storableText } from "./storable";

const text = z
	.string({ error: "A note's text is a string." })
	.transform(storableText)
	.refine((value) => value.length <= MAX_TEXT_LENGTH, {
		error: `A note can have up to ${MAX_TEXT_LENGTH.toLocaleString("en")} characters.`,
	});

const takeaway = z.object(
	{
		id: z
			.string({ error: "A takeaway's id is a string." })
			.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: "A takeaway's id is 1 to 64 letters, digits, - and _." }),
		text: z
			.string({ error: "A takeaway's text is a string." })
			.max(MAX_TAKEAWAY_LENGTH, {
				error: `A takeaway can have up to ${MAX_TAKEAWAY_LENGTH.toLocaleString("en")} characters.`,
			})
			.refine((value) => !/[\r\n\u2028\u2029]/.test(value), { error: "A takeaway is one line." })
			.transform(storableLine),
		time: z
			.int({ error: "A takeaway's time is whole seconds." })
			.min(0, { error: "A takeaway's time is 0 seconds or later." })
			.max(MAX_TIME_SECONDS, { error: "A takeaway's time is within a week." })
			.optional(),
	},
	{ error: "A takeaway has an id and a text." },
);

const takeaways = z
	.array(takeaway, { error: "A note's takeaways are a list." })
	.max(MAX_TAKEAWAYS, { error: `A note can have up to ${MAX_TAKEAWAYS} takeaways.` });

/** What a note may be, whole. */
export const noteContentSchema = z.object({
	text,
	takeaways: takeaways.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
		error: "Every takeaway of a note has an id of its own.",
	}),
});

const OUT_OF_RANGE = "A change begins within the note, at a whole number.";
const INVALID_SPLICE = "A change says where it begins, how much it removes and what it inserts.";

function spliceSchema<Items extends z.ZodType>(inserted: Items) {
	const count = z.int({ error: OUT_OF_RANGE }).min(0, { error: OUT_OF_RANGE });
	return z.object({ at: count, removed: count, inserted }, { error: INVALID_SPLICE });
}

/**
 * What an editor sends: what changed in the note, the revision that this is a change of (0: there was none), and whose note
 * the editor takes it for. What comes of it is looked at by `noteContentSchema`.
 */
export const patchNoteSchema = z.object(
	{
		text: spliceSchema(z.string({ error: "A note's text is a string." })).optional(),
		takeaways: spliceSchema(takeaways).optional(),
		baseRevision: z
			.int({ error: "A revision is a whole number." })
			.min(0, { error: "A revision is 0 or more." })
			.max(2_147_483_647, { error: "There is no such revision." }),
		owner: z
			.string({ error: "A note's owner is a visitor's id." })
			.max(64, { error: "A note's owner is a visitor's id." })
			.optional(),
	},
	{ error: "A change of a note says what changed, and in which revision." },
);
