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
