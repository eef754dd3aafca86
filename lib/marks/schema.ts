import { z } from "zod";
import { MARK_STATUSES } from "@/lib/marks/status";
import { formatIsoDate } from "@/lib/text/format";

/** More go into the next request. */
export const MAX_MARK_EVENTS = 200;

/** The id of an entry of the log. */
export const entryIdSchema = z
	.string({ error: "A press has an id." })
	.regex(/^[\w-]{1,64}$/, { error: "The id of a press is letters, digits and hyphens, 64 at most." });

const markEventSchema = z.object(
	{
		id: entryIdSchema,
		talkId: z
			.int({ error: "That is not a talk." })
			.positive({ error: "That is not a talk." })
			.max(2_147_483_647, { error: "That is not a talk." }),
		status: z.enum(MARK_STATUSES, { error: "A mark is MUST_SEE, WATCHED, MISSED or null." }).nullable(),
		/** Milliseconds since 1970, on clocks that the browser compared with the server's. */
		at: z
			.int({ error: "A mark was pressed at a moment." })
			.min(0, { error: "A mark was pressed at a moment." })
			.max(8_640_000_000_000_000, { error: "A mark was pressed at a moment." })
			.transform((at) => new Date(at)),
		/** The id of whose account it is, where somebody was signed in; only they may send it. */
		owner: z.string({ error: "Whose a press is, is told by an id." }).optional(),
	},
	{ error: "A press names a talk and a status." },
);

/** What the browser sends: presses in the order in which they were made. */
export const markEventsSchema = z.object(
	{
		presses: z
			.array(markEventSchema, { error: "Presses come as a list." })
			.min(1, { error: "Nothing was pressed." })
			.max(MAX_MARK_EVENTS, { error: `At most ${MAX_MARK_EVENTS} presses come at once.` }),
	},
	{ error: "Presses come as a list." },
);

/** Days before it are slips of the keyboard. */
const FIRST_DAY = "1970-01-01";

/** Where each day begins first: wherever the visitor is, it is no later a day than there. */
const EARLIEST_ZONE = "Pacific/Kiritimati";

const PROBLEM = "A day is a date such as 2026-02-14.";

/** The day on which an entry of the log really was, `YYYY-MM-DD`; null where it was when it was pressed. */
export function correctionSchema(now: Date) {
	const today = formatIsoDate(now, EARLIEST_ZONE);
	return z.object(
		{
			day: z.iso
				.date({ error: PROBLEM })
				.refine((day) => day >= FIRST_DAY, { error: "That is too long ago." })
				.refine((day) => day <= today, { error: "That day has not come yet." })
				.nullable(),
		},
		{ error: PROBLEM },
	);
}
