import type { Tx } from "@/lib/db/client";
import { chained } from "./chain";
import { loadLog } from "./store";
import type { LoggedPress } from "./types";

/** What a visitor made of a talk and when, the earliest first. */
export async function listMarkLog(db: Tx, of: { userId: string; talkId: number }): Promise<LoggedPress[]> {
	return chained(await loadLog(db, { userId: of.userId, talkIds: [of.talkId] }));
}
