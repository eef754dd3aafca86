import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { TalkForm } from "@/components/edits/talk-form";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listTalkChoices } from "@/lib/schedule/edits/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Add a talk" };

export default async function NewTalkPage({ params }: PageProps<"/conferences/[conference]/edit/new-talk">) {
	const { id, slug, input } = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Add a talk");
	if (notice) return notice;
	const empty = {
		...{ title: "", subtitle: "", type: "", language: "", time: "", duration: "30", track: "", room: "", url: "" },
		...{ abstract: "", description: "", isCancelled: false, speakers: [], links: [] },
	};
	return (
		<>
			<PageHead
				title="Add a talk"
				crumbs={[
					{ name: input.title, href: paths.conference(slug) },
					{ name: "Edit talks", href: paths.editTalks(slug) },
				]}
			/>
			<TalkForm
				conference={slug}
				values={{ ...empty, day: input.startDate }}
				choices={await listTalkChoices(db, id)}
				days={{ first: input.startDate, last: input.endDate }}
			/>
		</>
	);
}
