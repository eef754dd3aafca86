import type { Metadata } from "next";
import { notAnEditor } from "@/app/editor";
import { PlacesToEdit } from "@/components/editing/places-to-edit";
import { db } from "@/lib/db/db";
import { listPlacesToEdit } from "@/lib/schedule/edits/queries";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit tracks" };

export default async function EditTracksPage({ params }: PageProps<"/conferences/[conference]/edit/tracks">) {
	const conference = await conferenceToEdit(params);
	const refusal = await notAnEditor("Edit tracks");
	if (refusal) return refusal;
	const places = await listPlacesToEdit(db, conference.id, "track");
	return <PlacesToEdit conference={conference} kind="track" places={places} />;
}
