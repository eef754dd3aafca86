import type { Tx } from "@/lib/db/client";
import { findNewsSeenAt } from "./queries";

/** Remembers that a visitor looked at what was new at `at`; having looked later already stays. */
export async function setNewsSeen(db: Tx, { userId, at }: { userId: string; at: Date }): Promise<void> {
	await db.user.updateMany({
		where: { id: userId, OR: [{ newsSeenAt: null }, { newsSeenAt: { lt: at } }] },
		data: { newsSeenAt: at },
	});
}

/** Lets an account have looked when the guest that becomes it did, if that was later. */
export async function mergeNewsSeen(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const at = await findNewsSeenAt(tx, users.fromUserId);
	if (at) await setNewsSeen(tx, { userId: users.toUserId, at });
}
