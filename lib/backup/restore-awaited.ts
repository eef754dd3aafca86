import { Prisma, type Tx } from "@/lib/db/client";
import type { MissingTalk } from "@/lib/writeups/types";
import { EMPTY_BACKUP } from "./empty";
import { prepareRestore } from "./prepare";
import { applyRestore } from "./restore";

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
