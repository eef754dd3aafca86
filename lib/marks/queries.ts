import type { Tx } from "@/lib/db/client";
import { chainEntries } from "./chain";
import { loadMarkLog } from "./mark-log";
import type { MarkLogEntry } from "./types";

/** What a visitor made of a talk and when, the earliest first. */
export async function listMarkLog(db: Tx, of: { userId: string; talkId: number }): Promise<MarkLogEntry[]> {
	return chainEntries(await loadMarkLog(db, { userId: of.userId, talkIds: [of.talkId] }));
}
