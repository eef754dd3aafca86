import type { Db } from "@/lib/db/client";
import { mergeNotes } from "@/lib/notes/mutations";
import { mergeMarks } from "@/lib/watchlist/mutations";

/** Brings everything of a guest into an account, all of it or nothing; the guest has nothing left afterwards. */
export async function mergeVisitors(db: Db, users: { fromUserId: string; toUserId: string }): Promise<void> {
	if (users.fromUserId === users.toUserId) return;
	await db.$transaction(
		async (tx) => {
			await mergeMarks(tx, users);
			await mergeNotes(tx, users);
		},
		{ timeout: 60_000 },
	);
}
