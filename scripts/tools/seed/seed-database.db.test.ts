import { betterAuth } from "better-auth";
import { beforeEach, expect, it } from "vitest";
import { createAuthOptions } from "@/lib/accounts/auth-options";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { ACCOUNTS, SeedError, seedDatabase } from "./seed-database";

const now = new Date("2026-03-01T12:00:00Z");

describeOnEachDatabase("a seeded database", (getDb) => {
	beforeEach(async () => {
		await getDb().user.deleteMany();
		await getDb().conference.deleteMany();
	});

	it("has conferences, an administrator, and a reader and a guest with a shelf", async () => {
		const db = getDb();
		const { conferences, accounts } = await seedDatabase(db, { now, isAgreed: false });
		expect(conferences).toHaveLength(3);
		expect(accounts).toEqual([
			{ email: ACCOUNTS.administrator.email, password: ACCOUNTS.administrator.password, role: "ADMINISTRATOR" },
			{ email: ACCOUNTS.reader.email, password: ACCOUNTS.reader.password, role: "VISITOR" },
		]);
		const counted = { marks: true, markLog: true, notes: true, topics: true, playbacks: true, writeUps: true } as const;
		const users = await db.user.findMany({
			select: { name: true, _count: { select: counted } },
			orderBy: { name: "asc" },
		});
		expect(users).toEqual([
			{
				name: "Ada Lindqvist",
				_count: { marks: 36, markLog: 36, notes: 18, topics: 3, playbacks: 3, writeUps: 3 },
			},
			{ name: "Beatrice Keeper", _count: { marks: 0, markLog: 0, notes: 0, topics: 0, playbacks: 0, writeUps: 0 } },
			{ name: "Guest", _count: { marks: 3, markLog: 3, notes: 0, topics: 3, playbacks: 0, writeUps: 0 } },
		]);
		expect(await db.publication.count()).toBe(1);
		expect(await db.rating.count()).toBeGreaterThan(0);
		expect((await db.mark.findMany({ distinct: ["status"] })).map(({ status }) => status).sort()).toEqual([
			"MISSED",
			"MUST_SEE",
			"WATCHED",
		]);
	});

	it("can be signed in to with what was printed", async () => {
		const { accounts } = await seedDatabase(getDb(), { now, isAgreed: false });
		const { api } = betterAuth(createAuthOptions(getDb()));
		for (const { email, password } of accounts) {
			expect((await api.signInEmail({ body: { email, password } })).user.email).toBe(email);
		}
	});

	it("is none that holds anybody's data, unless that is agreed to, nor one that was seeded before", async () => {
		const db = getDb();
		await createUser(db, "ada");
		await expect(seedDatabase(db, { now, isAgreed: false })).rejects.toThrow(
			new SeedError("This database holds data of 1 visitor: --yes seeds it nevertheless."),
		);
		expect(await count(db)).toEqual({ users: 1, conferences: 0 });
		await seedDatabase(db, { now, isAgreed: true });
		const seeded = await count(db);
		expect(seeded).toEqual({ users: 4, conferences: 3 });
		await expect(seedDatabase(db, { now, isAgreed: true })).rejects.toThrow(
			new SeedError("This database was seeded before: its accounts are there already."),
		);
		expect(await count(db)).toEqual(seeded);
	});

	it("keeps the schedule of a conference that was there", async () => {
		const db = getDb();
		await createConference(db, { slug: "fosdem-2026", talks: [{ slug: "mine", start: "2026-01-31T09:00:00Z" }] });
		const { conferences } = await seedDatabase(db, { now, isAgreed: false });
		expect(conferences).toHaveLength(2);
		const talks = await db.talk.findMany({ where: { conference: { slug: "fosdem-2026" } }, select: { slug: true } });
		expect(talks).toEqual([{ slug: "mine" }]);
	});
});

async function count(db: Db) {
	return { users: await db.user.count(), conferences: await db.conference.count() };
}
