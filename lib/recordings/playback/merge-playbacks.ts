import type { Tx } from "@/lib/db/client";
import { savePlayback } from "./mutations";

/** Brings where a guest stopped into an account; of two places in one talk the later counts. */
export async function mergePlaybacks(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// Changed first, so that on PostgreSQL nobody moves them on between their being read and their going.
	await tx.playback.updateMany({ where: { userId: fromUserId }, data: { position: { increment: 0 } } });
	const playbacks = await tx.playback.findMany({ where: { userId: fromUserId } });
	for (const playback of playbacks) await savePlayback(tx, { ...playback, userId: toUserId });
	await tx.playback.deleteMany({ where: { userId: fromUserId } });
}
