import { notFound } from "next/navigation";
import { db } from "@/lib/db/db";
import { findTalk } from "@/lib/talks/queries";
import type { Conference, Talk } from "@/lib/talks/types";
import { conferenceOr404, slugOr404 } from "../../conference";

type Params = Promise<{ conference: string; talk: string }>;

/** The talk that an address names, and its conference, or the page that says there is none. */
export async function talkOr404(params: Params): Promise<{ conference: Conference; talk: Talk }> {
	const conference = await conferenceOr404(params);
	const talk = await findTalk(db, conference.id, slugOr404((await params).talk));
	return { conference, talk: talk ?? notFound() };
}
