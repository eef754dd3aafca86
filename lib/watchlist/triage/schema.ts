import { z } from "zod";

/** A conference has so many talks at the most that one can put off at once. */
export const MAX_SKIPS = 2_000;

const invalidTalk = { error: "That is not a talk." };
const talkId = z.number(invalidTalk).int(invalidTalk).positive(invalidTalk).max(2_147_483_647, invalidTalk);

const error = "A skip names talks and says whether they are skipped.";

/** What triage sends: the end result for each of some talks. */
export const triageSkipsSchema = z.object(
	{
		talkIds: z
			.array(talkId, { error })
			.min(1, { error })
			.max(MAX_SKIPS, { error: "Those are more talks than can be skipped at once." }),
		skipped: z.boolean({ error }),
	},
	{ error },
);

/** Which talks are to be drawn next: the conference's slug, and ids of its talks. */
export const triageCardsSchema = z.object({
	conference: z.string().max(200),
	talkIds: z.array(talkId).max(20),
});
