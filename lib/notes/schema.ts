import { z } from "zod";
import { LATEST_TIME, LONGEST_TAKEAWAY, LONGEST_TEXT, MOST_TAKEAWAYS } from "./limits";
import { storableLine, storableText } from "./storable";

const text = z
	.string({ error: "A note's text is a string." })
	.transform(storableText)
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
			.transform(storableLine),
		time: z
			.int({ error: "A takeaway's time is whole seconds." })
			.min(0, { error: "A takeaway's time is 0 seconds or later." })
			.max(LATEST_TIME, { error: "A takeaway's time is within a week." })
			.optional(),
	},
	{ error: "A takeaway has an id and a text." },
);

const takeaways = z
	.array(takeaway, { error: "A note's takeaways are a list." })
	.max(MOST_TAKEAWAYS, { error: `A note can have up to ${MOST_TAKEAWAYS} takeaways.` });

/** What a note may be, whole. */
export const noteContentSchema = z.object({
	text,
	takeaways: takeaways.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
		error: "Every takeaway of a note has an id of its own.",
	}),
});

const WITHIN = "A change begins within the note, at a whole number.";
const NO_SPLICE = "A change says where it begins, how much it removes and what it inserts.";

function spliceWith<Items extends z.ZodType>(inserted: Items) {
	const count = z.int({ error: WITHIN }).min(0, { error: WITHIN });
	return z.object({ at: count, removed: count, inserted }, { error: NO_SPLICE });
}

/**
 * What an editor sends: what changed in the note, the revision that this is a change of (0: there was none), and whose note
 * the editor takes it for. What comes of it is looked at by `noteContentSchema`.
 */
export const patchNoteSchema = z.object(
	{
		text: spliceWith(z.string({ error: "A note's text is a string." })).optional(),
		takeaways: spliceWith(takeaways).optional(),
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
