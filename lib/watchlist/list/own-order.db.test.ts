import { beforeEach, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { listWatchlist } from "../queries";
import { moveTalkSchema } from "../schema";
import { sortEntries } from "./arrangement";
import { mergeOwnOrder, moveTalk } from "./mutations";

describeOnEachDatabase("an order of one's own", (getDb) => {
	let idOf: (talk: string) => number;
	let round = 0;
	let ada: string;

	const names = ["a", "b", "c", "d", "e"];

	beforeEach(async () => {
		ada = await createUser(getDb(), `ada-${++round}`);
		({ idOf } = await createConference(getDb(), {
			slug: `conf-${round}`,
			talks: [...names, "unmarked"].map((slug, hour) => ({ slug, start: `2026-01-31T1${hour}:00:00Z` })),
		}));
		for (const name of names) await mark(ada, name);
	});

	async function mark(userId: string, talk: string) {
		await getDb().mark.create({ data: { userId, talkId: idOf(talk), status: "MUST_SEE" } });
	}

	const move = (talk: string, before: string | null, userId = ada) =>
		moveTalk(getDb(), { userId, talkId: idOf(talk), before: before === null ? null : idOf(before) });

	async function order(userId = ada): Promise<string> {
		const entries = await listWatchlist(getDb(), userId, null);
		return sortEntries(entries, "own")
			.map(({ talk }) => talk.slug)
			.join("");
	}

	it("is that of time until a talk is moved, and then what was moved where", async () => {
		expect(await order()).toBe("abcde");
		expect(await move("d", "b")).toBe(true);
		expect(await order()).toBe("adbce");
		await move("a", null);
		expect(await order()).toBe("dbcea");
		await move("a", "d");
		expect(await order()).toBe("adbce");
		await move("c", "c");
		expect(await order()).toBe("adbce");
	});

	it("keeps the place of a talk that is not marked for a while", async () => {
		await move("e", "a");
		await move("d", null);
		expect(await order()).toBe("eabcd");
		await getDb().mark.deleteMany({ where: { userId: ada, talkId: idOf("b") } });
		await move("c", "a");
		expect(await order()).toBe("ecad");
		await mark(ada, "b");
		expect(await order()).toBe("ecabd");
	});

	it("refuses a talk that is not on the visitor's watchlist, as one that does not exist, and changes nothing", async () => {
		await move("d", "b");
		const bob = await createUser(getDb(), `bob-${round}`);
		await mark(bob, "a");
		const before = await getDb().watchlistPlace.findMany();
		expect(await move("unmarked", "a")).toBe(false);
		expect(await move("a", "unmarked")).toBe(false);
		expect(await move("b", null, bob)).toBe(false);
		expect(await move("a", "b", bob)).toBe(false);
		expect(await move("a", null, "nobody")).toBe(false);
		expect(await moveTalk(getDb(), { userId: ada, talkId: 2_147_483_647, before: null })).toBe(false);
		expect(await getDb().watchlistPlace.findMany()).toEqual(before);
	});

	it("takes moves of several tabs at once, and loses no talk", async () => {
		await Promise.all([move("e", "a"), move("d", "a"), move("c", "a"), move("b", null), move("a", null)]);
		expect([...(await order())].sort().join("")).toBe("abcde");
		const ranks = (await listWatchlist(getDb(), ada, null)).map(({ rank }) => rank);
		expect(new Set(ranks).size).toBe(5);
	});

	it("is numbered anew where ranks are the same, or none of ours", async () => {
		for (const name of names) {
			await getDb().watchlistPlace.create({ data: { userId: ada, talkId: idOf(name), rank: "a0" } });
		}
		expect(await move("e", "b")).toBe(true);
		expect(await order()).toBe("aebcd");
	});

	it("comes along from a guest: after the account's own, in the guest's order", async () => {
		const guest = await createUser(getDb(), `guest-${round}`);
		for (const name of names) await mark(guest, name);
		await move("e", "a", guest);
		await move("d", "a", guest);
		await move("b", "a", guest);
		expect(await order(guest)).toBe("edbac");
		await move("b", "a");
		expect(await order()).toBe("bacde");
		await getDb().$transaction((tx) => mergeOwnOrder(tx, { fromUserId: guest, toUserId: ada }));
		expect(await order()).toBe("bedac");
		expect(await getDb().watchlistPlace.count({ where: { userId: guest } })).toBe(0);
	});

	it("is read of two talks, and of nothing else", () => {
		const problem = (body: unknown) => moveTalkSchema.safeParse(body).error?.issues[0]?.message;
		expect(moveTalkSchema.safeParse({ talkId: 3, before: null, other: 1 })).toEqual({
			success: true,
			data: { talkId: 3, before: null },
		});
		for (const talkId of [Number.NaN, 0, -1, 1.5, 2 ** 31, "3", null, undefined]) {
			expect(problem({ talkId, before: null })).toBe("That is not a talk.");
		}
		expect(problem({ talkId: 1, before: "x" })).toBe("That is not a talk.");
		expect(problem({ talkId: 1 })).toBe("That is not a talk.");
		expect(problem([])).toBe("A talk is put before another one.");
	});
});
