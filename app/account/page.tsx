import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignOutForm } from "@/components/accounts/sign-out-form";
import { PageHead } from "@/components/ui/page-head";
import { canEdit, isAdministrator } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (!visitor || visitor.isGuest) redirect("/account/sign-in");
	return (
		<>
			<PageHead title="Your account">
				<p className="mt-1 truncate text-ink-soft">
					Signed in as <bdi>{visitor.name}</bdi>
				</p>
			</PageHead>
			<div className="grid max-w-prose gap-4">
				<Part title="Your data" about="Everything of yours as one file, and back in again; or gone for good.">
					<a className="button" href={paths.accountData()}>
						Your data
					</a>
				</Part>
				{canEdit(visitor) && (
					<Part title="Editing" about="Bring in schedules and mend what they say.">
						<a className="button" href="/conferences/new">
							Add a conference
						</a>
						{isAdministrator(visitor) && (
							<a className="button" href="/account/editors">
								Who may edit
							</a>
						)}
					</Part>
				)}
				<Part title="This browser" about="Signing out leaves nothing of yours here.">
					<SignOutForm owner={{ id: visitor.id, isGuest: false }} />
				</Part>
			</div>
		</>
	);
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
	return (
		<section className="card grid gap-3 p-5" aria-label={title}>
			<div>
				<h2 className="text-lg font-semibold">{title}</h2>
				<p className="text-ink-soft">{about}</p>
			</div>
			<div className="flex flex-wrap gap-3">{children}</div>
		</section>
	);
}
