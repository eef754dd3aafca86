import { notFound } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/db";
import { type ConferenceToEdit, findConferenceToEdit } from "@/lib/schedule/edits/queries";
import { findConference, listDays } from "@/lib/talks/conferences";
import { findTalk } from "@/lib/talks/queries";
import type { Conference, Talk } from "@/lib/talks/types";

const find = cache((slug: string) => findConference(db, slug));

/** The conference that an address names, or the page that says there is none. */
export async function conferenceOr404(params: Promise<{ conference: string }>): Promise<Conference> {
	return (await find(slugOr404((await params).conference))) ?? notFound();
}

/** A part of an address that may be a slug. Not one with a NUL, which PostgreSQL refuses even to look for. */
export function slugOr404(part: string): string {
	return part.includes("\0") ? notFound() : part;
}

/** The day that an address names, and the others of its conference; there is no such page where it has no talks. */
export async function dayOr404(params: Promise<{ conference: string; day: string }>) {
	const conference = await conferenceOr404(params);
	const days = await listDays(db, conference.id);
	const { day } = await params;
	if (!days.some(({ date }) => date === day)) notFound();
	return { conference, days, day };
}

/** The talk that an address names, and its conference, or the page that says there is none. */
export async function talkOr404(
	params: Promise<{ conference: string; talk: string }>,
): Promise<{ conference: Conference; talk: Talk }> {
	const conference = await conferenceOr404(params);
	const talk = await findTalk(db, conference.id, slugOr404((await params).talk));
	return { conference, talk: talk ?? notFound() };
}

/** The conference that an address names, as its forms need it, or the page that says there is none. */
export async function conferenceToEdit(params: Promise<{ conference: string }>): Promise<ConferenceToEdit> {
	return (await findConferenceToEdit(db, slugOr404((await params).conference))) ?? notFound();
}
