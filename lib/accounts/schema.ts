import { z } from "zod";

const email = z
	.string()
	.trim()
	.pipe(z.email({ error: "Give an email address, such as ada@example.org." }));

const password = z
	.string()
	.min(8, { error: "Use at least 8 characters." })
	.max(128, { error: "Use at most 128 characters." });

export const signUpSchema = z.object({
	name: z.string().trim().min(1, { error: "Give a name." }).max(100, { error: "Use at most 100 characters." }),
	email,
	password,
});

export const signInSchema = z.object({
	email,
	password: z.string().min(1, { error: "Give your password." }).max(128, { error: "Use at most 128 characters." }),
});

export const editorSchema = z.object({ email });
