import { z } from "zod";

export const MAX_STARS = 5;

const PROBLEM = `A rating is 1 to ${MAX_STARS} stars, or null for none.`;

/** What a visitor thinks of a talk; null takes it back. */
export const ratingSchema = z.object(
	{
		stars: z.int({ error: PROBLEM }).min(1, { error: PROBLEM }).max(MAX_STARS, { error: PROBLEM }).nullable(),
	},
	{ error: PROBLEM },
);
