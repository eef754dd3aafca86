import type { Tx } from "@/lib/db/client";
import { readRevisions } from "@/lib/schedule/changes/recorded-changes";
import { readFieldChanges } from "@/lib/schedule/changes/schema";
import type { CalendarFeed, CalendarTalk } from "./types";

/** A visitor's private address; null where it is switched off. */
export function findCalendarFeed(db: Tx, userId: string): Promise<CalendarFeed | null> {
	return db.calendarFeed.findUnique({ where: { userId }, select: { token: true } });
}

/** Whose private address that is; null where it is nobody's. */
export async function findFeedOwner(db: Tx, token: string): Promise<string | null> {
	const feed = await db.calendarFeed.findUnique({ where: { token }, select: { userId: true } });
	return feed?.userId ?? null;
}

/** The marked talks of a visitor, of one conference (by slug) or of all, in no order. */
export async function listCalendarTalks(
	db: Tx,
	{ userId, conference }: { userId: string; conference?: string },
): Promise<CalendarTalk[]> {
	const rows = await db.mark.findMany({
		where: { userId, ...(conference !== undefined && { talk: { conference: { slug: conference } } }) },
		select: {
			status: true,
			updatedAt: true,
			talk: {
				select: {
					...calendarTalkSelect,
					conference: { select: { slug: true, title: true, timeZone: true, venue: true, city: true } },
					track: { select: { name: true } },
					room: { select: { name: true } },
					// In order below: with an order of their own, the rows of more than 999 talks could not be fetched in parts.
					speakers: { select: { position: true, speaker: { select: { name: true } } } },
					links: { where: { kind: "RECORDING" }, select: { position: true, url: true, title: true } },
					topics: { where: { topic: { userId } }, select: { topic: { select: { slug: true, name: true } } } },
					changes: { select: { kind: true, fields: true } },
				},
			},
		},
	});
	return rows.map(({ status, updatedAt: markedAt, talk }) => {
		const { conference, track, room, speakers, links, topics, changes, updatedAt, withdrawnAt, ...columns } = talk;
		return {
			...columns,
			conference,
			isWithdrawn: withdrawnAt !== null,
			changedAt: markedAt > updatedAt ? markedAt : updatedAt,
			revisions: changes.reduce((sum, { kind, fields }) => {
				return sum + readRevisions({ kind, fields }, { kind, fields: readFieldChanges(fields) });
			}, 0),
			track: track?.name ?? "",
			room: room?.name ?? "",
			speakers: speakers.toSorted(byPosition).map(({ speaker }) => speaker.name),
			topics: topics
				.map(({ topic }) => topic)
				.sort((a, b) => (a.slug < b.slug ? -1 : 1))
				.map(({ name }) => name),
			recordings: links.toSorted(byPosition).map(({ url, title }) => ({ url, title })),
			status,
		};
	});
}

const calendarTalkSelect = {
	id: true,
	key: true,
	guid: true,
	slug: true,
	title: true,
	subtitle: true,
	start: true,
	duration: true,
	isCancelled: true,
	withdrawnAt: true,
	abstract: true,
	description: true,
	url: true,
	updatedAt: true,
} as const;

const byPosition = (a: { readonly position: number }, b: { readonly position: number }) => a.position - b.position;
