import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditTracksOrRooms } from "@/components/edits/edit-tracks-or-rooms";
import { db } from "@/lib/db/db";
import { listTracksOrRoomsToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit tracks" };

export default async function EditTracksPage({ params }: PageProps<"/conferences/[conference]/edit/tracks">) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit tracks");
	if (notice) return notice;
	const tracks = await listTracksOrRoomsToEdit(db, conference.id, "track");
	return <EditTracksOrRooms conference={conference} kind="track" items={tracks} />;
}
