import type { Tx } from "@/lib/db/client";
import type { RowInserter } from "@/lib/db/insert-rows";
import type { ConvertedTexts } from "./convert";
import type { ScheduleChanges, TrackOrRoomChanges } from "./diff";
import { digestText } from "./digest";
import type { StoredSchedule, StoredTrackOrRoom } from "./stored";
import {
	type AllIds,
	type Ids,
	isRecorded,
	lookUpId,
	recordedAt,
	toScheduledTalk,
	toScheduledText,
	toTalkRow,
	toTextRow,
	toUpdatedTalkRow,
} from "./talk-row";
import type { ScheduleTalk } from "./types";

export type WriteContext = {
	readonly conferenceId: number;
	/** What the changes were worked out from. */
	readonly before: StoredSchedule;
	readonly changes: ScheduleChanges;
	readonly texts: ConvertedTexts;
	readonly inserter: RowInserter;
	readonly now: Date;
	readonly onWritten: (done: number, total: number) => void;
};

const BATCH_SIZE = 100;

/**
 * Writes a schedule's changes, in an order in which no key or slug is ever given twice: what goes makes room, what
 * changes its slug waits under one that no schedule can give, and only then comes what is new. Of fields that were
 * changed by hand what the schedule says is kept beside them. Returns the ids of the talks that are new, by key.
 */
export async function writeChanges(tx: Tx, context: WriteContext): Promise<Ids<string>> {
	const { conferenceId, before, changes } = context;
	await tx.speaker.deleteMany({ where: { id: { in: changes.speakers.removed.map(({ id }) => id) } } });
	await parkSlugs(tx, changes);
	const trackIds = await writeTracksOrRooms(tx.track, conferenceId, before.tracks, changes.tracks);
	const roomIds = await writeTracksOrRooms(tx.room, conferenceId, before.rooms, changes.rooms);
	const speakerIds = await writeSpeakers(tx, context);
	const addedIds = await writeTalks(tx, context, { trackIds, roomIds, speakerIds });
	await tx.track.deleteMany({ where: { id: { in: changes.tracks.removed.map(({ id }) => id) } } });
	await tx.room.deleteMany({ where: { id: { in: changes.rooms.removed.map(({ id }) => id) } } });
	return addedIds;
}

// No schedule's slug has a tilde (slug.ts).
async function parkSlugs(tx: Tx, { talks, speakers }: ScheduleChanges): Promise<void> {
	for (const { stored, fields } of speakers.changed) {
		if (fields.has("slug")) await tx.speaker.updateMany({ where: { id: stored.id }, data: { slug: `~${stored.id}` } });
	}
	for (const { stored, slug } of speakers.displaced) {
		await tx.speaker.updateMany({ where: { id: stored.id }, data: { slug } });
	}
	for (const { stored, fields } of [...talks.changed, ...talks.returned]) {
		if (fields.has("slug")) await tx.talk.updateMany({ where: { id: stored.id }, data: { slug: `~${stored.id}` } });
	}
	for (const { stored, slug } of talks.displaced) {
		await tx.talk.updateMany({ where: { id: stored.id }, data: { slug } });
	}
}

async function writeTracksOrRooms(
	table: Tx["track"] | Tx["room"],
	conferenceId: number,
	before: readonly StoredTrackOrRoom[],
	{ added, changed }: TrackOrRoomChanges,
): Promise<Ids<string>> {
	// Both tables have the same columns; Prisma's types of them cannot be called as one.
	const rows = table as Tx["room"];
	for (const { id, name, position, edited } of changed) {
		const data = edited.includes("name") ? { position, scheduled: { name } } : { name, position };
		await rows.updateMany({ where: { id }, data });
	}
	const created = await rows.createManyAndReturn({
		data: added.map((item) => ({ ...item, conferenceId })),
		select: { id: true, slug: true },
	});
	return new Map([...before, ...created].map(({ slug, id }) => [slug, id]));
}

async function writeSpeakers(
	tx: Tx,
	{ conferenceId, before, changes, texts, inserter }: WriteContext,
): Promise<Ids<string>> {
	const { added, changed } = changes.speakers;
	const editedChanges = findEditedChanges(changed);
	for (const { stored, incoming, fields } of changed) {
		const { slug, name, biography } = incoming;
		const isEdited = (field: string) => stored.edited.includes(field);
		const text = { biography: texts.of(biography), biographyDigest: digestText(biography) };
		const data = {
			slug,
			...(!isEdited("name") && { name }),
			...(fields.has("biography") && !isEdited("biography") && text),
		};
		await tx.speaker.updateMany({ where: { id: stored.id }, data });
	}
	await writeScheduledValues(tx.speaker, editedChanges, ({ incoming, fields }) => ({
		...(fields.has("name") && { name: incoming.name }),
		...(fields.has("biography") && {
			biography: toScheduledText(incoming.biography, texts),
		}),
	}));
	const rows = added.map(({ biography, ...speaker }) => {
		return { ...speaker, conferenceId, biography: texts.of(biography), biographyDigest: digestText(biography) };
	});
	const known = before.speakers.map(({ key, id }) => [key, id] as const);
	return new Map([...known, ...(await inserter.insertKeyed(tx, "Speaker", rows))]);
}

