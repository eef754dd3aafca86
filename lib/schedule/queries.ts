import type { Db } from "@/lib/db/client";
import type { StoredPlace, StoredSchedule, StoredTalk } from "./stored";
import type { ScheduleLink } from "./types";

/** A conference as it is stored, and which state of it that is: its `revision` is raised by every import that writes. */
export type StoredState = { readonly id: number; readonly revision: number; readonly schedule: StoredSchedule };

/** Reads what an import compares; null where the conference is not there yet. */
export async function loadStored(db: Db, slug: string): Promise<StoredState | null> {
	const conference = await db.conference.findUnique({ where: { slug } });
	if (!conference) return null;
	const { id, revision, createdAt: _, updatedAt: __, ...described } = conference;
	const where = { conferenceId: id };
	const place = {
		where,
		select: { id: true, slug: true, name: true, position: true },
		orderBy: { position: "asc" },
	} as const;
	const tracks = await db.track.findMany(place);
	const rooms = await db.room.findMany(place);
	const speakers = await db.speaker.findMany({
		where,
		select: { id: true, key: true, slug: true, name: true, biographyDigest: true },
	});
	const talks = await db.talk.findMany({ where, omit: { abstract: true, description: true }, orderBy: { id: "asc" } });
	const ofTalks = { where: { talk: where }, orderBy: { position: "asc" } } as const;
	const links = await db.talkLink.findMany({
		...ofTalks,
		select: { talkId: true, kind: true, url: true, title: true },
	});
	const talkSpeakers = await db.talkSpeaker.findMany({ ...ofTalks, select: { talkId: true, speakerId: true } });

	const keys = new Map(speakers.map((speaker) => [speaker.id, speaker.key]));
	const linksOf = grouped(
		links,
		({ talkId }) => talkId,
		({ kind, url, title }): ScheduleLink => ({ kind, url, title }),
	);
	const speakersOf = grouped(
		talkSpeakers,
		({ talkId }) => talkId,
		({ speakerId }) => keys.get(speakerId) ?? "",
	);
	const trackSlugs = slugsOf(tracks);
	const roomSlugs = slugsOf(rooms);
	return {
		id,
		revision,
		schedule: {
			conference: described,
			tracks,
			rooms,
			speakers,
			talks: talks.map(
				({ trackId, roomId, withdrawnAt, conferenceId: _, createdAt: __, updatedAt: ___, ...talk }): StoredTalk => ({
					...talk,
					track: trackId === null ? null : (trackSlugs.get(trackId) ?? null),
					room: roomId === null ? null : (roomSlugs.get(roomId) ?? null),
					speakers: speakersOf.get(talk.id) ?? [],
					links: linksOf.get(talk.id) ?? [],
					isWithdrawn: withdrawnAt !== null,
				}),
			),
		},
	};
}

const slugsOf = (places: readonly StoredPlace[]) => new Map(places.map(({ id, slug }) => [id, slug]));

function grouped<Row, Key, Value>(rows: readonly Row[], keyOf: (row: Row) => Key, makeValue: (row: Row) => Value) {
	const groups = new Map<Key, Value[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(makeValue(row));
		else groups.set(keyOf(row), [makeValue(row)]);
	}
	return groups;
}
