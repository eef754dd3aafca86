import { z } from "zod";
import { isValidName, MAX_NAME_LENGTH, normalizeName } from "./topic-name";

/** A visitor's; more are for nobody to find their way in. */
export const MAX_TOPICS = 500;

/** That get or lose a topic at once. */
export const MAX_TALKS = 2_000;

const name = z
	.string({ error: "A topic has a name." })
	.transform(normalizeName)
	.refine(isValidName, { error: `A topic's name has 1 to ${MAX_NAME_LENGTH} characters.` });

/** A topic to make, or what one is called from now on. */
export const topicSchema = z.object({ name }, { error: "A topic has a name." });

const talkId = z
	.int({ error: "That is not a talk." })
	.positive({ error: "That is not a talk." })
	.max(2_147_483_647, { error: "That is not a talk." });

/** Talks that get a topic, which is made where there is none of that name, or lose it. */
export const topicTalksSchema = z.object(
	{
		/** A name or a slug; neither is longer than the other may be. */
		topic: name,
		talkIds: z
			.array(talkId, { error: "Talks come as a list." })
			.min(1, { error: "A topic is put on talks." })
			.max(MAX_TALKS, { error: `At most ${MAX_TALKS.toLocaleString("en")} talks get a topic at once.` }),
		on: z.boolean({ error: "A topic is put on or taken off." }),
	},
	{ error: "A topic is put on talks." },
);

/** The slug of a topic as it stands in an address. */
export const topicSlugSchema = z.string().regex(/^[a-z0-9-]{1,80}$/);
