import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { compareRanks } from "./arrangement";

/** A talk in a visitor's own order; the rank of one that was never placed is null. */
export type Place = { readonly talkId: number; readonly rank: string | null };
export type RankedPlace = { readonly talkId: number; readonly rank: string };

/** A rank grows where talks are put into one spot again and again; beyond this all are numbered anew. */
const MAX_RANK_LENGTH = 64;

/** Places in order: by rank, and those without one after them, in the order given. */
export function inOwnOrder<Item extends Place>(places: readonly Item[]): Item[] {
	return places.toSorted((a, b) => compareRanks(a.rank, b.rank));
}

/**
 * The ranks that change so that a talk stands right before another, or last where `before` is null: mostly the talk's own
 * alone. `order` is the whole order, which comes from `inOwnOrder` and holds both talks.
 */
export function placeBefore(
	order: readonly Place[],
	{ talkId, before }: { talkId: number; before: number | null },
): RankedPlace[] {
	if (talkId === before) return [];
	const rest = order.filter((place) => place.talkId !== talkId);
	const index = before === null ? rest.length : rest.findIndex((place) => place.talkId === before);
	const ranked = rest.flatMap(({ rank }) => (rank === null ? [] : [rank]));
	const wanted = [...rest.slice(0, index).map((place) => place.talkId), talkId];
	try {
		// What was never placed and comes before the talk has a place from now on; it stands after all that have one.
		const unplaced = wanted.slice(ranked.length);
		const ranks =
			index <= ranked.length
				? [generateKeyBetween(ranked[index - 1], ranked[index])]
				: generateNKeysBetween(ranked.at(-1), null, unplaced.length);
		const placed = index <= ranked.length ? [talkId] : unplaced;
		if (ranks.every((rank) => rank.length <= MAX_RANK_LENGTH)) return withRanks(placed, ranks);
	} catch {
		// Two have the same rank, or one has none of ours: no rank fits between.
	}
	const all = [...wanted, ...rest.slice(index, ranked.length).map((place) => place.talkId)];
	return withRanks(all, generateNKeysBetween(null, null, all.length));
}

/** Places for talks that come after all of an order, in their own. */
export function placesAfter(last: string | null, talkIds: readonly number[]): RankedPlace[] {
	return withRanks(talkIds, generateNKeysBetween(last, null, talkIds.length));
}

function withRanks(talkIds: readonly number[], ranks: readonly string[]): RankedPlace[] {
	return talkIds.flatMap((talkId, index) => {
		const rank = ranks[index];
		return rank === undefined ? [] : [{ talkId, rank }];
	});
}
