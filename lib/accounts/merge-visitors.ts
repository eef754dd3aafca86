import { mergeAwaited } from "@/lib/backup/restore";
import type { Db } from "@/lib/db/client";
import { mergeMarks } from "@/lib/marks/mutations";
import { mergeNotes } from "@/lib/notes/mutations";
import { mergeRatings } from "@/lib/ratings/mutations";
import { mergePlaybacks } from "@/lib/recordings/playback/mutations";
import { mergeTopics } from "@/lib/topics/mutations";
import { mergeCalendarFeed } from "@/lib/watchlist/calendar/mutations";
import { mergeOwnOrder } from "@/lib/watchlist/list/mutations";
import { mergeMissedOffers } from "@/lib/watchlist/missed-offer/mutations";
import { mergeNewsSeen } from "@/lib/watchlist/mutations";
import { mergeTriageSkips } from "@/lib/watchlist/triage/mutations";
import { mergeUserWriteUps } from "@/lib/writeups/mutations";

/** Brings everything of a guest into an account and ends the guest: all of it, or nothing. */
export async function mergeVisitors(db: Db, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	if (fromUserId === toUserId) return;
	await db.$transaction(
		async (tx) => {
			// A change of something unique locks the row on PostgreSQL as its deletion will: what is being written for the
			// guest comes first and is merged, what comes later finds nobody to write for, fails, and is sent again.
			const guests = await tx.user.updateMany({
				where: { id: fromUserId, isAnonymous: true },
				data: { email: `${fromUserId}@merged.invalid` },
			});
			if (guests.count === 0) return;
			await mergeMarks(tx, users);
			await mergeOwnOrder(tx, users);
			await mergeNotes(tx, users);
			await mergeRatings(tx, users);
			await mergePlaybacks(tx, users);
			await mergeTopics(tx, users);
			await mergeNewsSeen(tx, users);
			await mergeCalendarFeed(tx, users);
			await mergeMissedOffers(tx, users);
			await mergeTriageSkips(tx, users);
			await mergeUserWriteUps(tx, users);
			await mergeAwaited(tx, users);
			await tx.user.delete({ where: { id: fromUserId } });
		},
		{ timeout: 60_000 },
	);
}
