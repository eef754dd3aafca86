import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { allTalksExist } from "@/lib/talks/queries";

export type SetSkippedResult = { readonly kind: "kept" } | { readonly kind: "unknown-talk" };

/** SQLite takes no longer lists. */
const IDS_AT_ONCE = 500;

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
		for (let first = 0; first < talkIds.length; first += IDS_AT_ONCE) {
			const some = talkIds.slice(first, first + IDS_AT_ONCE);
			if (skipped) await putOff(tx, userId, some);
			else await tx.triageSkip.deleteMany({ where: { userId, talkId: { in: some } } });
		}
		return { kind: "kept" };
	});
}

async function putOff(tx: Tx, userId: string, talkIds: readonly number[]): Promise<void> {
	const there = await tx.triageSkip.findMany({
		where: { userId, talkId: { in: [...talkIds] } },
		select: { talkId: true },
	});
	const known = new Set(there.map(({ talkId }) => talkId));
	const data = talkIds.flatMap((talkId) => (known.has(talkId) ? [] : [{ userId, talkId }]));
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
