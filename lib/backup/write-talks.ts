import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@/lib/db/client";
import { loadMarkLog, saveMarkLog } from "@/lib/marks/mark-log";
import { isBlank } from "@/lib/notes/content";
import { toRow } from "@/lib/notes/revisions/rows";
import { toNameKey } from "@/lib/topics/topic-name";
import type { NoteBackup, TalkBackup } from "./types";

/** A talk that is here, and what of a visitor's about it becomes what. */
export type ChangedTalk = { readonly talkId: number; readonly before: TalkBackup; readonly after: TalkBackup };

const BATCH_SIZE = 100;

/** Writes what changed of a visitor's about talks, in a transaction. Nothing goes: `after` has all that `before` has. */
export async function writeTalks(
	tx: Tx,
	{ userId, topicIds }: { userId: string; topicIds: ReadonlyMap<string, string> },
	changed: readonly ChangedTalk[],
): Promise<void> {
	for (let from = 0; from < changed.length; from += BATCH_SIZE) {
		const batch = changed.slice(from, from + BATCH_SIZE);
		await writeMarks(tx, userId, batch);
		await writeRatings(tx, userId, batch);
		await writeTopics(tx, topicIds, batch);
		await writeOrderAndSkips(tx, userId, batch);
		await writePlaybacks(tx, userId, batch);
		await writeNotes(tx, userId, batch);
	}
}

/** Those of which something is other than it was. */
function filterChanged<Key extends keyof TalkBackup>(changed: readonly ChangedTalk[], key: Key): ChangedTalk[] {
	return changed.filter(({ before, after }) => !isDeepStrictEqual(before[key], after[key]));
}

async function writeMarks(tx: Tx, userId: string, changed: readonly ChangedTalk[]): Promise<void> {
	const marked = filterChanged(changed, "log");
	const talkIds = marked.map(({ talkId }) => talkId);
	if (talkIds.length === 0) return;
	const wanted = marked.flatMap(({ talkId, after }) =>
		after.log.map((entry) => ({ ...entry, talkId, at: new Date(entry.at) })),
	);
	const stored = await loadMarkLog(tx, { userId, talkIds });
	await saveMarkLog(tx, { userId, talkIds }, { stored, wanted });
}

async function writeRatings(tx: Tx, userId: string, changed: readonly ChangedTalk[]): Promise<void> {
	for (const { talkId, after } of filterChanged(changed, "rating")) {
		if (!after.rating) continue;
		const rating = { stars: after.rating.stars, updatedAt: new Date(after.rating.at) };
		const userId_talkId = { userId, talkId };
		await tx.rating.upsert({ where: { userId_talkId }, create: { ...userId_talkId, ...rating }, update: rating });
	}
}

async function writeTopics(
	tx: Tx,
	topicIds: ReadonlyMap<string, string>,
	changed: readonly ChangedTalk[],
): Promise<void> {
	const data = filterChanged(changed, "topics").flatMap(({ talkId, before, after }) => {
		const existing = new Set(before.topics.map(({ name }) => toNameKey(name)));
		return after.topics.flatMap(({ name, addedAt }) => {
			const topicId = topicIds.get(toNameKey(name));
			return topicId === undefined || existing.has(toNameKey(name))
				? []
				: [{ topicId, talkId, createdAt: new Date(addedAt) }];
		});
	});
	await tx.topicTalk.createMany({ data });
}

async function writeOrderAndSkips(tx: Tx, userId: string, changed: readonly ChangedTalk[]): Promise<void> {
	await tx.watchlistPlace.createMany({
		data: filterChanged(changed, "rank").flatMap(({ talkId, after: { rank } }) =>
			rank === null ? [] : [{ userId, talkId, rank }],
		),
	});
	await tx.triageSkip.createMany({
		data: filterChanged(changed, "putOffAt").flatMap(({ talkId, after: { putOffAt } }) =>
			putOffAt === null ? [] : [{ userId, talkId, createdAt: new Date(putOffAt) }],
		),
	});
}

async function writePlaybacks(tx: Tx, userId: string, changed: readonly ChangedTalk[]): Promise<void> {
	for (const { talkId, after } of filterChanged(changed, "playback")) {
		if (!after.playback) continue;
		const playback = { ...after.playback, at: new Date(after.playback.at) };
		const userId_talkId = { userId, talkId };
		await tx.playback.upsert({ where: { userId_talkId }, create: { ...userId_talkId, ...playback }, update: playback });
	}
}

async function writeNotes(tx: Tx, userId: string, changed: readonly ChangedTalk[]): Promise<void> {
	for (const { talkId, before, after } of filterChanged(changed, "note")) {
		if (!after.note) continue;
		const noteId = await writeNote(tx, { userId, talkId }, before.note, after.note);
		const existing = before.note?.revisions ?? [];
		const added = after.note.revisions.filter(
			(revision) => !existing.some((each) => isDeepStrictEqual(each, revision)),
		);
		await tx.noteRevision.createMany({
			data: added.map((revision) => ({ noteId, ...toRow(revision), savedAt: new Date(revision.savedAt) })),
		});
	}
}

/** Its id. */
async function writeNote(
	tx: Tx,
	userId_talkId: { userId: string; talkId: number },
	before: NoteBackup | null,
	{ text, takeaways, createdAt, updatedAt }: NoteBackup,
): Promise<string> {
	const written = { text, isBlank: isBlank({ text, takeaways }) };
	const times = { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
	if (!before) {
		const id = randomUUID();
		await tx.note.create({ data: { id, ...userId_talkId, ...written, ...times } });
		await tx.takeaway.createMany({ data: toTakeawayRows(id, takeaways) });
		return id;
	}
	// An editor that is open on it notices by the revision.
	const isSame = isDeepStrictEqual([before.text, before.takeaways], [text, takeaways]);
	const { id } = await tx.note.update({
		where: { userId_talkId },
		data: { ...written, ...times, ...(!isSame && { revision: { increment: 1 } }) },
		select: { id: true },
	});
	if (isSame) return id;
	await tx.takeaway.deleteMany({ where: { noteId: id } });
	await tx.takeaway.createMany({ data: toTakeawayRows(id, takeaways) });
	return id;
}

function toTakeawayRows(noteId: string, takeaways: NoteBackup["takeaways"]) {
	return takeaways.map(({ id, text, time }, position) => ({ noteId, id, position, text, time: time ?? null }));
}
