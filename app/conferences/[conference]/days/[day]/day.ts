import { notFound } from "next/navigation";
import { db } from "@/lib/db/db";
import { listDays } from "@/lib/talks/conferences";
import { conferenceOr404 } from "../../conference";

type Params = Promise<{ readonly conference: string; readonly day: string }>;

/** The day that an address names, and the others of its conference; there is no such page where it has no talks. */
export async function dayOr404(params: Params) {
	const conference = await conferenceOr404(params);
	const days = await listDays(db, conference.id);
	const { day } = await params;
	if (!days.some(({ date }) => date === day)) notFound();
	return { conference, days, day };
}
