import type { Tx } from "@/lib/db/client";
import type { Playback } from "./types";

export type SavePlaybackInput = Playback & { readonly userId: string; readonly talkId: number };

/**
 * Keeps where a visitor stopped, unless they were elsewhere later: the same whatever the order in which devices tell it,
 * also at once. Of one moment the place further on counts.
 */
export async function savePlayback(db: Tx, input: SavePlaybackInput): Promise<void> {
	const { userId, talkId, position, duration, at } = input;
	await db.$executeRaw`
		INSERT INTO "Playback" ("userId", "talkId", "position", "duration", "at")
		VALUES (${userId}, ${talkId}, ${position}, ${duration}, ${at})
		ON CONFLICT ("userId", "talkId") DO UPDATE
		SET "position" = excluded."position", "duration" = excluded."duration", "at" = excluded."at"
		WHERE (excluded."at", excluded."position", COALESCE(excluded."duration", 0))
			> ("Playback"."at", "Playback"."position", COALESCE("Playback"."duration", 0))`;
}

export async function removePlayback(db: Tx, of: { userId: string; talkId: number }): Promise<void> {
	await db.playback.deleteMany({ where: of });
}

/** Brings where a guest stopped into an account; of two places in one talk the later counts. */
export async function mergePlaybacks(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// Changed first, so that on PostgreSQL nobody moves them on between their being read and their going.
	await tx.playback.updateMany({ where: { userId: fromUserId }, data: { position: { increment: 0 } } });
	const playbacks = await tx.playback.findMany({ where: { userId: fromUserId } });
	for (const playback of playbacks) await savePlayback(tx, { ...playback, userId: toUserId });
	await tx.playback.deleteMany({ where: { userId: fromUserId } });
}