async function writeTalks(tx: Tx, context: WriteContext, ids: AllIds): Promise<Ids<string>> {
	const { conferenceId, changes, texts, now, onWritten, inserter } = context;
	const { added, changed, returned, withdrawn } = changes.talks;
	const updatedTalks = [...changed, ...returned];
	const total = added.length + updatedTalks.length + withdrawn.length;
	let done = 0;
	const reportWritten = (count: number) => {
		done += count;
		onWritten(done, total);
	};

	for (const part of chunk(withdrawn)) {
		await tx.talk.updateMany({ where: { id: { in: part.map(({ id }) => id) } }, data: { withdrawnAt: now } });
		reportWritten(part.length);
	}
	for (const part of chunk(updatedTalks)) {
		// Written even where only links or speakers changed, for its `updatedAt`.
		for (const change of part) {
			const data = { ...toUpdatedTalkRow(change, ids, texts), ...recordedAt(change, now), withdrawnAt: null };
			await tx.talk.updateMany({ where: { id: change.stored.id }, data });
		}
		const changing = (field: "links" | "speakers") =>
			part
				.filter(({ stored, fields }) => fields.has(field) && !stored.edited.includes(field))
				.map(({ stored, incoming }) => ({ id: stored.id, talk: incoming }));
		const relinked = changing("links");
		await tx.talkLink.deleteMany({ where: { talkId: { in: relinked.map(({ id }) => id) } } });
		await inserter.insert(tx, "TalkLink", toLinkRows(relinked));
		const regrouped = changing("speakers");
		await tx.talkSpeaker.deleteMany({ where: { talkId: { in: regrouped.map(({ id }) => id) } } });
		await inserter.insert(tx, "TalkSpeaker", toTalkSpeakerRows(regrouped, ids));
		reportWritten(part.length);
	}
	await writeScheduledValues(tx.talk, findEditedChanges(updatedTalks), ({ incoming, fields }) =>
		toScheduledTalk(incoming, fields, texts),
	);

	const addedIds = new Map<string, number>();
	for (const part of chunk(added)) {
		const rows = part.map((talk) => ({
			...toTalkRow(talk, ids),
			...toTextRow(talk, texts),
			conferenceId,
			key: talk.key,
			recordedAt: isRecorded(talk) ? now : null,
			createdAt: now,
			updatedAt: now,
		}));
		const created = await inserter.insertKeyed(tx, "Talk", rows);
		const withIds = part.map((talk) => ({ id: lookUpId(created, talk.key) as number, talk }));
		await inserter.insert(tx, "TalkLink", toLinkRows(withIds));
		await inserter.insert(tx, "TalkSpeaker", toTalkSpeakerRows(withIds, ids));
		for (const [key, id] of created) addedIds.set(key, id);
		reportWritten(part.length);
	}
	return addedIds;
}

type TalkWithId = { readonly id: number; readonly talk: ScheduleTalk };

function toLinkRows(talks: readonly TalkWithId[]) {
	return talks.flatMap(({ id, talk }) => talk.links.map((link, position) => ({ ...link, talkId: id, position })));
}

function toTalkSpeakerRows(talks: readonly TalkWithId[], { speakerIds }: AllIds) {
	return talks.flatMap(({ id, talk }) =>
		talk.speakers.map((key, position) => ({ talkId: id, speakerId: lookUpId(speakerIds, key) as number, position })),
	);
}

function chunk<Row>(rows: readonly Row[]): Row[][] {
	const count = Math.ceil(rows.length / BATCH_SIZE);
	return Array.from({ length: count }, (_, index) => rows.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE));
}

type Change = {
	readonly stored: { readonly id: number; readonly edited: readonly string[] };
	readonly fields: ReadonlySet<string>;
};

/** The changes of rows that were edited by hand in a field that the schedule changes now. */
function findEditedChanges<Of extends Change>(changes: readonly Of[]): Of[] {
	return changes.filter(({ stored, fields }) => stored.edited.some((field) => fields.has(field)));
}

/** Keeps what the schedule says of edited fields beside them, in the column `scheduled`. */
async function writeScheduledValues<Of extends Change>(
	table: Tx["talk"] | Tx["speaker"],
	changes: readonly Of[],
	toScheduled: (change: Of) => object,
): Promise<void> {
	// Prisma's types of two tables cannot be called as one; these columns are the same.
	const rows = table as Tx["talk"];
	for (const change of changes) {
		const { id, edited } = change.stored;
		const row = await rows.findUnique({ where: { id }, select: { scheduled: true } });
		const scheduledEntries = Object.entries(toScheduled(change)).filter(([field]) => edited.includes(field));
		const scheduled = { ...(row?.scheduled as object | null), ...Object.fromEntries(scheduledEntries) };
		await rows.updateMany({ where: { id }, data: { scheduled } });
	}
}
