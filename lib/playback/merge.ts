import type { Tx } from "@/lib/db/client";

/** Brings where a guest stopped into an account; of two places in one talk the later counts. */
export async function mergePlaybacks(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	await tx.$executeRaw`DELETE FROM "Playback" WHERE "userId" = ${toUserId} AND EXISTS (
		SELECT 1 FROM "Playback" guest WHERE guest."userId" = ${fromUserId} AND guest."talkId" = "Playback"."talkId"
		AND guest."at" > "Playback"."at")`;
	await tx.$executeRaw`UPDATE "Playback" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND "talkId" NOT IN (SELECT "talkId" FROM "Playback" WHERE "userId" = ${toUserId})`;
	await tx.playback.deleteMany({ where: { userId: fromUserId } });
}
