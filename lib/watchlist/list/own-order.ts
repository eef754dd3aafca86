import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { compareRanks } from "./arrangement";

/** A talk in a visitor's own order; the rank of one that was never placed is null. */
export type TalkRank = { readonly talkId: number; readonly rank: string | null };
export type RankedTalk = { readonly talkId: number; readonly rank: string };

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
