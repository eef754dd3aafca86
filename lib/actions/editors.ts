"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { addEditor, removeEditor } from "@/lib/accounts/editors/mutations";
import { isAdministrator } from "@/lib/accounts/permissions";
import { editorSchema } from "@/lib/accounts/schema";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";

/** What the form that allows an editor shows after it was sent. */
export type EditorFormState = {
	readonly done?: string;
	readonly problem?: string;
	/** What was typed, where it has to be typed better. */
	readonly email?: string;
};

const NOT_ALLOWED = "Only the administrator says who may edit.";

/** Lets somebody who signed up import and edit, by their email address. */
export async function allowEditor(_before: EditorFormState, form: FormData): Promise<EditorFormState> {
	const email = String(form.get("email") ?? "");
	if (!isAdministrator(await currentVisitor(await headers()))) return { problem: NOT_ALLOWED, email };
	const parsed = editorSchema.safeParse({ email });
	if (!parsed.success) return { problem: z.flattenError(parsed.error).fieldErrors.email?.[0], email };
	const result = await addEditor(db, parsed.data.email);
	if (result.kind === "unknown") {
		return { problem: "Nobody signed up with this address: they sign up first, then you allow them.", email };
	}
	revalidatePath("/account/editors");
	return { done: result.kind === "allowed" ? `${result.name} may edit now.` : `${result.name} may edit already.` };
}

/** Takes that back. */
export async function disallowEditor(form: FormData): Promise<void> {
	if (!isAdministrator(await currentVisitor(await headers()))) return;
	const id = form.get("id");
	if (typeof id === "string") await removeEditor(db, id.replaceAll("\0", ""));
	revalidatePath("/account/editors");
}
