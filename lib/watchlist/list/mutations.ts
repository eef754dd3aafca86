import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { listWatchlist } from "../queries";
import { compareRanks } from "./arrangement";
import { inOwnOrder, placeBefore, placesAfter, type RankedPlace } from "./own-order";

/** SQLite takes no more parameters at once than Prisma may need for these. */
const ROWS_AT_ONCE = 200;

/**
 * Puts a talk of a visitor's watchlist right before another one, or last where `before` is null. False, and nothing is
 * changed, where either is not on it.
 */
export function placeTalk(
	db: Db,
	{ userId, talkId, before }: { userId: string; talkId: number; before: number | null },
): Promise<boolean> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const entries = await listWatchlist(tx, userId, null);
		const marked = new Set(entries.map(({ talk }) => talk.id));
		if (!marked.has(talkId) || (before !== null && !marked.has(before))) return false;
		// A talk that is not marked any more keeps its place, since it may be marked again.
		const places = await listPlaces(tx, userId);
		const order = inOwnOrder([
			...entries.map(({ talk, rank }) => ({ talkId: talk.id, rank })),
			...places.filter((place) => !marked.has(place.talkId)),
		]);
		await storePlaces(tx, userId, placeBefore(order, { talkId, before }));
		return true;
	});
}

/** Brings a guest's places into an account: the account's own order stays, and what only the guest placed comes after it. */
export async function mergePlaces(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const [guests, own] = [await listPlaces(tx, fromUserId), await listPlaces(tx, toUserId)];
	const known = new Set(own.map(({ talkId }) => talkId));
	const further = guests.flatMap(({ talkId }) => (known.has(talkId) ? [] : [talkId]));
	await storePlaces(tx, toUserId, placesAfter(own.at(-1)?.rank ?? null, further));
	await tx.watchlistPlace.deleteMany({ where: { userId: fromUserId } });
}

/** In order. */
async function listPlaces(tx: Tx, userId: string): Promise<RankedPlace[]> {
	const places = await tx.watchlistPlace.findMany({ where: { userId }, select: { talkId: true, rank: true } });
	// Not by the database: PostgreSQL's order of texts is that of some language.
	return places.sort((a, b) => compareRanks(a.rank, b.rank) || a.talkId - b.talkId);
}

async function storePlaces(tx: Tx, userId: string, places: readonly RankedPlace[]): Promise<void> {
	for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
		const some = places.slice(from, from + ROWS_AT_ONCE);
		await tx.watchlistPlace.deleteMany({ where: { userId, talkId: { in: some.map(({ talkId }) => talkId) } } });
		await tx.watchlistPlace.createMany({ data: some.map((place) => ({ ...place, userId })) });
	}
}
