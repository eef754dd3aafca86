import type { Tx } from "@/lib/db/client";

/** The stars that a visitor gave a talk, 1 to 5; null where they gave none. */
export async function findRating(db: Tx, of: { userId: string; talkId: number }): Promise<number | null> {
	const row = await db.rating.findUnique({ where: { userId_talkId: of }, select: { stars: true } });
	return row?.stars ?? null;
}
