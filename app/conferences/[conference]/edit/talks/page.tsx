import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditHead } from "@/components/edits/edit-head";
import { TalksToEdit } from "@/components/edits/talks-to-edit";
import { db } from "@/lib/db/db";
import { findTalksToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit talks" };

type Props = PageProps<"/conferences/[conference]/edit/talks">;

export default async function EditTalksPage({ params, searchParams }: Props) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit talks");
	if (notice) return notice;
	const { q } = await searchParams;
	const query = (typeof q === "string" ? q : "").slice(0, 200);
	const talks = await findTalksToEdit(db, conference.id, query);
	return (
		<>
			<EditHead conference={conference.slug} title={conference.input.title} current="talks" />
			<TalksToEdit conference={conference} query={query} talks={talks} />
		</>
	);
}
