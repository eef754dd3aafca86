"use server";

import type { TriageCard as Drawn } from "@/components/watchlist/triage/use-cards";
import { db } from "@/lib/db/db";
import { findConference } from "@/lib/talks/conferences";
import { listTriageTalks } from "@/lib/watchlist/triage/queries";
import { triageCardsSchema } from "@/lib/watchlist/triage/schema";
import { toCard } from "./card";

/** The next talks of triage. They are the schedule's, the same for everyone; those that are not there are left out. */
export async function drawCards(input: unknown): Promise<readonly Drawn[]> {
	const { data } = triageCardsSchema.safeParse(input);
	const conference = data && (await findConference(db, data.conference));
	if (!conference) return [];
	const talks = await listTriageTalks(db, conference.id, data.talkIds);
	return talks.map((talk) => toCard(conference, talk));
}
