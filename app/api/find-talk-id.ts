import { db } from "@/lib/db/db";
import { talkExists } from "@/lib/talks/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

export const UNKNOWN_TALK = "There is no such talk.";

/** The id of the talk that an address is about; null where there is none. */
export async function findTalkId(params: Promise<{ talkId: string }>): Promise<number | null> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	return talkId.success && (await talkExists(db, talkId.data)) ? talkId.data : null;
}
