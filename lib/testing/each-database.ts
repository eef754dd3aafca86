import { afterAll, beforeAll, describe } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import type { Provider } from "@/lib/db/provider";
import { createTestDatabase, type TestDatabase } from "./test-database";

/** The PostgreSQL server that tests may make databases on; empty where there is none. */
export const TEST_SERVER_URL = process.env.TEST_DATABASE_URL ?? "";

/**
 * Runs a suite on a fresh, migrated, empty SQLite database, and again on a PostgreSQL one where TEST_DATABASE_URL names
 * a server; without it that suite is skipped and says so. `getDb` may be called in tests and hooks, not while the suite
 * is being collected.
 */
export function describeOnEachDatabase(name: string, suite: (getDb: () => Db) => void): void {
	describe(`${name} (SQLite)`, () => withDatabase("sqlite", suite));
	if (TEST_SERVER_URL) describe(`${name} (PostgreSQL)`, () => withDatabase("postgresql", suite));
	else
		describe.skip(`${name} (PostgreSQL skipped: TEST_DATABASE_URL is not set)`, () =>
			withDatabase("postgresql", suite));
}

function withDatabase(provider: Provider, suite: (getDb: () => Db) => void): void {
	let database: TestDatabase | undefined;
	let db: Db | undefined;
	beforeAll(async () => {
		database = await createTestDatabase(provider, TEST_SERVER_URL);
		db = createClient(database.url);
	});
	afterAll(async () => {
		await db?.$disconnect();
		await database?.remove();
	});
	suite(() => {
		if (!db) throw new Error("The database is there once the suite's hooks have run.");
		return db;
	});
}
