import type { Tx } from "@/lib/db/client";
import { collectAwaited } from "./awaited";
import { prepareRestore } from "./prepare";
import { applyRestore } from "./restore";

/** Brings what a guest awaits into an account; the guest awaits nothing afterwards. */
export async function mergeAwaited(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const count = await tx.awaitedTalk.count({ where: { userId: fromUserId } });
	if (count === 0) return;
	await applyRestore(tx, toUserId, await prepareRestore(tx, toUserId, await collectAwaited(tx, fromUserId)));
	await tx.awaitedTalk.deleteMany({ where: { userId: fromUserId } });
}
