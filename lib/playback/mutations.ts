import type { Db, Tx } from "@/lib/db/client";
import type { Playback } from "./types";

export type KeepPlaybackInput = Playback & { readonly userId: string; readonly talkId: number };

/**
 * Keeps where a visitor stopped, unless they were elsewhere later: the same whatever the order in which devices tell it.
 * False where there is no such talk.
 */
export async function keepPlayback(db: Db, input: KeepPlaybackInput): Promise<boolean> {
	const { userId, talkId, position, duration, at } = input;
	const data = { position, duration, at };
	// Ends after one more round at most: rows come, and do not go by themselves.
	for (;;) {
		const earlier = { OR: [{ at: { lt: at } }, { at, position: { lte: position } }] };
		const { count } = await db.playback.updateMany({ where: { userId, talkId, ...earlier }, data });
		if (count > 0 || (await db.playback.count({ where: { userId, talkId } })) > 0) return true;
		if (!(await db.talk.findUnique({ where: { id: talkId }, select: { id: true } }))) return false;
		try {
			await db.playback.create({ data: { userId, talkId, ...data } });
			return true;
		} catch (error) {
			// Prisma's code for a row that is there already.
			if (!(error instanceof Error && "code" in error && error.code === "P2002")) throw error;
		}
	}
}

export async function removePlayback(db: Tx, of: { userId: string; talkId: number }): Promise<void> {
	await db.playback.deleteMany({ where: of });
}
