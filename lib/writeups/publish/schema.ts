import { z } from "zod";
import { storableLine } from "@/lib/notes/storable";

/** Characters of the name under which a write-up is published. */
const MAX_NAME_LENGTH = 200;

const url = z
	.string({ error: "An address is a text." })
	.trim()
	.max(2_000, { error: "An address can have up to 2,000 characters." })
	.refine((value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value), {
		error: "An address begins with https:// or http://.",
	})
	.transform((value) => new URL(value).href);

/** What an author says of a publication. */
export const publicationSchema = z.object(
	{
		authorName: z
			.string({ error: "A name is a text." })
			.max(MAX_NAME_LENGTH, { error: `A name can have up to ${MAX_NAME_LENGTH} characters.` })
			.transform((value) => storableLine(value.replace(/\p{Cc}+/gu, " ")).trim()),
		isIndexed: z.boolean({ error: "Search engines may list it, or may not." }),
		canonicalUrl: url.nullable(),
	},
	{ error: "A publication has a name, and says whether search engines may list it." },
);

export type PublicationInput = Readonly<z.infer<typeof publicationSchema>>;
