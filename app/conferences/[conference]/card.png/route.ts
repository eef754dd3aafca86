import { createConferenceCard } from "@/lib/cards/create-card";
import { respondWithCard } from "@/lib/cards/render";
import { db } from "@/lib/db/db";
import { listDays } from "@/lib/talks/conferences";
import { conferenceOr404 } from "../conference";

/** The image of a conference where its address is shared. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/card.png">) {
	const conference = await conferenceOr404(params);
	const days = await listDays(db, conference.id);
	return respondWithCard(
		createConferenceCard(
			conference,
			days.reduce((sum, { talkCount }) => sum + talkCount, 0),
		),
	);
}
