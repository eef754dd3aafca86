import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NotAnEditor } from "@/components/editing/not-an-editor";
import { mayEdit } from "@/lib/accounts/may-edit";
import { currentVisitor } from "@/lib/accounts/session";

/** What stands in a page's place for whoever may not edit; null for those who may. */
export async function notAnEditor(): Promise<ReactNode> {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	return mayEdit(visitor) ? null : <NotAnEditor isSignedIn={visitor !== null && !visitor.isGuest} />;
}
