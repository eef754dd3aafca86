"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import type { EditorFormState } from "@/components/account/types";
import { allowEditor, disallowEditor } from "@/lib/accounts/editors/mutations";
import { isAdministrator } from "@/lib/accounts/may-edit";
import { editorSchema } from "@/lib/accounts/schema";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";

const REFUSED = "Only the administrator says who may edit.";

/** Lets somebody who signed up import and edit, by their email address. */
export async function allow(_before: EditorFormState, form: FormData): Promise<EditorFormState> {
	const email = String(form.get("email") ?? "");
	if (!isAdministrator(await currentVisitor(await headers()))) return { problem: REFUSED, email };
	const parsed = editorSchema.safeParse({ email });
	if (!parsed.success) return { problem: z.flattenError(parsed.error).fieldErrors.email?.[0], email };
	const allowed = await allowEditor(db, parsed.data.email);
	if (allowed.kind === "unknown") {
		return { problem: "Nobody signed up with this address: they sign up first, then you allow them.", email };
	}
	revalidatePath("/account/editors");
	return { done: allowed.kind === "allowed" ? `${allowed.name} may edit now.` : `${allowed.name} may edit already.` };
}

/** Takes that back. */
export async function disallow(form: FormData): Promise<void> {
	if (!isAdministrator(await currentVisitor(await headers()))) return;
	const id = form.get("id");
	if (typeof id === "string") await disallowEditor(db, id.replaceAll("\0", ""));
	revalidatePath("/account/editors");
}
