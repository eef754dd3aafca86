import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { listWatchlist } from "../queries";
import { compareRanks } from "./arrangement";

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

/** A talk in a visitor's own order; the rank of one that was never placed is null. */
export type TalkRank = { readonly talkId: number; readonly rank: string | null };
type RankedTalk = { readonly talkId: number; readonly rank: string };

/** A rank grows where talks are put into one spot again and again; beyond this all are numbered anew. */
const MAX_RANK_LENGTH = 64;

/** Places in order: by rank, and those without one after them, in the order given. */
export function sortByRank<Item extends TalkRank>(items: readonly Item[]): Item[] {
	return items.toSorted((a, b) => compareRanks(a.rank, b.rank));
}

/**
 * The ranks that change so that a talk stands right before another, or last where `before` is null: mostly the talk's own
 * alone. `order` is the whole order, which comes from `inOwnOrder` and holds both talks.
 */
export function rankBefore(
	order: readonly TalkRank[],
	{ talkId, before }: { talkId: number; before: number | null },
): RankedTalk[] {
	if (talkId === before) return [];
	const rest = order.filter((item) => item.talkId !== talkId);
	const index = before === null ? rest.length : rest.findIndex((item) => item.talkId === before);
	const ranked = rest.flatMap(({ rank }) => (rank === null ? [] : [rank]));
	const wanted = [...rest.slice(0, index).map((item) => item.talkId), talkId];
	try {
		// What was never placed and comes before the talk has a place from now on; it stands after all that have one.
		const unranked = wanted.slice(ranked.length);
		const ranks =
			index <= ranked.length
				? [generateKeyBetween(ranked[index - 1], ranked[index])]
				: generateNKeysBetween(ranked.at(-1), null, unranked.length);
		const rankedIds = index <= ranked.length ? [talkId] : unranked;
		if (ranks.every((rank) => rank.length <= MAX_RANK_LENGTH)) return withRanks(rankedIds, ranks);
	} catch {
		// Two have the same rank, or one has none of ours: no rank fits between.
	}
	const all = [...wanted, ...rest.slice(index, ranked.length).map((item) => item.talkId)];
	return withRanks(all, generateNKeysBetween(null, null, all.length));
}

/** Places for talks that come after all of an order, in their own. */
export function rankAfter(last: string | null, talkIds: readonly number[]): RankedTalk[] {
	return withRanks(talkIds, generateNKeysBetween(last, null, talkIds.length));
}

function withRanks(talkIds: readonly number[], ranks: readonly string[]): RankedTalk[] {
	return talkIds.flatMap((talkId, index) => {
		const rank = ranks[index];
		return rank === undefined ? [] : [{ talkId, rank }];
	});
}
