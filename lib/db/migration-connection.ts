import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlQuery } from "@prisma/driver-adapter-utils";
import { providerOf, sqliteFile } from "./provider";

/** A connection on which a script runs whole or not at all. Whoever opens it disposes of it. */
export function connectForMigration(url: string): Promise<SqlDriverAdapter> {
	return providerOf(url) === "sqlite" ? connectSqlite(sqliteFile(url)) : connectPostgresql(url);
}

async function connectSqlite(file: string): Promise<SqlDriverAdapter> {
	mkdirSync(dirname(file), { recursive: true });
	const adapter = await new PrismaBetterSqlite3({ url: `file:${file}` }).connect();
	// Migrations that rebuild a table drop it, which with foreign keys on deletes what refers to it. They switch them off
	// themselves, but in a transaction that has no effect, so they are off from the start and checked at the end.
	await adapter.executeScript("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=OFF;");
	const { queryRaw, executeRaw, executeScript } = adapter;
	const run = (script: string) => executeScript.call(adapter, script);
	// The engine would lock the file for itself, and stop a server that is running; migrations have their own lock.
	const isFileLock = (query: SqlQuery) => /\blocking_mode\b/i.test(query.sql);
	return Object.assign(adapter, {
		queryRaw: async (query) =>
			isFileLock(query) ? { columnNames: [], columnTypes: [], rows: [] } : queryRaw.call(adapter, query),
		executeRaw: async (query) => (isFileLock(query) ? 0 : executeRaw.call(adapter, query)),
		executeScript: async (script) => {
			await run("BEGIN IMMEDIATE");
			try {
				await run(script);
				const violations = await queryRaw.call(adapter, { sql: "PRAGMA foreign_key_check", args: [], argTypes: [] });
				if (violations.rows.length > 0)
					throw new Error(`The migration leaves ${violations.rows.length} broken references.`);
				await run("COMMIT");
			} catch (error) {
				await run("ROLLBACK");
				throw error;
			}
		},
	} satisfies Partial<SqlDriverAdapter>);
}

async function connectPostgresql(url: string): Promise<SqlDriverAdapter> {
	// One connection: the engine's advisory lock belongs to the session that takes it.
	const factory = new PrismaPg({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
	const adapter = await factory.connect();
	return Object.assign(adapter, {
		// The adapter's own cuts a script at every semicolon. Sent whole, it is one transaction to PostgreSQL.
		executeScript: async (script) => {
			await adapter.underlyingDriver().query(script);
		},
	} satisfies Partial<SqlDriverAdapter>);
}
