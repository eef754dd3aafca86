import type { Tx } from "@/lib/db/client";
import { chainEntries, loadMarkLog } from "./mark-log";
import type { TalkMark } from "./status";
import type { MarkLogEntry } from "./types";

/** What a visitor made of a talk and when, the earliest first. */
export async function listMarkLog(db: Tx, of: { userId: string; talkId: number }): Promise<MarkLogEntry[]> {
	return chainEntries(await loadMarkLog(db, { userId: of.userId, talkIds: [of.talkId] }));
}

/** A visitor's marks, of one conference (by slug) or of all. */
export function listMarks(db: Tx, of: { userId: string; conference?: string }): Promise<TalkMark[]> {
	return db.mark.findMany({
		where: { userId: of.userId, ...(of.conference && { talk: { conference: { slug: of.conference } } }) },
		select: { talkId: true, status: true },
		orderBy: { talkId: "asc" },
	});
}
