import { beforeAll, beforeEach, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { mergeRatings, setRating } from "./mutations";
import { findRating } from "./queries";

describeOnEachDatabase("ratings", (getDb) => {
	const ada = "ada";
	const guest = "guest";
	let idOf: (talk: string) => number;

	beforeAll(async () => {
		const talks = ["a", "b", "c"].map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		({ idOf } = await createConference(getDb(), { slug: "conf", talks }));
		await createUser(getDb(), ada);
		await createUser(getDb(), guest);
	});

	beforeEach(async () => {
		await getDb().rating.deleteMany();
		await getDb().mark.deleteMany();
		await getDb().markChange.deleteMany();
	});

	const watch = (userId: string, ...talks: string[]) =>
		Promise.all(talks.map((talk) => setMark(getDb(), { userId, talkId: idOf(talk), status: "WATCHED" })));
	const rate = (userId: string, talk: string, stars: number | null) =>
		setRating(getDb(), { userId, talkId: idOf(talk), stars });
	const rating = (userId: string, talk: string) => findRating(getDb(), { userId, talkId: idOf(talk) });

	it("are given, changed and taken back", async () => {
		await watch(ada, "a");
		for (const stars of [4, 5, null, null]) {
			expect(await rate(ada, "a", stars)).toBe(true);
			expect(await rating(ada, "a")).toBe(stars);
		}
	});

	it("are for talks that one watched, oneself", async () => {
		await watch(guest, "a");
		await setMark(getDb(), { userId: ada, talkId: idOf("a"), status: "MUST_SEE" });
		expect(await rate(ada, "a", 5)).toBe(false);
		expect(await rate(ada, "b", 5)).toBe(false);
		expect(await setRating(getDb(), { userId: ada, talkId: 2_000_000_000, stars: 5 })).toBe(false);
		expect(await getDb().rating.count()).toBe(0);
	});

	it("are kept while a talk is not marked watched, and not changed then", async () => {
		await watch(ada, "a");
		await rate(ada, "a", 4);
		await setMark(getDb(), { userId: ada, talkId: idOf("a"), status: null });
		expect(await rate(ada, "a", null)).toBe(false);
		expect(await rating(ada, "a")).toBe(4);
	});

	it("of a guest join an account's: the later one stays, and when it was given", async () => {
		await watch(ada, "a", "b");
		await watch(guest, "a", "b", "c");
		for (const [userId, talk, stars, second] of [
			[ada, "a", 1, 1],
			[guest, "a", 2, 2],
			[guest, "b", 3, 1],
			[ada, "b", 4, 2],
			[guest, "c", 5, 3],
		] as const) {
			await rate(userId, talk, stars);
			const updatedAt = new Date(Date.UTC(2026, 1, 1, 0, 0, second));
			await getDb().rating.updateMany({ where: { userId, talkId: idOf(talk) }, data: { updatedAt } });
		}
		await getDb().$transaction((tx) => mergeRatings(tx, { fromUserId: guest, toUserId: ada }));
		const rows = await getDb().rating.findMany({ orderBy: { talkId: "asc" } });
		expect(rows.map(({ userId, stars, updatedAt }) => [userId, stars, updatedAt.getUTCSeconds()])).toEqual([
			[ada, 2, 2],
			[ada, 4, 2],
			[ada, 5, 3],
		]);
	});
});
