import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditHead } from "@/components/edits/edit-head";
import { TrackOrRoomForms } from "@/components/edits/track-or-room-forms";
import { db } from "@/lib/db/db";
import { listTracksOrRoomsToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../../conference";

export const metadata: Metadata = { title: "Edit rooms" };

export default async function EditRoomsPage({ params }: PageProps<"/conferences/[conference]/edit/rooms">) {
	const { id, slug, input } = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit rooms");
	if (notice) return notice;
	const rooms = await listTracksOrRoomsToEdit(db, id, "room");
	return (
		<>
			<EditHead conference={slug} title={input.title} current="rooms" />
			<TrackOrRoomForms conference={slug} kind="room" items={rooms} />
		</>
	);
}
