import type { Metadata } from "next";
import { notAnEditor } from "@/app/editor";
import { PlacesToEdit } from "@/components/editing/places-to-edit";
import { db } from "@/lib/db/db";
import { listPlacesToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit rooms" };

export default async function EditRoomsPage({ params }: PageProps<"/conferences/[conference]/edit/rooms">) {
	const conference = await conferenceToEdit(params);
	const refusal = await notAnEditor("Edit rooms");
	if (refusal) return refusal;
	const places = await listPlacesToEdit(db, conference.id, "room");
	return <PlacesToEdit conference={conference} kind="room" places={places} />;
}
