import { z } from "zod";

/** Characters of a name, as a reader of it counts them or nearly so. */
const MAX_NAME = 80;

// What breaks the line, or turns the text around it the other way: control characters, the separators of lines and
// paragraphs, and what overrides or isolates a direction. Marks of direction stay: names in Hebrew or Arabic may have them.
const DISRUPTIVE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Something that is seen: fillers, spaces and accents alone are no name. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What an account is called: 1 to 80 characters that can be read on one line, in Unicode's composed form, trimmed. */
export const nameSchema = z
	.string({ error: "Give a name." })
	.transform((name) => name.normalize("NFC").trim())
	.pipe(
		z
			.string()
			.refine((name) => [...name].length <= MAX_NAME, { error: `Use at most ${MAX_NAME} characters.` })
			.refine((name) => !DISRUPTIVE.test(name), { error: "Use characters that can be read, on one line." })
			.refine((name) => VISIBLE.test(name), { error: "Give a name." }),
	);

const email = z
	.string()
	.trim()
	.pipe(z.email({ error: "Give an email address, such as ada@example.org." }));

const password = z
	.string()
	.min(8, { error: "Use at least 8 characters." })
	.max(128, { error: "Use at most 128 characters." });

export const signUpSchema = z.object({
	name: nameSchema,
	email,
	password,
});

export const signInSchema = z.object({
	email,
	password: z.string().min(1, { error: "Give your password." }).max(128, { error: "Use at most 128 characters." }),
});

export const editorSchema = z.object({ email });
