import type { Db } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";

/** Deletes a visitor, their account and sessions, and everything of theirs, for good. */
export async function deleteVisitor(db: Db, userId: string): Promise<void> {
	await db.$transaction(
		async (tx) => {
			await lockVisitor(db, tx, userId);
			await tx.user.deleteMany({ where: { id: userId } });
		},
		{ timeout: 60_000 },
	);
}
