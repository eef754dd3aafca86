import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { SignOutForm } from "@/components/visitor/sign-out-form";
import { isAdministrator, mayEdit } from "@/lib/accounts/may-edit";
import { currentVisitor } from "@/lib/accounts/session";
import * as paths from "@/lib/talks/paths";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (!visitor || visitor.isGuest) redirect("/account/sign-in");
	return (
		<>
			<PageHead title="Your account">
				<p className="mt-1 text-ink-soft">Signed in as {visitor.name}.</p>
			</PageHead>
			{mayEdit(visitor) && (
				<nav aria-label="Editing" className="mb-6 flex flex-wrap gap-3">
					<a className="button" href="/conferences/new">
						Add a conference
					</a>
					{isAdministrator(visitor) && (
						<a className="button" href="/account/editors">
							Who may edit
						</a>
					)}
				</nav>
			)}
			<div className="flex flex-wrap gap-3">
				<a className="button" href={paths.ownData()}>
					Your data
				</a>
				<SignOutForm />
			</div>
		</>
	);
}
