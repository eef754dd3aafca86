import type { Tx } from "@/lib/db/client";
import { conferenceSelect, talkListSelect, toListItem } from "@/lib/talks/rows";
import type { MarkOfTalk, WatchlistEntry } from "./types";

/** A visitor's marks, of one conference (by slug) or of all. */
export function listMarks(db: Tx, of: { userId: string; conference?: string }): Promise<MarkOfTalk[]> {
	return db.mark.findMany({
		where: { userId: of.userId, ...(of.conference && { talk: { conference: { slug: of.conference } } }) },
		select: { talkId: true, status: true },
		orderBy: { talkId: "asc" },
	});
}

/** When a visitor last looked at what is new on their watchlist. */
export async function findNewsSeenAt(db: Tx, userId: string): Promise<Date | null> {
	const user = await db.user.findUnique({ where: { id: userId }, select: { newsSeenAt: true } });
	return user?.newsSeenAt ?? null;
}

/**
 * Everything a visitor has marked: the latest conference first, then in order of time. `newsSeenAt` is when they last
 * looked at what is new.
 */
export async function listWatchlist(db: Tx, userId: string, newsSeenAt: Date | null): Promise<WatchlistEntry[]> {
	const rows = await db.mark.findMany({
		where: { userId },
		select: {
			status: true,
			updatedAt: true,
			talk: {
				select: {
					...talkListSelect,
					recordedAt: true,
					conference: { select: conferenceSelect },
					notes: { where: { userId }, select: { text: true, _count: { select: { takeaways: true } } } },
				},
			},
		},
		orderBy: [
			{ talk: { conference: { startDate: "desc" } } },
			{ talk: { conference: { slug: "asc" } } },
			{ talk: { start: "asc" } },
			{ talk: { room: { position: "asc" } } },
			{ talk: { slug: "asc" } },
		],
	});
	return rows.map(({ status, updatedAt, talk: row }) => {
		const talk = toListItem(row);
		const lookedAt = Math.max(updatedAt.getTime(), newsSeenAt?.getTime() ?? 0);
		return {
			talk,
			conference: row.conference,
			status,
			hasNote: row.notes.some((note) => note.text.trim() !== "" || note._count.takeaways > 0),
			isNewlyRecorded: status !== "WATCHED" && talk.hasRecording && (row.recordedAt?.getTime() ?? 0) > lookedAt,
		};
	});
}
