import type { Tx } from "@/lib/db/client";
import { conferenceSelect } from "@/lib/talks/talk-rows";
import { groupNamesByTalk, listTopicsOfTalks } from "@/lib/topics/topics-by-talk";
import { byScheduleOrder } from "./list/order";
import { listSpeakers, listWatchlistRows, toEntry } from "./list/rows";
import type { WatchlistEntry } from "./types";

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
	const [rows, speakers, topics, conferences] = await Promise.all([
		listWatchlistRows(db, userId),
		listSpeakers(db, userId),
		listTopicsOfTalks(db, userId),
		db.conference.findMany({ select: conferenceSelect }),
	]);
	const conferenceById = new Map(conferences.map((conference) => [conference.id, conference]));
	const speakersByTalk = groupNamesByTalk(speakers);
	const topicsByTalk = groupNamesByTalk(topics);
	return rows
		.flatMap((row) => {
			const conference = conferenceById.get(Number(row.conferenceId));
			if (!conference) return [];
			const id = Number(row.id);
			const entry = toEntry(row, {
				conference,
				speakers: speakersByTalk.get(id),
				topics: topicsByTalk.get(id),
				newsSeenAt,
			});
			return [{ entry, roomPosition: row.roomPosition === null ? null : Number(row.roomPosition) }];
		})
		.sort(byScheduleOrder)
		.map(({ entry }) => entry);
}
