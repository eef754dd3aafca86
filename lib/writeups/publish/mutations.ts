import type { Db, Tx } from "@/lib/db/client";
import { newToken } from "@/lib/watchlist/calendar/token";
import { publicationSelect } from "../rows";
import type { Publication } from "../types";
import type { PublicationInput } from "./schema";

type WriteUpKey = { readonly userId: string; readonly id: string };

/**
 * Publishes a visitor's write-up, or changes what is said of it: its address stays as long as it is not taken down. Null
 * where the visitor has no such write-up.
 */
export function publish(db: Db, { userId, id }: WriteUpKey, input: PublicationInput): Promise<Publication | null> {
	return db.$transaction(async (tx) => {
		const writeUp = await tx.writeUp.findUnique({ where: { id, userId }, select: { id: true } });
		if (!writeUp) return null;
		await tx.writeUpFeed.upsert({ where: { userId }, create: { userId, token: newToken() }, update: { userId } });
		return tx.publication.upsert({
			where: { writeUpId: id },
			create: { writeUpId: id, token: newToken(), ...input },
			update: input,
			select: publicationSelect,
		});
	});
}

/** Takes a write-up down at once; whether it was there. Published again, it has another address. */
export async function unpublish(db: Tx, { userId, id }: WriteUpKey): Promise<boolean> {
	const { count } = await db.publication.deleteMany({ where: { writeUpId: id, writeUp: { userId } } });
	return count > 0;
}
