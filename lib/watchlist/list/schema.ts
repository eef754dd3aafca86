import { z } from "zod";

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
