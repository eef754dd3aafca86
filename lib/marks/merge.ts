import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { loadMarkLog, saveMarkLog } from "./mark-log";

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
