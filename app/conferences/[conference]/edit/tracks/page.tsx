import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditHead } from "@/components/edits/edit-head";
import { TrackOrRoomForms } from "@/components/edits/track-or-room-forms";
import { db } from "@/lib/db/db";
import { listTracksOrRoomsToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../../conference";

export const metadata: Metadata = { title: "Edit tracks" };

export default async function EditTracksPage({ params }: PageProps<"/conferences/[conference]/edit/tracks">) {
	const { id, slug, input } = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit tracks");
	if (notice) return notice;
	const tracks = await listTracksOrRoomsToEdit(db, id, "track");
	return (
		<>
			<EditHead conference={slug} title={input.title} current="tracks" />
			<TrackOrRoomForms conference={slug} kind="track" items={tracks} />
		</>
	);
}
