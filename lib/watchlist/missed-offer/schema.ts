import { z } from "zod";

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
