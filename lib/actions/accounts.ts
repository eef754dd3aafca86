"use server";

import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { auth } from "@/lib/accounts/auth";
import { signInSchema, signUpSchema } from "@/lib/accounts/schema";
import { currentVisitor } from "@/lib/accounts/session";

/** What a form shows after it was sent and something was wrong. */
export type FormState = {
	/** About the form as a whole. */
	readonly message?: string;
	readonly errors?: Readonly<Record<string, readonly string[] | undefined>>;
	/** What was typed, passwords aside, so that it need not be typed again. */
	readonly values?: Readonly<Record<string, string>>;
};

/** Makes an account of what a guest has, or a new one. */
export async function signUp(_before: FormState, form: FormData): Promise<FormState> {
	return authenticate("/sign-up/email", signUpSchema, form);
}

/** Signs in; what a guest did on this device comes along. */
export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
	return authenticate("/sign-in/email", signInSchema, form);
}

async function authenticate(path: string, schema: z.ZodObject, form: FormData): Promise<FormState> {
	const values = { name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") };
	const parsed = schema.safeParse(Object.fromEntries(form));
	if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors, values };
	const response = await callAuth(path, parsed.data);
	if (!response.ok) return { message: await formatAuthError(response), values };
	await forwardCookies(response);
	redirect("/watchlist");
}

/** Goes through better-auth's own front door rather than its functions: only there are attempts counted and limited. */
async function callAuth(path: string, body: unknown): Promise<Response> {
	const incoming = await headers();
	const host = incoming.get("host") ?? "localhost";
	const forwarded = new Headers({ "Content-Type": "application/json", Origin: `http://${host}`, Host: host });
	// The cookie of a session that is gone would have better-auth delete it, and with it the new session's.
	const isKnown = (await currentVisitor(incoming)) !== null;
	for (const name of [...(isKnown ? ["cookie"] : []), "x-forwarded-for", "user-agent"]) {
		const value = incoming.get(name);
		if (value) forwarded.set(name, value);
	}
	const url = new URL(`/api/auth${path}`, `http://${host}`);
	return auth.handler(new Request(url, { method: "POST", headers: forwarded, body: JSON.stringify(body) }));
}

/** Gives the browser the new session's cookies: they stand in an answer that it never sees. */
async function forwardCookies(response: Response): Promise<void> {
	const store = await cookies();
	for (const header of response.headers.getSetCookie()) {
		for (const [name, cookie] of parseSetCookieHeader(header)) store.set(name, cookie.value, toCookieOptions(cookie));
	}
}

async function formatAuthError(response: Response): Promise<string> {
	if (response.status === 429) return "Too many attempts. Wait a few minutes, then try again.";
	const { code }: { code?: string } = await response.json().catch(() => ({}));
	switch (code) {
		case "USER_ALREADY_EXISTS":
		case "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL":
			return "There is an account with this email address already. Sign in instead.";
		case "INVALID_EMAIL_OR_PASSWORD":
			return "The email address or the password is not right.";
		default:
			return "That did not work. Try again in a moment.";
	}
}
