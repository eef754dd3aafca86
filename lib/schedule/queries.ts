import type { Db, Prisma } from "@/lib/db/client";
import {
	type EditableTalkField,
	readScheduledConference,
	readScheduledSpeaker,
	readScheduledTalk,
	readScheduledTrackOrRoom,
} from "./edits/scheduled-values";
import type { StoredSchedule, StoredTalk, StoredTrackOrRoom } from "./stored";
import { conferenceColumns } from "./talk-row";
import type { ScheduleLink } from "./types";

/** A conference as it is stored, and which state of it that is: its `revision` is raised by every import that writes. */
export type StoredState = { readonly id: number; readonly revision: number; readonly schedule: StoredSchedule };

const conferenceSelect = { ...conferenceColumns, id: true, revision: true, scheduled: true, source: true } as const;

/** Reads what an import compares; null where the conference is not there yet. */
export async function loadStored(db: Db, slug: string): Promise<StoredState | null> {
	const conference = await db.conference.findUnique({ where: { slug }, select: conferenceSelect });
	if (!conference) return null;
	const { id, revision, scheduled, ...described } = conference;
	const scheduledConference = readScheduledConference(scheduled);
	const where = { conferenceId: id };
	const trackOrRoom = {
		where,
		select: { id: true, slug: true, name: true, position: true, isByHand: true, scheduled: true },
		orderBy: { position: "asc" },
	} as const;
	const tracks = (await db.track.findMany(trackOrRoom)).map(toStoredTrackOrRoom);
	const rooms = (await db.room.findMany(trackOrRoom)).map(toStoredTrackOrRoom);
	const speakers = await db.speaker.findMany({
		where,
		select: { id: true, key: true, slug: true, name: true, biographyDigest: true, isByHand: true, scheduled: true },
	});
	const talks = await db.talk.findMany({ where, omit: { abstract: true, description: true }, orderBy: { id: "asc" } });
	const ofTalks = { where: { talk: where }, orderBy: { position: "asc" } } as const;
	const links = await db.talkLink.findMany({
		...ofTalks,
		select: { talkId: true, kind: true, url: true, title: true },
	});
	const talkSpeakers = await db.talkSpeaker.findMany({ ...ofTalks, select: { talkId: true, speakerId: true } });

	const keys = new Map(speakers.map((speaker) => [speaker.id, speaker.key]));
	const lookups: TalkLookups = {
		trackSlugs: slugsOf(tracks),
		roomSlugs: slugsOf(rooms),
		linksOf: groupRows(
			links,
			({ talkId }) => talkId,
			({ kind, url, title }): ScheduleLink => ({ kind, url, title }),
		),
		speakersOf: groupRows(
			talkSpeakers,
			({ talkId }) => talkId,
			({ speakerId }) => keys.get(speakerId) ?? "",
		),
	};
	return {
		id,
		revision,
		schedule: {
			conference: { ...described, ...scheduledConference, edited: Object.keys(scheduledConference) },
			tracks,
			rooms,
			speakers: speakers.map(({ scheduled, ...speaker }) => {
				const { biography, ...plain } = readScheduledSpeaker(scheduled);
				const edited = Object.keys(readScheduledSpeaker(scheduled));
				return { ...speaker, ...plain, ...(biography && { biographyDigest: biography.digest }), edited };
			}),
			talks: talks.map((talk) => toStoredTalk(talk, lookups)),
		},
	};
}

function toStoredTrackOrRoom({
	scheduled,
	...trackOrRoom
}: Omit<StoredTrackOrRoom, "edited"> & { scheduled: unknown }): StoredTrackOrRoom {
	const before = readScheduledTrackOrRoom(scheduled);
	return { ...trackOrRoom, ...before, edited: Object.keys(before) };
}

type TalkLookups = {
	readonly trackSlugs: ReadonlyMap<number, string>;
	readonly roomSlugs: ReadonlyMap<number, string>;
	readonly linksOf: ReadonlyMap<number, ScheduleLink[]>;
	readonly speakersOf: ReadonlyMap<number, string[]>;
};

type TalkRow = Prisma.TalkGetPayload<{ omit: { abstract: true; description: true } }>;

function toStoredTalk(row: TalkRow, { trackSlugs, roomSlugs, linksOf, speakersOf }: TalkLookups): StoredTalk {
	const { id, key, guid, slug, title, subtitle, type, language, day, start, duration, url, isCancelled } = row;
	const { willBeRecorded, abstractDigest, descriptionDigest, isByHand } = row;
	const displayed = {
		track: row.trackId === null ? null : (trackSlugs.get(row.trackId) ?? null),
		room: row.roomId === null ? null : (roomSlugs.get(row.roomId) ?? null),
		speakers: speakersOf.get(id) ?? [],
	};
	const scheduledFields = { title, subtitle, type, language, day, start, duration, url, isCancelled, willBeRecorded };
	const stored = { id, key, guid, slug, ...scheduledFields, abstractDigest, descriptionDigest, ...displayed };
	const rest = { links: linksOf.get(id) ?? [], isWithdrawn: row.withdrawnAt !== null, isByHand };
	if (row.scheduled === null) return { ...stored, ...rest, edited: [], displayed: null };
	const { start: scheduledStart, abstract, description, ...plain } = readScheduledTalk(row.scheduled);
	return {
		...stored,
		...rest,
		...plain,
		...(scheduledStart !== undefined && { start: new Date(scheduledStart) }),
		...(abstract && { abstractDigest: abstract.digest }),
		...(description && { descriptionDigest: description.digest }),
		edited: Object.keys(readScheduledTalk(row.scheduled)) as EditableTalkField[],
		displayed,
	};
}

const slugsOf = (items: readonly StoredTrackOrRoom[]) => new Map(items.map(({ id, slug }) => [id, slug]));

function groupRows<Row, Key, Value>(rows: readonly Row[], keyOf: (row: Row) => Key, makeValue: (row: Row) => Value) {
	const groups = new Map<Key, Value[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(makeValue(row));
		else groups.set(keyOf(row), [makeValue(row)]);
	}
	return groups;
}
