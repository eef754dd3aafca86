import { isDeepStrictEqual } from "node:util";
import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { nameKey } from "@/lib/topics/name";
import { setNewsSeen } from "@/lib/watchlist/mutations";
import { storeAwaited } from "./awaited";
import { emptyTalk } from "./empty";
import { keyOf } from "./in-order";
import { type Outcome, outcomeOf } from "./outcome";
import { type Prepared, prepareRestore } from "./prepare";
import type { Backup, Settings } from "./types";
import { writeTalks } from "./write-talks";
import { joinPlaces, writeWriteUps } from "./write-write-ups";

const LONGEST_MS = 120_000;

/** What bringing a backup in would do to a visitor's, who may have nothing. Changes nothing. */
export async function planRestore(db: Tx, userId: string, backup: Backup): Promise<Outcome> {
	return outcomeOf(await prepareRestore(db, userId, backup));
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
			await write(tx, userId, prepared);
			return outcomeOf(prepared);
		},
		{ maxWait: LONGEST_MS, timeout: LONGEST_MS },
	);
}

/** Makes what is stored of a visitor's what was prepared, in a transaction. */
export async function write(tx: Tx, userId: string, prepared: Prepared): Promise<void> {
	const { stored, merged, here } = prepared;
	const topicIds = await writeTopics(tx, userId, prepared);
	const before = new Map(stored.talks.map((talk) => [keyOf(talk), talk]));
	const changed = merged.talks.flatMap((after) => {
		const talkId = here.idOf(after);
		const was = before.get(keyOf(after)) ?? emptyTalk(after);
		return talkId === null || isDeepStrictEqual(was, after) ? [] : [{ talkId, before: was, after }];
	});
	await writeTalks(tx, { userId, topicIds }, changed);
	const had = new Set(stored.writeUps.map(({ id }) => id));
	await writeWriteUps(
		tx,
		userId,
		merged.writeUps.filter(({ id }) => !had.has(id)),
		here,
	);
	await joinPlaces(tx, { userId, writeUps: stored.writeUps, here });
	await writeSettings(tx, userId, prepared);
	await storeAwaited(tx, userId, {
		conferences: merged.conferences.filter(({ slug }) => !here.conferences.has(slug)),
		talks: merged.talks.filter((talk) => here.idOf(talk) === null),
		missedAnswers: merged.settings.missedAnswers.filter(({ conference }) => !here.conferences.has(conference)),
	});
}

/** The ids of all topics, by what tells their names apart. */
async function writeTopics(tx: Tx, userId: string, { stored, merged }: Prepared): Promise<ReadonlyMap<string, string>> {
	const had = new Set(stored.topics.map(({ name }) => nameKey(name)));
	await tx.topic.createMany({
		data: merged.topics.flatMap(({ slug, name, createdAt }) =>
			had.has(nameKey(name)) ? [] : [{ userId, slug, name, createdAt: new Date(createdAt) }],
		),
	});
	const topics = await tx.topic.findMany({ where: { userId }, select: { id: true, name: true } });
	return new Map(topics.map(({ id, name }) => [nameKey(name), id]));
}

async function writeSettings(tx: Tx, userId: string, { stored, merged, here }: Prepared): Promise<void> {
	const [before, after] = [stored.settings, merged.settings];
	if (after.newsSeenAt !== null) await setNewsSeen(tx, { userId, at: new Date(after.newsSeenAt) });
	if (after.export && !isDeepStrictEqual(before.export, after.export)) {
		const { updatedAt, ...options } = after.export;
		const data = { options, updatedAt: new Date(updatedAt) };
		await tx.exportSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data });
	}
	await writeAnswers(tx, userId, { before, after, conferences: here.conferences });
	await writeFeeds(tx, userId, { before, after });
}

async function writeAnswers(
	tx: Tx,
	userId: string,
	{ before, after, conferences }: { before: Settings; after: Settings; conferences: ReadonlyMap<string, number> },
): Promise<void> {
	const had = new Set(before.missedAnswers.map(({ conference }) => conference));
	await tx.missedOffer.createMany({
		data: after.missedAnswers.flatMap(({ conference, at }) => {
			const conferenceId = conferences.get(conference);
			return conferenceId === undefined || had.has(conference)
				? []
				: [{ userId, conferenceId, answeredAt: new Date(at) }];
		}),
	});
}

/** Private addresses go on where nobody else has them. */
async function writeFeeds(
	tx: Tx,
	userId: string,
	{ before, after }: { before: Settings; after: Settings },
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
