import type { Db } from "@/lib/db/client";
import { conferenceColumns, talkColumns } from "../talk-row";
import type { ScheduleLink } from "../types";
import type { PublishedSchedule, PublishedTalk } from "./types";

/** A conference's schedule to be written for other software; null where there is no such conference. */
export async function loadPublished(db: Db, slug: string): Promise<PublishedSchedule | null> {
	const found = await db.conference.findUnique({
		where: { slug },
		select: { ...conferenceColumns, id: true },
	});
	if (!found) return null;
	const { id, ...conference } = found;
	const where = { conferenceId: id };
	const trackOrRoomQuery = {
		where,
		select: { id: true, slug: true, name: true },
		orderBy: [{ position: "asc" as const }, { slug: "asc" as const }],
	};
	const tracks = await db.track.findMany(trackOrRoomQuery);
	const rooms = await db.room.findMany(trackOrRoomQuery);
	const present = { ...where, withdrawnAt: null };
	const talks = await db.talk.findMany({
		where: present,
		select: { ...publishedColumns, trackId: true, roomId: true },
	});
	// One query a table and no relations: those of more than 999 talks could not be fetched in order on SQLite.
	const ofTalks = { where: { talk: present }, orderBy: [{ talkId: "asc" as const }, { position: "asc" as const }] };
	const links = await db.talkLink.findMany({
		...ofTalks,
		select: { talkId: true, kind: true, url: true, title: true },
	});
	const talkSpeakers = await db.talkSpeaker.findMany({ ...ofTalks, select: { talkId: true, speakerId: true } });
	const speakers = await db.speaker.findMany({
		where,
		select: { id: true, key: true, slug: true, name: true, biography: true },
		orderBy: { id: "asc" },
	});

	const keys = new Map(speakers.map((speaker) => [speaker.id, speaker.key]));
	const speakersOf = groupRows(talkSpeakers, ({ speakerId }) => keys.get(speakerId) ?? "");
	const linksOf = groupRows(links, ({ kind, url, title }): ScheduleLink => ({ kind, url, title }));
	const trackSlugs = new Map(tracks.map((track) => [track.id, track.slug]));
	const roomSlugs = new Map(rooms.map((room) => [room.id, room.slug]));
	const roomPositions = new Map(rooms.map((room, position) => [room.slug, position]));
	const position = ({ room }: PublishedTalk) =>
		room === null ? rooms.length : (roomPositions.get(room) ?? rooms.length);
	const speakingIds = new Set(talkSpeakers.map(({ speakerId }) => speakerId));
	const toNamed = ({ slug: itsSlug, name }: { slug: string; name: string }) => ({ slug: itsSlug, name });
	return {
		conference,
		tracks: tracks.map(toNamed),
		rooms: rooms.map(toNamed),
		speakers: speakers.filter((speaker) => speakingIds.has(speaker.id)).map(({ id: _, ...speaker }) => speaker),
		talks: talks
			.map(({ id: talkId, trackId, roomId, ...talk }) => ({
				...talk,
				track: trackId === null ? null : (trackSlugs.get(trackId) ?? null),
				room: roomId === null ? null : (roomSlugs.get(roomId) ?? null),
				speakers: speakersOf.get(talkId) ?? [],
				links: linksOf.get(talkId) ?? [],
			}))
			.sort(
				(a, b) =>
					compare(a.day, b.day) ||
					position(a) - position(b) ||
					a.start.getTime() - b.start.getTime() ||
					compare(a.slug, b.slug),
			),
	};
}

const publishedColumns = {
	...talkColumns,
	id: true,
	key: true,
	guid: true,
	url: true,
	willBeRecorded: true,
	abstract: true,
	description: true,
	updatedAt: true,
} as const;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function groupRows<Row extends { readonly talkId: number }, Value>(
	rows: readonly Row[],
	makeValue: (row: Row) => Value,
) {
	const groups = new Map<number, Value[]>();
	for (const row of rows) {
		const group = groups.get(row.talkId);
		if (group) group.push(makeValue(row));
		else groups.set(row.talkId, [makeValue(row)]);
	}
	return groups;
}
