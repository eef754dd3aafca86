import { isDeepStrictEqual } from "node:util";
import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { toNameKey } from "@/lib/topics/topic-name";
import { setNewsSeen } from "@/lib/watchlist/mutations";
import type { MissingTalk } from "@/lib/writeups/types";
import { collectAwaited, saveAwaited } from "./awaited";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { computeOutcome, type Outcome } from "./outcome";
import { type PreparedRestore, prepareRestore } from "./prepare";
import { toTalkKey } from "./sort";
import type { Backup, SettingsBackup } from "./types";
import { writeTalks } from "./write-talks";
import { linkItemsToTalks, writeWriteUps } from "./write-write-ups";

const MAX_TRANSACTION_MS = 120_000;

/** What bringing a backup in would do to a visitor's, who may have nothing. Changes nothing. */
export async function planRestore(db: Tx, userId: string, backup: Backup): Promise<Outcome> {
	return computeOutcome(await prepareRestore(db, userId, backup));
}

/**
 * Brings a backup into what a visitor has, all of it, or nothing. Nothing that they have goes, see `mergeBackups`; what is
 * about talks that are not here is kept, and joined when an import brings them. The same backup once more changes nothing.
 */
export function restoreBackup(db: Db, userId: string, backup: Backup): Promise<Outcome> {
	return db.$transaction(
		async (tx) => {
			await lockVisitor(db, tx, userId);
			const prepared = await prepareRestore(tx, userId, backup);
			await applyRestore(tx, userId, prepared);
			return computeOutcome(prepared);
		},
		{ maxWait: MAX_TRANSACTION_MS, timeout: MAX_TRANSACTION_MS },
	);
}

/** Makes what is stored of a visitor's what was prepared, in a transaction. */
async function applyRestore(tx: Tx, userId: string, prepared: PreparedRestore): Promise<void> {
	const { stored, merged, localTalks } = prepared;
	const topicIds = await writeTopics(tx, userId, prepared);
	const before = new Map(stored.talks.map((talk) => [toTalkKey(talk), talk]));
	const changed = merged.talks.flatMap((after) => {
		const talkId = localTalks.findId(after);
		const previous = before.get(toTalkKey(after)) ?? emptyTalk(after);
		return talkId === null || isDeepStrictEqual(previous, after) ? [] : [{ talkId, before: previous, after }];
	});
	await writeTalks(tx, { userId, topicIds }, changed);
	const existing = new Set(stored.writeUps.map(({ id }) => id));
	await writeWriteUps(
		tx,
		userId,
		merged.writeUps.filter(({ id }) => !existing.has(id)),
		localTalks,
	);
	await linkItemsToTalks(tx, { userId, writeUps: stored.writeUps, here: localTalks });
	await writeSettings(tx, userId, prepared);
	await saveAwaited(tx, userId, {
		conferences: merged.conferences.filter(({ slug }) => !localTalks.conferences.has(slug)),
		talks: merged.talks.filter((talk) => localTalks.findId(talk) === null),
		missedAnswers: merged.settings.missedAnswers.filter(({ conference }) => !localTalks.conferences.has(conference)),
	});
}

/** The ids of all topics, by what tells their names apart. */
async function writeTopics(
	tx: Tx,
	userId: string,
	{ stored, merged }: PreparedRestore,
): Promise<ReadonlyMap<string, string>> {
	const existing = new Set(stored.topics.map(({ name }) => toNameKey(name)));
	await tx.topic.createMany({
		data: merged.topics.flatMap(({ slug, name, createdAt }) =>
			existing.has(toNameKey(name)) ? [] : [{ userId, slug, name, createdAt: new Date(createdAt) }],
		),
	});
	const topics = await tx.topic.findMany({ where: { userId }, select: { id: true, name: true } });
	return new Map(topics.map(({ id, name }) => [toNameKey(name), id]));
}

async function writeSettings(tx: Tx, userId: string, { stored, merged, localTalks }: PreparedRestore): Promise<void> {
	const [before, after] = [stored.settings, merged.settings];
	if (after.newsSeenAt !== null) await setNewsSeen(tx, { userId, at: new Date(after.newsSeenAt) });
	if (after.export && !isDeepStrictEqual(before.export, after.export)) {
		const { updatedAt, ...options } = after.export;
		const data = { options, updatedAt: new Date(updatedAt) };
		await tx.exportSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data });
	}
	await writeMissedAnswers(tx, userId, { before, after, conferences: localTalks.conferences });
	await writeFeeds(tx, userId, { before, after });
}

async function writeMissedAnswers(
	tx: Tx,
	userId: string,
	{
		before,
		after,
		conferences,
	}: { before: SettingsBackup; after: SettingsBackup; conferences: ReadonlyMap<string, number> },
): Promise<void> {
	const existing = new Set(before.missedAnswers.map(({ conference }) => conference));
	await tx.missedOffer.createMany({
		data: after.missedAnswers.flatMap(({ conference, at }) => {
			const conferenceId = conferences.get(conference);
			return conferenceId === undefined || existing.has(conference)
				? []
				: [{ userId, conferenceId, answeredAt: new Date(at) }];
		}),
	});
}

/** Private addresses go on where nobody else has them. */
async function writeFeeds(
	tx: Tx,
	userId: string,
	{ before, after }: { before: SettingsBackup; after: SettingsBackup },
): Promise<void> {
	if (after.calendar && !before.calendar) {
		const { token, createdAt } = after.calendar;
		const isTaken = (await tx.calendarFeed.count({ where: { token } })) > 0;
		if (!isTaken) await tx.calendarFeed.create({ data: { userId, token, createdAt: new Date(createdAt) } });
	}
	if (after.feed && !before.feed) {
		const { token } = after.feed;
		const isTaken = (await tx.writeUpFeed.count({ where: { token } })) > 0;
		if (!isTaken) await tx.writeUpFeed.create({ data: { userId, token } });
	}
}

/** Brings what a guest awaits into an account; the guest awaits nothing afterwards. */
export async function mergeAwaited(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const count = await tx.awaitedTalk.count({ where: { userId: fromUserId } });
	if (count === 0) return;
	await applyRestore(tx, toUserId, await prepareRestore(tx, toUserId, await collectAwaited(tx, fromUserId)));
	await tx.awaitedTalk.deleteMany({ where: { userId: fromUserId } });
}

/**
 * Gives visitors what they restored about a conference's talks before these were here, in a transaction: where something
 * was done meanwhile, both become one, as if it had been restored now. How many visitors awaited something.
 */
export async function restoreAwaitedTalks(tx: Tx, conference: string): Promise<number> {
	const rows = await tx.awaitedTalk.findMany({ where: { conference }, select: { userId: true } });
	const items = await tx.writeUpItem.findMany({
		where: { talkId: null, missingTalk: { not: Prisma.DbNull } },
		select: { missingTalk: true, writeUp: { select: { userId: true } } },
	});
	const inWriteUps = items.flatMap(({ missingTalk, writeUp }) =>
		// Written by us alone, and looked at before.
		(missingTalk as MissingTalk | null)?.conference === conference ? [writeUp] : [],
	);
	const userIds = new Set([...rows, ...inWriteUps].map(({ userId }) => userId));
	for (const userId of userIds) await applyRestore(tx, userId, await prepareRestore(tx, userId, EMPTY_BACKUP));
	return userIds.size;
}
