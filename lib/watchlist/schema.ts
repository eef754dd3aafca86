import { z } from "zod";

/** The id of a talk as it stands in an address. */
export const talkIdSchema = z.coerce
	.number({ error: "That is not a talk." })
	.int({ error: "That is not a talk." })
	.positive({ error: "That is not a talk." })
	.max(2_147_483_647, { error: "That is not a talk." });

/** What the watchlist sends once it was shown. */
export const newsSeenSchema = z.object(
	{ at: z.iso.datetime({ error: "That is no moment." }).transform((at) => new Date(at)) },
	{ error: "What was seen was seen at a moment." },
);

const talkId = z
	.number({ error: "That is not a talk." })
	.int({ error: "That is not a talk." })
	.positive({ error: "That is not a talk." })
	.max(2_147_483_647, { error: "That is not a talk." });

/** A talk that is put right before another one, or last. */
export const moveTalkSchema = z.object(
	{ talkId, before: talkId.nullable() },
	{ error: "A talk is put before another one." },
);

/** The answer to an offer. Which talks it marks is told by their marks, not here. */
export const missedAnswerSchema = z.object(
	{
		conference: z
			.string("That is not a conference.")
			.min(1, "That is not a conference.")
			.max(200, "That is not a conference.")
			.refine((slug) => !slug.includes("\0"), "That is not a conference."),
		answer: z.enum(["missed", "no"], "An answer is missed or no."),
	},
	"That is not an answer.",
);
