import { randomUUID } from "node:crypto";
import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import type { MarkStatus } from "@/lib/marks/status";
import { findExistingTalks } from "@/lib/talks/queries";
import { chainEntries, findLatestPerTalk, loadMarkLog, saveMarkLog } from "./mark-log";
import type { MarkEvent, MarkLogEntry } from "./types";

export type RecordedMarks = {
	/** What the visitor's marks of the talks are now: that of a press, or of a later one of another device. */
	readonly marks: readonly { readonly talkId: number; readonly status: MarkStatus | null }[];
	/** Ids of presses on talks that are not there; nothing is kept of them. */
	readonly unknown: readonly string[];
};

/**
 * Keeps a visitor's presses, given in the order in which they were made: each becomes an entry of the log, and the latest
 * of a talk, of whichever device, its mark. A press that was kept before changes nothing. One that claims to come from the
 * time after `now` was made on a fast clock, and counts as made now.
 */
export function recordMarkEvents(db: Db, input: RecordMarkEventsInput): Promise<RecordedMarks> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, input.userId);
		return recordMarkEventsIn(tx, input);
	});
}

type RecordMarkEventsInput = { readonly userId: string; readonly events: readonly MarkEvent[]; readonly now: Date };

/** The same, within a transaction that began with `lockVisitor`. */
export async function recordMarkEventsIn(
	tx: Tx,
	{ userId, events, now }: RecordMarkEventsInput,
): Promise<RecordedMarks> {
	const talkIds = [...new Set(events.map(({ talkId }) => talkId))];
	const [known, stored] = await Promise.all([findExistingTalks(tx, talkIds), loadMarkLog(tx, { userId, talkIds })]);
	const loggedIds = new Set(stored.map(({ id }) => id));
	const added: MarkLogEntry[] = [];
	for (const [index, { id, talkId, status, at }] of events.entries()) {
		if (!known.has(talkId) || loggedIds.has(id)) continue;
		loggedIds.add(id);
		// Those of a fast clock keep their order.
		const latest = now.getTime() - (events.length - 1 - index);
		const cappedAt = new Date(Math.min(at.getTime(), latest));
		added.push({ id, talkId, from: null, to: status, at: cappedAt, correctedDay: null });
	}
	const scope = { userId, talkIds: [...known] };
	const entries =
		added.length > 0
			? await saveMarkLog(tx, scope, { stored, wanted: [...stored, ...added] })
			: findLatestPerTalk(chainEntries(stored));
	return {
		marks: entries.map(({ talkId, to }) => ({ talkId, status: to })),
		unknown: events.filter(({ talkId }) => !known.has(talkId)).map(({ id }) => id),
	};
}

/**
 * Says on which day an entry really was, `YYYY-MM-DD`; null takes that back. The order of the log stays that of the
 * presses. False where the visitor has no such entry.
 */
export async function correctDay(
	db: Db,
	{ userId, id, day }: { userId: string; id: string; day: string | null },
): Promise<boolean> {
	const { count } = await db.markChange.updateMany({ where: { userId, id }, data: { correctedDay: day } });
	return count > 0;
}

/** Takes a slip out of the log; the mark becomes what the log then says. Null where the visitor has no such entry. */
export function removeEntry(
	db: Db,
	{ userId, id }: { userId: string; id: string },
): Promise<{ talkId: number; status: MarkStatus | null } | null> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const entry = await tx.markChange.findUnique({ where: { userId_id: { userId, id } }, select: { talkId: true } });
		if (!entry) return null;
		const scope = { userId, talkIds: [entry.talkId] };
		const stored = await loadMarkLog(tx, scope);
		await tx.markChange.delete({ where: { userId_id: { userId, id } } });
		const wanted = stored.filter((each) => each.id !== id);
		const [latest] = await saveMarkLog(tx, scope, { stored: wanted, wanted });
		return { talkId: entry.talkId, status: latest?.to ?? null };
	});
}

/**
 * Brings a guest's marks into an account: both logs become one by time, so that of a talk which both marked the later mark
 * stays, and nothing that either did is forgotten. The guest has none afterwards.
 */
export async function mergeMarks(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	await renameSharedIds(tx, users);
	const shared = await tx.$queryRaw<{ talkId: number | bigint }[]>`SELECT DISTINCT "talkId" FROM "MarkChange"
		WHERE "userId" = ${fromUserId} AND "talkId" IN (SELECT "talkId" FROM "MarkChange" WHERE "userId" = ${toUserId})`;
	const talkIds = shared.map(({ talkId }) => Number(talkId));
	await tx.markChange.updateMany({ where: { userId: fromUserId }, data: { userId: toUserId } });
	// A mark that moves has not changed, and Prisma would raise updatedAt.
	await tx.$executeRaw`UPDATE "Mark" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND "talkId" NOT IN (SELECT "talkId" FROM "Mark" WHERE "userId" = ${toUserId})`;
	await tx.mark.deleteMany({ where: { userId: fromUserId } });
	const stored = await loadMarkLog(tx, { userId: toUserId, talkIds });
	await saveMarkLog(tx, { userId: toUserId, talkIds }, { stored, wanted: stored });
}

/** Ids are a visitor's own: where both have one, the guest's gets another. */
async function renameSharedIds(
	tx: Tx,
	{ fromUserId, toUserId }: { fromUserId: string; toUserId: string },
): Promise<void> {
	const shared = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "MarkChange" WHERE "userId" = ${fromUserId}
		AND "id" IN (SELECT "id" FROM "MarkChange" WHERE "userId" = ${toUserId})`;
	for (const { id } of shared) {
		await tx.markChange.update({ where: { userId_id: { userId: fromUserId, id } }, data: { id: randomUUID() } });
	}
}
