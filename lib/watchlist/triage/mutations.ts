import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { allTalksExist } from "@/lib/talks/queries";

export type SetSkippedResult = { readonly kind: "kept" } | { readonly kind: "unknown-talk" };

/** SQLite takes no longer lists. */
const BATCH_SIZE = 500;

/**
 * Puts talks off for a visitor, or no longer: of all of them, or, where one of them does not exist, of none. The same call
 * again changes nothing.
 */
export function setSkipped(
	db: Db,
	skips: { userId: string; talkIds: readonly number[]; skipped: boolean },
): Promise<SetSkippedResult> {
	const { userId, skipped } = skips;
	const talkIds = [...new Set(skips.talkIds)];
	return db.$transaction(async (tx) => {
		// So that two tabs do not put the same talk off at the same time.
		await lockVisitor(db, tx, userId);
		if (!(await allTalksExist(tx, talkIds))) return { kind: "unknown-talk" };
		for (let first = 0; first < talkIds.length; first += BATCH_SIZE) {
			const batch = talkIds.slice(first, first + BATCH_SIZE);
			if (skipped) await insertSkips(tx, userId, batch);
			else await tx.triageSkip.deleteMany({ where: { userId, talkId: { in: batch } } });
		}
		return { kind: "kept" };
	});
}

async function insertSkips(tx: Tx, userId: string, talkIds: readonly number[]): Promise<void> {
	const existing = await tx.triageSkip.findMany({
		where: { userId, talkId: { in: [...talkIds] } },
		select: { talkId: true },
	});
	const existingIds = new Set(existing.map(({ talkId }) => talkId));
	const data = talkIds.flatMap((talkId) => (existingIds.has(talkId) ? [] : [{ userId, talkId }]));
	await tx.triageSkip.createMany({ data });
}

/** Brings what a guest put off into an account. */
export async function mergeTriageSkips(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	await tx.triageSkip.deleteMany({
		where: { userId: fromUserId, talk: { skips: { some: { userId: toUserId } } } },
	});
	await tx.triageSkip.updateMany({ where: { userId: fromUserId }, data: { userId: toUserId } });
}
