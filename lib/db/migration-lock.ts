import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import pg from "pg";
import { providerOf, sqliteFile } from "./provider";

const MAX_WAIT_MS = 120_000;

/** Any number that nothing else in the database locks. */
const ADVISORY_LOCK = 7_426_153;

/**
 * Runs `work` while no other process migrates the database at `url`. The lock is the operating system's, or
 * PostgreSQL's, so it goes with the process that holds it.
 */
export async function withMigrationLock<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
	const release = providerOf(url) === "sqlite" ? await lockFile(`${sqliteFile(url)}-migration`) : await lockServer(url);
	try {
		return await work();
	} finally {
		await release();
	}
}

/** An empty SQLite database beside the real one: the one portable file lock that is here anyway. */
async function lockFile(file: string): Promise<() => void> {
	mkdirSync(dirname(file), { recursive: true });
	const lock = new Database(file, { timeout: 0 });
	const deadline = performance.now() + MAX_WAIT_MS;
	for (;;) {
		try {
			lock.exec("BEGIN EXCLUSIVE");
			return () => lock.close();
		} catch (error) {
			const isHeld = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
			if (!isHeld || performance.now() > deadline) {
				lock.close();
				throw error;
			}
			await sleep(50);
		}
	}
}

async function lockServer(url: string): Promise<() => Promise<void>> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	await client.connect();
	try {
		await client.query(`SET lock_timeout = ${MAX_WAIT_MS}`);
		await client.query(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
	} catch (error) {
		await client.end();
		throw error;
	}
	return () => client.end();
}
