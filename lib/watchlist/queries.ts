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

/** Everything a visitor has marked: the latest conference first, then in order of time. */
export async function listWatchlist(db: Tx, userId: string): Promise<WatchlistEntry[]> {
	const rows = await db.mark.findMany({
		where: { userId },
		select: {
			status: true,
			talk: {
				select: {
					...talkListSelect,
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
	return rows.map(({ status, talk }) => ({
		talk: toListItem(talk),
		conference: talk.conference,
		status,
		hasNote: talk.notes.some((note) => note.text.trim() !== "" || note._count.takeaways > 0),
	}));
}
