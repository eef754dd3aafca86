import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { listWatchlist } from "../queries";
import { compareRanks } from "./arrangement";
import { type RankedTalk, rankAfter, rankBefore, sortByRank } from "./own-order";

/** SQLite takes no more parameters at once than Prisma may need for these. */
const BATCH_SIZE = 200;

/**
 * Puts a talk of a visitor's watchlist right before another one, or last where `before` is null. False, and nothing is
 * changed, where either is not on it.
 */
export function moveTalk(
	db: Db,
	{ userId, talkId, before }: { userId: string; talkId: number; before: number | null },
): Promise<boolean> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const entries = await listWatchlist(tx, userId, null);
		const marked = new Set(entries.map(({ talk }) => talk.id));
		if (!marked.has(talkId) || (before !== null && !marked.has(before))) return false;
		// A talk that is not marked any more keeps its place, since it may be marked again.
		const rankedTalks = await listRankedTalks(tx, userId);
		const order = sortByRank([
			...entries.map(({ talk, rank }) => ({ talkId: talk.id, rank })),
			...rankedTalks.filter((rankedTalk) => !marked.has(rankedTalk.talkId)),
		]);
		await saveRanks(tx, userId, rankBefore(order, { talkId, before }));
		return true;
	});
}

/** Brings a guest's places into an account: the account's own order stays, and what only the guest placed comes after it. */
export async function mergeOwnOrder(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const [guestRanks, ownRanks] = [await listRankedTalks(tx, fromUserId), await listRankedTalks(tx, toUserId)];
	const ownIds = new Set(ownRanks.map(({ talkId }) => talkId));
	const addedIds = guestRanks.flatMap(({ talkId }) => (ownIds.has(talkId) ? [] : [talkId]));
	await saveRanks(tx, toUserId, rankAfter(ownRanks.at(-1)?.rank ?? null, addedIds));
	await tx.watchlistPlace.deleteMany({ where: { userId: fromUserId } });
}

/** In order. */
async function listRankedTalks(tx: Tx, userId: string): Promise<RankedTalk[]> {
	const rankedTalks = await tx.watchlistPlace.findMany({ where: { userId }, select: { talkId: true, rank: true } });
	// Not by the database: PostgreSQL's order of texts is that of some language.
	return rankedTalks.sort((a, b) => compareRanks(a.rank, b.rank) || a.talkId - b.talkId);
}

async function saveRanks(tx: Tx, userId: string, rankedTalks: readonly RankedTalk[]): Promise<void> {
	for (let from = 0; from < rankedTalks.length; from += BATCH_SIZE) {
		const batch = rankedTalks.slice(from, from + BATCH_SIZE);
		await tx.watchlistPlace.deleteMany({ where: { userId, talkId: { in: batch.map(({ talkId }) => talkId) } } });
		await tx.watchlistPlace.createMany({ data: batch.map((rankedTalk) => ({ ...rankedTalk, userId })) });
	}
}
