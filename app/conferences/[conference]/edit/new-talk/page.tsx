import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm } from "@/components/edits/edit-form";
import { talkFields } from "@/components/edits/fields";
import { PageHead } from "@/components/ui/page-head";
import { saveTalk } from "@/lib/actions/edit-schedule";
import { db } from "@/lib/db/db";
import { listTalkChoices } from "@/lib/schedule/edits/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit } from "../../conference";

export const metadata: Metadata = { title: "Add a talk" };

export default async function NewTalkPage({ params }: PageProps<"/conferences/[conference]/edit/new-talk">) {
	const { id, slug, input } = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Add a talk");
	if (notice) return notice;
	return (
		<>
			<PageHead
				title="Add a talk"
				crumbs={[
					{ name: input.title, href: paths.conference(slug) },
					{ name: "Edit talks", href: paths.editTalks(slug) },
				]}
			/>
			<EditForm
				action={saveTalk}
				fields={talkFields(await listTalkChoices(db, id), { min: input.startDate, max: input.endDate })}
				conference={slug}
				item=""
				values={{ day: input.startDate, duration: "30", speakers: [], links: [] }}
				button="Add talk"
				className="sm:grid-cols-6"
			/>
		</>
	);
}
