import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/editor";
import { EditTracksOrRooms } from "@/components/editing/places-to-edit";
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
