import { notFound } from "next/navigation";
import { db } from "@/lib/db/db";
import { type ConferenceToEdit, findConferenceToEdit } from "@/lib/schedule/edits/queries";
import { slugOr404 } from "../conference";

/** The conference that an address names, as its forms need it, or the page that says there is none. */
export async function conferenceToEdit(params: Promise<{ conference: string }>): Promise<ConferenceToEdit> {
	return (await findConferenceToEdit(db, slugOr404((await params).conference))) ?? notFound();
}
