import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAfter, rankBefore, sortByRank, type TalkRank } from "./mutations";

function applied(order: readonly TalkRank[], move: { talkId: number; before: number | null }): TalkRank[] {
	const changed = new Map(rankBefore(order, move).map(({ talkId, rank }) => [talkId, rank]));
	return sortByRank(order.map((item) => ({ ...item, rank: changed.get(item.talkId) ?? item.rank })));
}

const idsOf = (order: readonly TalkRank[]) => order.map(({ talkId }) => talkId);

/** What the order has to be afterwards, told plainly. */
function moved(ids: readonly number[], { talkId, before }: { talkId: number; before: number | null }): number[] {
	if (talkId === before) return [...ids];
	const rest = ids.filter((id) => id !== talkId);
	const index = before === null ? rest.length : rest.indexOf(before);
	return [...rest.slice(0, index), talkId, ...rest.slice(index)];
}

const unranked: TalkRank[] = [1, 2, 3, 4].map((talkId) => ({ talkId, rank: null }));

describe("an order of one's own", () => {
	it("begins as the order of time", () => {
		expect(idsOf(sortByRank(unranked))).toEqual([1, 2, 3, 4]);
	});

	it("changes the one that is moved, where its neighbours have a place", () => {
		const order = applied(unranked, { talkId: 1, before: null });
		expect(idsOf(order)).toEqual([2, 3, 4, 1]);
		expect(rankBefore(order, { talkId: 4, before: 3 })).toHaveLength(1);
		expect(idsOf(applied(order, { talkId: 4, before: 3 }))).toEqual([2, 4, 3, 1]);
	});

	it("leaves what comes after the moved one without a place", () => {
		const order = applied(unranked, { talkId: 4, before: 2 });
		expect(idsOf(order)).toEqual([1, 4, 2, 3]);
		expect(order.map(({ rank }) => rank === null)).toEqual([false, false, true, true]);
	});

	it("stays where a talk is put before itself", () => {
		expect(rankBefore(unranked, { talkId: 2, before: 2 })).toEqual([]);
	});

	it("is numbered anew where two have the same rank, or one that is none", () => {
		for (const rank of ["a0", "", "no rank", "a00", "é"]) {
			const order = sortByRank([1, 2, 3].map((talkId) => ({ talkId, rank })));
			expect(idsOf(applied(order, { talkId: 3, before: 2 }))).toEqual([1, 3, 2]);
		}
	});

	it("is what the moves say, however many there were and whatever had a place before", () => {
		const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
		const moves = fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { maxLength: 40 });
		const ranks = fc.array(fc.option(fc.constantFrom("a0", "a1", "a1V", "Zz", "b00")), { maxLength: 12 });
		fc.assert(
			fc.property(ids, ranks, moves, (talkIds, rankOf, picks) => {
				let order: TalkRank[] = sortByRank(talkIds.map((talkId, index) => ({ talkId, rank: rankOf[index] ?? null })));
				let expected = idsOf(order);
				for (const [talk, before] of picks) {
					const move = {
						talkId: talkIds[talk % talkIds.length] as number,
						before: before === null ? null : (talkIds[before % talkIds.length] as number),
					};
					order = applied(order, move);
					expected = moved(expected, move);
					expect(idsOf(order)).toEqual(expected);
				}
			}),
		);
	});

	it("keeps its ranks short, though talks are put into one spot a thousand times", () => {
		let order: TalkRank[] = [1, 2, 3].map((talkId) => ({ talkId, rank: null }));
		order = applied(order, { talkId: 3, before: null });
		for (let round = 0; round < 1000; round++)
			order = applied(order, { talkId: round % 2 === 0 ? 3 : 2, before: round % 2 === 0 ? 2 : 3 });
		expect(Math.max(...order.map(({ rank }) => rank?.length ?? 0))).toBeLessThanOrEqual(64);
		expect(idsOf(order)).toEqual([1, 2, 3]);
	});

	it("takes further talks at its end", () => {
		const first = rankAfter(null, [7, 8]);
		const further = rankAfter(first.at(-1)?.rank ?? null, [9, 10]);
		expect(idsOf(sortByRank([...further, ...first]))).toEqual([7, 8, 9, 10]);
		expect(rankAfter(null, [])).toEqual([]);
	});
});
