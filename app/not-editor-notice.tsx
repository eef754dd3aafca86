import { Lock } from "lucide";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { canEdit } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";

/** What stands in a page's place for whoever may not edit; null for those who may. `heading` where the page has no other. */
export async function getNotEditorNotice(heading?: string): Promise<ReactNode> {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (canEdit(visitor)) return null;
	return (
		<>
			{heading && <h1 className="sr-only">{heading}</h1>}
			<div className="pt-8">
				<EmptyState icon={Lock} title="Schedules are imported and edited by those whom the administrator allows.">
					{visitor !== null && !visitor.isGuest ? (
						<p>You are not among them. The administrator of this installation can change that.</p>
					) : (
						<a className="button" href="/account/sign-in">
							Sign in
						</a>
					)}
				</EmptyState>
			</div>
		</>
	);
}
