import type { Db } from "@/lib/db/client";
import { accountWhere } from "../administrator";

export type AddEditorResult =
	| { readonly kind: "allowed"; readonly name: string }
	/** They might before. */
	| { readonly kind: "already"; readonly name: string }
	/** Nobody signed up with this address. */
	| { readonly kind: "unknown" };

/** Lets the account with this email address import and edit schedules. The caller has asked who is asking. */
export async function addEditor(db: Db, email: string): Promise<AddEditorResult> {
	const account = { email: email.trim().toLowerCase(), ...accountWhere };
	const { count } = await db.user.updateMany({ where: { ...account, role: "VISITOR" }, data: { role: "EDITOR" } });
	const user = await db.user.findFirst({ where: account, select: { name: true } });
	if (!user) return { kind: "unknown" };
	return { kind: count === 1 ? "allowed" : "already", name: user.name };
}

/** Takes that back. The administrator stays what they are. */
export async function removeEditor(db: Db, userId: string): Promise<void> {
	await db.user.updateMany({ where: { id: userId, role: "EDITOR" }, data: { role: "VISITOR" } });
}
