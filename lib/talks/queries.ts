import type { Prisma, Tx } from "@/lib/db/client";
import { type EditableTalkField, readScheduledTalk } from "@/lib/schedule/edits/scheduled-values";
import { endOf } from "@/lib/time/talk-times";
import { talkListSelect, talkOrder, toListItem } from "./talk-rows";
import type { Talk, TalkListItem } from "./types";

async function listWhere(db: Tx, where: Prisma.TalkWhereInput): Promise<TalkListItem[]> {
	const rows = await db.talk.findMany({
		where: { ...where, withdrawnAt: null },
		select: talkListSelect,
		orderBy: talkOrder,
	});
	return rows.map(toListItem);
}

/** The talks of a day of the conference, `YYYY-MM-DD`. */
export function listDayTalks(db: Tx, conferenceId: number, day: string): Promise<TalkListItem[]> {
	return listWhere(db, { conferenceId, day });
}

export function listTrackTalks(db: Tx, conferenceId: number, track: string): Promise<TalkListItem[]> {
	return listWhere(db, { conferenceId, track: { slug: track } });
}

export function listRoomTalks(db: Tx, conferenceId: number, room: string): Promise<TalkListItem[]> {
	return listWhere(db, { conferenceId, room: { slug: room } });
}

export function listSpeakerTalks(db: Tx, conferenceId: number, speaker: string): Promise<TalkListItem[]> {
	return listWhere(db, { conferenceId, speakers: { some: { speaker: { slug: speaker } } } });
}

/** A talk with all that its page shows; a withdrawn one too. */
export async function findTalk(db: Tx, conferenceId: number, slug: string): Promise<Talk | null> {
	const row = await db.talk.findUnique({
		where: { conferenceId_slug: { conferenceId, slug } },
		select: {
			...talkListSelect,
			abstract: true,
			description: true,
			url: true,
			isByHand: true,
			createdAt: true,
			scheduled: true,
			links: { select: { kind: true, url: true, title: true }, orderBy: { position: "asc" } },
		},
	});
	if (!row) return null;
	const { abstract, description, url, links, isByHand, withdrawnAt, createdAt } = row;
	const edited = Object.keys(readScheduledTalk(row.scheduled)) as EditableTalkField[];
	return { ...toListItem(row), abstract, description, url, links, isByHand, withdrawnAt, createdAt, edited };
}

/** Whether there is a talk to mark or to write about. */
export async function talkExists(db: Tx, id: number): Promise<boolean> {
	return (await db.talk.count({ where: { id } })) > 0;
}

/** Of these ids the ones that are talks. */
export async function findExistingTalks(db: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
	const rows = await db.talk.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
	return new Set(rows.map(({ id }) => id));
}

/** Whether there are talks of all these ids. */
export async function allTalksExist(db: Tx, ids: readonly number[]): Promise<boolean> {
	return (await findExistingTalks(db, ids)).size === new Set(ids).size;
}

/** The other talks of the conference that run while this one does, in order. */
export async function listTalksDuring(db: Tx, conferenceId: number, talk: TalkListItem): Promise<TalkListItem[]> {
	const end = endOf(talk);
	// A talk's end is not stored, so the day's earlier ones are fetched too and told apart here.
	const candidates = await listWhere(db, { conferenceId, day: talk.day, start: { lt: end }, id: { not: talk.id } });
	return candidates.filter((other) => endOf(other) > talk.start);
}

/** What else the speakers of a talk give at the conference, in order. */
export async function listTalksBySpeakersOf(db: Tx, conferenceId: number, talk: TalkListItem): Promise<TalkListItem[]> {
	if (talk.speakers.length === 0) return [];
	const slugs = talk.speakers.map(({ slug }) => slug);
	return listWhere(db, {
		conferenceId,
		id: { not: talk.id },
		speakers: { some: { speaker: { slug: { in: slugs } } } },
	});
}

/** The talk that follows in the same room on the same day. */
export async function findNextInRoom(db: Tx, conferenceId: number, talk: TalkListItem): Promise<TalkListItem | null> {
	if (!talk.room) return null;
	const row = await db.talk.findFirst({
		where: {
			conferenceId,
			withdrawnAt: null,
			day: talk.day,
			room: { slug: talk.room.slug },
			start: { gte: endOf(talk) },
			id: { not: talk.id },
		},
		select: talkListSelect,
		orderBy: talkOrder,
	});
	return row && toListItem(row);
}
