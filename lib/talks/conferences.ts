import type { Tx } from "@/lib/db/client";
import { conferenceSelect, namedSelect } from "./talk-rows";
import type { Conference, ConferenceDay, ConferenceSummary, Counted, Named, Speaker } from "./types";

/** All conferences, the latest first. */
export async function listConferences(db: Tx): Promise<ConferenceSummary[]> {
	const present = { withdrawnAt: null };
	const rows = await db.conference.findMany({
		select: { ...conferenceSelect, _count: { select: { talks: { where: present } } } },
		orderBy: [{ startDate: "desc" }, { slug: "asc" }],
	});
	const recorded = await db.talk.groupBy({
		by: ["conferenceId"],
		where: { ...present, links: { some: { kind: "RECORDING" } } },
		_count: true,
	});
	const recordings = new Map(recorded.map((group) => [group.conferenceId, group._count]));
	return rows.map(({ _count, ...conference }) => ({
		...conference,
		talkCount: _count.talks,
		recordingCount: recordings.get(conference.id) ?? 0,
	}));
}

export function findConference(db: Tx, slug: string): Promise<Conference | null> {
	return db.conference.findUnique({ where: { slug }, select: conferenceSelect });
}

/** The days that have talks, in order. */
export async function listDays(db: Tx, conferenceId: number): Promise<ConferenceDay[]> {
	const groups = await db.talk.groupBy({
		by: ["day"],
		where: { conferenceId, withdrawnAt: null },
		_count: true,
		orderBy: { day: "asc" },
	});
	return groups.map((group) => ({ date: group.day, talkCount: group._count }));
}

const withTalkCount = {
	...namedSelect.select,
	_count: { select: { talks: { where: { withdrawnAt: null } } } },
} as const;
type CountedRow = Named & { _count: { talks: number } };
const toCounted = ({ _count, ...item }: CountedRow): Counted => ({ ...item, talkCount: _count.talks });

/** The tracks, in the schedule's order. */
export async function listTracks(db: Tx, conferenceId: number): Promise<Counted[]> {
	const rows = await db.track.findMany({
		where: { conferenceId },
		select: withTalkCount,
		orderBy: [{ position: "asc" }, { slug: "asc" }],
	});
	return rows.map(toCounted);
}

/** The rooms, in the schedule's order. */
export async function listRooms(db: Tx, conferenceId: number): Promise<Counted[]> {
	const rows = await db.room.findMany({
		where: { conferenceId },
		select: withTalkCount,
		orderBy: [{ position: "asc" }, { slug: "asc" }],
	});
	return rows.map(toCounted);
}

/** Everybody who speaks, by name. */
export async function listSpeakers(db: Tx, conferenceId: number): Promise<Counted[]> {
	const rows = await db.speaker.findMany({
		where: { conferenceId, talks: { some: { talk: { withdrawnAt: null } } } },
		select: { ...namedSelect.select, _count: { select: { talks: { where: { talk: { withdrawnAt: null } } } } } },
	});
	const byName = new Intl.Collator("en");
	return rows.map(toCounted).sort((a, b) => byName.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
}

export function findTrack(db: Tx, conferenceId: number, slug: string): Promise<Named | null> {
	return db.track.findUnique({ where: { conferenceId_slug: { conferenceId, slug } }, ...namedSelect });
}

export function findRoom(db: Tx, conferenceId: number, slug: string): Promise<Named | null> {
	return db.room.findUnique({ where: { conferenceId_slug: { conferenceId, slug } }, ...namedSelect });
}

export function findSpeaker(db: Tx, conferenceId: number, slug: string): Promise<Speaker | null> {
	return db.speaker.findUnique({
		where: { conferenceId_slug: { conferenceId, slug } },
		select: { ...namedSelect.select, biography: true },
	});
}
