import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NotAnEditor } from "@/components/edits/not-an-editor";
import { canEdit } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";

/** What stands in a page's place for whoever may not edit; null for those who may. `heading` where the page has no other. */
export async function getNotEditorNotice(heading?: string): Promise<ReactNode> {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (canEdit(visitor)) return null;
	return (
		<>
			{heading && <h1 className="sr-only">{heading}</h1>}
			<NotAnEditor isSignedIn={visitor !== null && !visitor.isGuest} />
		</>
	);
}
