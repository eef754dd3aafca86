import { z } from "zod";
import { nameSchema } from "./name";

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
