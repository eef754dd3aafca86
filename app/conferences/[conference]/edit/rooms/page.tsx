import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditTracksOrRooms } from "@/components/edits/edit-tracks-or-rooms";
import { db } from "@/lib/db/db";
import { listTracksOrRoomsToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit rooms" };

export default async function EditRoomsPage({ params }: PageProps<"/conferences/[conference]/edit/rooms">) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit rooms");
	if (notice) return notice;
	const rooms = await listTracksOrRoomsToEdit(db, conference.id, "room");
	return <EditTracksOrRooms conference={conference} kind="room" items={rooms} />;
}
