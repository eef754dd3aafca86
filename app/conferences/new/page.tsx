import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { FirstAdministrator } from "@/components/imports/first-administrator";
import { Importer } from "@/components/imports/importer";
import { PageHead } from "@/components/ui/page-head";
import { hasAdministrator } from "@/lib/accounts/editors/queries";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Add a conference" };

const crumbs = [{ name: "Conferences", href: "/" }];

export default async function NewConferencePage() {
	const notice = await getNotEditorNotice();
	if (notice) {
		return (
			<>
				<PageHead title="Add a conference" crumbs={crumbs} />
				{(await hasAdministrator(db)) ? notice : <FirstAdministrator />}
			</>
		);
	}
	return (
		<>
			<PageHead title="Add a conference" crumbs={crumbs}>
				<p className="mt-1 text-ink-soft">
					From its published schedule; again whenever that has moved, and no mark or note is lost. Without one,{" "}
					<a className="link" href={paths.newManualConference()}>
						add it by hand
					</a>
					.
				</p>
			</PageHead>
			<noscript>
				<p className="card mb-4 max-w-3xl p-4">
					This page needs JavaScript. <code>npm run import</code> does the same from a terminal.
				</p>
			</noscript>
			<Importer />
		</>
	);
}
