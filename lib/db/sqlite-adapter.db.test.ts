import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { createClient, type Db } from "./client";
import { sqliteFile } from "./provider";

let database: TestDatabase;
let db: Db;
beforeEach(async () => {
	database = await createTestDatabase("sqlite");
	db = createClient(database.url);
});
afterEach(async () => {
	await db.$disconnect();
	await database.remove();
});

const conference = {
	slug: "a",
	title: "",
	timeZone: "UTC",
	startDate: "2026-01-31",
	endDate: "2026-01-31",
	source: "",
};

test("the connection that writes has a write-ahead log, waits without blocking, and checks references", async () => {
	const pragmas = ["journal_mode", "synchronous", "foreign_keys"];
	const values = await Promise.all(pragmas.map((pragma) => db.$queryRawUnsafe(`PRAGMA ${pragma}`)));
	expect(values).toEqual([[{ journal_mode: "wal" }], [{ synchronous: 1n }], [{ foreign_keys: 1n }]]);
});

test.each([
	["a write", () => db.conference.create({ data: conference })],
	["a transaction", () => db.$transaction((tx) => tx.conference.create({ data: conference }))],
	[
		"a transaction that reads first",
		() =>
			db.$transaction(async (tx) => {
				await tx.conference.count();
				await tx.conference.create({ data: conference });
			}),
	],
])("%s waits while another process writes, and the server goes on meanwhile", async (_, write) => {
	const other = new Database(sqliteFile(database.url));
	other.exec(`BEGIN IMMEDIATE; UPDATE "Conference" SET "title" = ''`);
	let ticks = 0;
	const ticking = setInterval(() => ticks++, 10);
	const written = write();
	// A write that blocks this process meets the other one's lock for as long as it waits at all, and fails.
	await Promise.race([written, vi.waitUntil(() => ticks >= 10, { timeout: 20_000 })]);
	const readMeanwhile = await db.conference.count();
	other.exec("COMMIT");
	other.close();
	await written;
	clearInterval(ticking);
	expect({ readMeanwhile, after: await db.conference.count() }).toEqual({ readMeanwhile: 0, after: 1 });
});

test("writes of two clients of one file, with and without transactions, are all kept", async () => {
	const second = createClient(database.url);
	const write = (client: Db, slug: string, isAlone: boolean) =>
		isAlone
			? client.conference.create({ data: { ...conference, slug } })
			: client.$transaction(async (tx) => {
					await tx.conference.count();
					await tx.conference.create({ data: { ...conference, slug } });
				});
	const writes = Array.from({ length: 100 }, (_, index) => write(index % 2 ? db : second, `${index}`, index % 3 === 0));
	await Promise.all(writes);
	await second.$disconnect();
	expect(await db.conference.count()).toBe(100);
});
