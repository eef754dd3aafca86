import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AllowEditorForm } from "@/components/accounts/allow-editor-form";
import { PageHead } from "@/components/ui/page-head";
import { type Editor, listEditors } from "@/lib/accounts/editors/queries";
import { isAdministrator } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";
import { allowEditor, disallowEditor } from "@/lib/actions/editors";
import { db } from "@/lib/db/db";

export const metadata: Metadata = { title: "Who may edit" };

const crumbs = [{ name: "Your account", href: "/account" }];

export default async function EditorsPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (!visitor || visitor.isGuest) redirect("/account/sign-in");
	if (!isAdministrator(visitor)) {
		return (
			<PageHead title="Who may edit" crumbs={crumbs}>
				<p className="mt-1 text-ink-soft">Only the administrator says who may import and edit schedules.</p>
			</PageHead>
		);
	}
	return (
		<>
			<PageHead title="Who may edit" crumbs={crumbs}>
				<p className="mt-1 text-ink-soft">These people import conferences, and edit their schedules.</p>
			</PageHead>
			<EditorList editors={await listEditors(db)} disallow={disallowEditor} />
			<h2 className="mt-8 mb-3 text-xl font-bold">Add an editor</h2>
			<AllowEditorForm action={allowEditor} />
		</>
	);
}

type Props = { editors: readonly Editor[]; disallow: (form: FormData) => Promise<void> };

/** Who may edit, and the button that ends it. */
function EditorList({ editors, disallow }: Props) {
	return (
		<ul className="card max-w-xl divide-y divide-line">
			{editors.map(({ id, name, email, isAdministrator }) => (
				<li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
					<div className="min-w-0 wrap-anywhere">
						<p className="truncate font-semibold">
							<bdi>{name}</bdi>
						</p>
						<p className="text-sm text-ink-soft">{email}</p>
					</div>
					{isAdministrator ? (
						<p className="text-sm text-ink-soft">Administrator</p>
					) : (
						<form action={disallow}>
							<input type="hidden" name="id" value={id} />
							<button className="button" type="submit" aria-label={`Remove editor ${name}`}>
								Remove
							</button>
						</form>
					)}
				</li>
			))}
		</ul>
	);
}
