import type { Tx } from "@/lib/db/client";
import type { ConvertedTexts } from "./convert";
import type { PlaceChanges, ScheduleChanges, TalkChange, TalkField } from "./diff";
import { textDigest } from "./digest";
import type { StoredPlace, StoredSchedule } from "./stored";
import type { ScheduleTalk } from "./types";

export type Writing = {
	readonly conferenceId: number;
	/** What the changes were worked out from. */
	readonly before: StoredSchedule;
	readonly changes: ScheduleChanges;
	readonly texts: ConvertedTexts;
	readonly now: Date;
	readonly onWritten: (done: number, total: number) => void;
};

const AT_ONCE = 200;

/**
 * Writes a schedule's changes, in an order in which no key or slug is ever given twice: what goes makes room, what
 * changes its slug waits under one that no schedule can give, and only then comes what is new.
 */
export async function writeChanges(tx: Tx, writing: Writing): Promise<void> {
	const { conferenceId, before, changes } = writing;
	await tx.speaker.deleteMany({ where: { id: { in: changes.speakers.removed.map(({ id }) => id) } } });
	await parkSlugs(tx, changes);
	const trackIds = await writePlaces(tx.track, conferenceId, before.tracks, changes.tracks);
	const roomIds = await writePlaces(tx.room, conferenceId, before.rooms, changes.rooms);
	const speakerIds = await writeSpeakers(tx, writing);
	await writeTalks(tx, writing, { trackIds, roomIds, speakerIds });
	await tx.track.deleteMany({ where: { id: { in: changes.tracks.removed.map(({ id }) => id) } } });
	await tx.room.deleteMany({ where: { id: { in: changes.rooms.removed.map(({ id }) => id) } } });
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

type Ids<Key> = ReadonlyMap<Key, number>;

async function writePlaces(
	table: Tx["track"] | Tx["room"],
	conferenceId: number,
	before: readonly StoredPlace[],
	{ added, changed }: PlaceChanges,
): Promise<Ids<string>> {
	// Both tables have the same columns; Prisma's types of them cannot be called as one.
	const places = table as Tx["room"];
	for (const { id, name, position } of changed) await places.updateMany({ where: { id }, data: { name, position } });
	const created = await places.createManyAndReturn({
		data: added.map((place) => ({ ...place, conferenceId })),
		select: { id: true, slug: true },
	});
	return new Map([...before, ...created].map(({ slug, id }) => [slug, id]));
}

async function writeSpeakers(tx: Tx, { conferenceId, before, changes, texts }: Writing): Promise<Ids<string>> {
	const { added, changed } = changes.speakers;
	for (const { stored, incoming, fields } of changed) {
		const { slug, name, biography } = incoming;
		const text = { biography: texts.of(biography), biographyDigest: textDigest(biography) };
		await tx.speaker.updateMany({
			where: { id: stored.id },
			data: { slug, name, ...(fields.has("biography") ? text : {}) },
		});
	}
	const rows = added.map(({ biography, ...speaker }) => {
		return { ...speaker, conferenceId, biography: texts.of(biography), biographyDigest: textDigest(biography) };
	});
	const created: { key: string; id: number }[] = [];
	for (const part of parts(rows)) {
		created.push(...(await tx.speaker.createManyAndReturn({ data: part, select: { id: true, key: true } })));
	}
	return new Map([...before.speakers, ...created].map(({ key, id }) => [key, id]));
}

type AllIds = { readonly trackIds: Ids<string>; readonly roomIds: Ids<string>; readonly speakerIds: Ids<string> };

async function writeTalks(tx: Tx, writing: Writing, ids: AllIds): Promise<void> {
	const { conferenceId, changes, texts, now, onWritten } = writing;
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
		for (const change of part) await updateTalk(tx, change, ids, texts);
		const relinked = part.filter(({ fields }) => fields.has("links"));
		await tx.talkLink.deleteMany({ where: { talkId: { in: relinked.map(({ stored }) => stored.id) } } });
		await createLinks(
			tx,
			relinked.map(({ stored, incoming }) => ({ talk: incoming, id: stored.id })),
		);
		const regrouped = part.filter(({ fields }) => fields.has("speakers"));
		await tx.talkSpeaker.deleteMany({ where: { talkId: { in: regrouped.map(({ stored }) => stored.id) } } });
		await createTalkSpeakers(
			tx,
			regrouped.map(({ stored, incoming }) => ({ talk: incoming, id: stored.id })),
			ids,
		);
		written(part.length);
	}
	for (const part of parts(added)) {
		const created = await tx.talk.createManyAndReturn({
			data: part.map((talk) => ({
				...talkRow(talk, ids),
				...textRow(talk, texts, ALL_TEXTS),
				conferenceId,
				key: talk.key,
			})),
			select: { id: true, key: true },
		});
		const talks = new Map(part.map((talk) => [talk.key, talk]));
		const withIds = created.map(({ id, key }) => ({ id, talk: talks.get(key) as ScheduleTalk }));
		await createLinks(tx, withIds);
		await createTalkSpeakers(tx, withIds, ids);
		written(part.length);
	}
}

/** Written even where only links or speakers changed, for its `updatedAt`. */
async function updateTalk(tx: Tx, { stored, incoming, fields }: TalkChange, ids: AllIds, texts: ConvertedTexts) {
	const data = { ...talkRow(incoming, ids), ...textRow(incoming, texts, fields), withdrawnAt: null };
	await tx.talk.updateMany({ where: { id: stored.id }, data });
}

function talkRow(talk: ScheduleTalk, { trackIds, roomIds }: AllIds) {
	const { guid, slug, title, subtitle, type, language, day, start, duration, track, room, url } = talk;
	const places = { trackId: idIn(trackIds, track), roomId: idIn(roomIds, room) };
	return { guid, slug, title, subtitle, type, language, day, start, duration, url, ...places };
}

const ALL_TEXTS: ReadonlySet<TalkField> = new Set(["abstract", "description"]);

function textRow({ abstract, description }: ScheduleTalk, texts: ConvertedTexts, fields: ReadonlySet<TalkField>) {
	return {
		...(fields.has("abstract") && { abstract: texts.of(abstract), abstractDigest: textDigest(abstract) }),
		...(fields.has("description") && {
			description: texts.of(description),
			descriptionDigest: textDigest(description),
		}),
	};
}

type Written = { readonly id: number; readonly talk: ScheduleTalk };

async function createLinks(tx: Tx, talks: readonly Written[]): Promise<void> {
	const rows = talks.flatMap(({ id, talk }) => talk.links.map((link, position) => ({ ...link, talkId: id, position })));
	if (rows.length > 0) await tx.talkLink.createMany({ data: rows });
}

async function createTalkSpeakers(tx: Tx, talks: readonly Written[], { speakerIds }: AllIds): Promise<void> {
	const rows = talks.flatMap(({ id, talk }) =>
		talk.speakers.map((key, position) => ({ talkId: id, speakerId: idIn(speakerIds, key) as number, position })),
	);
	if (rows.length > 0) await tx.talkSpeaker.createMany({ data: rows });
}

function idIn(ids: Ids<string>, key: string | null): number | null {
	if (key === null) return null;
	const id = ids.get(key);
	if (id === undefined) throw new Error(`The schedule's "${key}" was not written.`);
	return id;
}

function parts<Row>(rows: readonly Row[]): Row[][] {
	const count = Math.ceil(rows.length / AT_ONCE);
	return Array.from({ length: count }, (_, index) => rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
