import type { Tx } from "@/lib/db/client";
import type { RowInserter } from "@/lib/db/insert-rows";
import type { ConvertedTexts } from "./convert";
import type { PlaceChanges, ScheduleChanges } from "./diff";
import { textDigest } from "./digest";
import { rowsBeside, writeBeside } from "./edits/beside";
import type { StoredPlace, StoredSchedule } from "./stored";
import {
	type AllIds,
	type Ids,
	idIn,
	isRecorded,
	recordedAt,
	scheduledOf,
	scheduledText,
	talkRow,
	textRow,
	updatedTalkRow,
} from "./talk-row";
import type { ScheduleTalk } from "./types";

export type Writing = {
	readonly conferenceId: number;
	/** What the changes were worked out from. */
	readonly before: StoredSchedule;
	readonly changes: ScheduleChanges;
	readonly texts: ConvertedTexts;
	readonly inserter: RowInserter;
	readonly now: Date;
	readonly onWritten: (done: number, total: number) => void;
};

const AT_ONCE = 100;

/**
 * Writes a schedule's changes, in an order in which no key or slug is ever given twice: what goes makes room, what
 * changes its slug waits under one that no schedule can give, and only then comes what is new. Of fields that were
 * changed by hand what the schedule says is kept beside them. Returns the ids of the talks that are new, by key.
 */
export async function writeChanges(tx: Tx, writing: Writing): Promise<Ids<string>> {
	const { conferenceId, before, changes } = writing;
	await tx.speaker.deleteMany({ where: { id: { in: changes.speakers.removed.map(({ id }) => id) } } });
	await parkSlugs(tx, changes);
	const trackIds = await writePlaces(tx.track, conferenceId, before.tracks, changes.tracks);
	const roomIds = await writePlaces(tx.room, conferenceId, before.rooms, changes.rooms);
	const speakerIds = await writeSpeakers(tx, writing);
	const addedIds = await writeTalks(tx, writing, { trackIds, roomIds, speakerIds });
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

async function writePlaces(
	table: Tx["track"] | Tx["room"],
	conferenceId: number,
	before: readonly StoredPlace[],
	{ added, changed }: PlaceChanges,
): Promise<Ids<string>> {
	// Both tables have the same columns; Prisma's types of them cannot be called as one.
	const places = table as Tx["room"];
	for (const { id, name, position, edited } of changed) {
		const data = edited.includes("name") ? { position, scheduled: { name } } : { name, position };
		await places.updateMany({ where: { id }, data });
	}
	const created = await places.createManyAndReturn({
		data: added.map((place) => ({ ...place, conferenceId })),
		select: { id: true, slug: true },
	});
	return new Map([...before, ...created].map(({ slug, id }) => [slug, id]));
}

async function writeSpeakers(
	tx: Tx,
	{ conferenceId, before, changes, texts, inserter }: Writing,
): Promise<Ids<string>> {
	const { added, changed } = changes.speakers;
	const beside = rowsBeside(changed);
	for (const { stored, incoming, fields } of changed) {
		const { slug, name, biography } = incoming;
		const isEdited = (field: string) => stored.edited.includes(field);
		const text = { biography: texts.of(biography), biographyDigest: textDigest(biography) };
		const data = {
			slug,
			...(!isEdited("name") && { name }),
			...(fields.has("biography") && !isEdited("biography") && text),
		};
		await tx.speaker.updateMany({ where: { id: stored.id }, data });
	}
	await writeBeside(tx.speaker, beside, ({ incoming, fields }) => ({
		...(fields.has("name") && { name: incoming.name }),
		...(fields.has("biography") && {
			biography: scheduledText(incoming.biography, texts),
		}),
	}));
	const rows = added.map(({ biography, ...speaker }) => {
		return { ...speaker, conferenceId, biography: texts.of(biography), biographyDigest: textDigest(biography) };
	});
	const known = before.speakers.map(({ key, id }) => [key, id] as const);
	return new Map([...known, ...(await inserter.insertKeyed(tx, "Speaker", rows))]);
}

async function writeTalks(tx: Tx, writing: Writing, ids: AllIds): Promise<Ids<string>> {
	const { conferenceId, changes, texts, now, onWritten, inserter } = writing;
	const { added, changed, returned, withdrawn } = changes.talks;
	const rewritten = [...changed, ...returned];
	const total = added.length + rewritten.length + withdrawn.length;
	let done = 0;
	const written = (count: number) => {
		done += count;
		onWritten(done, total);
	};

	for (const part of parts(withdrawn)) {
		await tx.talk.updateMany({ where: { id: { in: part.map(({ id }) => id) } }, data: { withdrawnAt: now } });
		written(part.length);
	}
	for (const part of parts(rewritten)) {
		// Written even where only links or speakers changed, for its `updatedAt`.
		for (const change of part) {
			const data = { ...updatedTalkRow(change, ids, texts), ...recordedAt(change, now), withdrawnAt: null };
			await tx.talk.updateMany({ where: { id: change.stored.id }, data });
		}
		const changing = (field: "links" | "speakers") =>
			part
				.filter(({ stored, fields }) => fields.has(field) && !stored.edited.includes(field))
				.map(({ stored, incoming }) => ({ id: stored.id, talk: incoming }));
		const relinked = changing("links");
		await tx.talkLink.deleteMany({ where: { talkId: { in: relinked.map(({ id }) => id) } } });
		await inserter.insert(tx, "TalkLink", linkRows(relinked));
		const regrouped = changing("speakers");
		await tx.talkSpeaker.deleteMany({ where: { talkId: { in: regrouped.map(({ id }) => id) } } });
		await inserter.insert(tx, "TalkSpeaker", talkSpeakerRows(regrouped, ids));
		written(part.length);
	}
	await writeBeside(tx.talk, rowsBeside(rewritten), ({ incoming, fields }) => scheduledOf(incoming, fields, texts));

	const addedIds = new Map<string, number>();
	for (const part of parts(added)) {
		const rows = part.map((talk) => ({
			...talkRow(talk, ids),
			...textRow(talk, texts),
			conferenceId,
			key: talk.key,
			recordedAt: isRecorded(talk) ? now : null,
			createdAt: now,
			updatedAt: now,
		}));
		const created = await inserter.insertKeyed(tx, "Talk", rows);
		const withIds = part.map((talk) => ({ id: idIn(created, talk.key) as number, talk }));
		await inserter.insert(tx, "TalkLink", linkRows(withIds));
		await inserter.insert(tx, "TalkSpeaker", talkSpeakerRows(withIds, ids));
		for (const [key, id] of created) addedIds.set(key, id);
		written(part.length);
	}
	return addedIds;
}

type Written = { readonly id: number; readonly talk: ScheduleTalk };

function linkRows(talks: readonly Written[]) {
	return talks.flatMap(({ id, talk }) => talk.links.map((link, position) => ({ ...link, talkId: id, position })));
}

function talkSpeakerRows(talks: readonly Written[], { speakerIds }: AllIds) {
	return talks.flatMap(({ id, talk }) =>
		talk.speakers.map((key, position) => ({ talkId: id, speakerId: idIn(speakerIds, key) as number, position })),
	);
}

function parts<Row>(rows: readonly Row[]): Row[][] {
	const count = Math.ceil(rows.length / AT_ONCE);
	return Array.from({ length: count }, (_, index) => rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
