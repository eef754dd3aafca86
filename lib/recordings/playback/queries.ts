import type { Tx } from "@/lib/db/client";
import { isInLastPart, isUnfinished } from "./progress";
import type { Playback, UnfinishedTalk } from "./types";

export function findPlayback(db: Tx, of: { userId: string; talkId: number }): Promise<Playback | null> {
	return db.playback.findUnique({
		where: { userId_talkId: of },
		select: { position: true, duration: true, at: true },
	});
}

/** Of so many the latest are looked at; nobody goes on with what came before. */
const MAX_SCANNED = 200;

/** The talks that a visitor stopped in and has not marked watched since, the latest first, `limit` at most. */
export async function listUnfinished(db: Tx, userId: string, limit: number): Promise<UnfinishedTalk[]> {
	const rows = await db.playback.findMany({
		where: { userId },
		select: {
			position: true,
			duration: true,
			at: true,
			talk: {
				select: {
					id: true,
					slug: true,
					title: true,
					conference: { select: { slug: true, title: true } },
					marks: { where: { userId, status: "WATCHED" }, select: { updatedAt: true } },
				},
			},
		},
		orderBy: [{ at: "desc" }, { talkId: "asc" }],
		take: MAX_SCANNED,
	});
	return rows
		.filter((row) => isUnfinished(row) && row.talk.marks.every((mark) => isPlayedAgain(row, mark)))
		.slice(0, limit)
		.map(({ talk: { id, slug, title, conference }, ...position }) => ({
			...position,
			talkId: id,
			slug,
			title,
			conference,
		}));
}

function isPlayedAgain(playback: Playback, watched: { readonly updatedAt: Date }): boolean {
	return watched.updatedAt < playback.at && !isInLastPart(playback);
}
