import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import Database from "better-sqlite3";
import pg from "pg";
import { connectForMigration } from "./migration-connection";
import { MIGRATIONS_FOLDER, type Migration, readMigrations } from "./migrations";
import { providerOf, sqliteFile } from "./provider";
import { withSchemaEngine } from "./schema-engine";

/**
 * Brings the database at `url` up to date with prisma/migrations, and resolves to the names of what it applied. Makes
 * the SQLite file where there is none. A migration is applied whole or not at all; several processes may call this at
 * once, and one of them does the work. Rejects with one sentence where a migration fails; the next call tries it again.
 */
export async function migrate(url: string, folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
	const migrations = await readMigrations(providerOf(url), folder);
	const isUpToDate = () =>
		withConnection(url, async (connection) => {
			const { applied } = await readHistory(connection);
			return migrations.every(({ name }) => applied.has(name));
		});
	if (await isUpToDate()) return [];
	return withMigrationLock(url, async () => {
		// Another process may have done it while this one waited.
		if (await isUpToDate()) return [];
		return withConnection(url, (connection) => applyAll(connection, migrations, folder));
	});
}

async function applyAll(
	connection: SqlDriverAdapter,
	migrations: readonly Migration[],
	folder: string,
): Promise<readonly string[]> {
	const { failed } = await readHistory(connection);
	const work = withSchemaEngine(withoutDispose(connection), async (engine) => {
		// A migration that failed left nothing behind but its record, which would keep it from being tried again.
		for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
		const applied = engine.applyMigrations({
			migrationsList: {
				baseDir: folder,
				lockfile: { path: "migration_lock.toml", content: null },
				shadowDbInitScript: "",
				migrationDirectories: migrations.map(({ name, sql }) => ({
					path: name,
					migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
				})),
			},
			filters: { externalTables: [], externalEnums: [] },
		});
		return (await applied).appliedMigrationNames;
	});
	return work.catch(async (error: Error) => {
		const [name] = (await readHistory(connection)).failed;
		throw name ? new Error(`Migration ${name} failed and was taken back: ${error.message}`, { cause: error }) : error;
	});
}

type History = { readonly applied: ReadonlySet<string>; readonly failed: readonly string[] };

/** What the database says was done to it. Starting the engine to ask would take a hundred times as long. */
async function readHistory(connection: SqlDriverAdapter): Promise<History> {
	try {
		const { rows } = await connection.queryRaw({
			sql: 'SELECT "migration_name", "finished_at" IS NOT NULL FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
			args: [],
			argTypes: [],
		});
		const records = rows.map(([name, isFinished]) => ({ name: String(name), isFinished: Boolean(isFinished) }));
		return {
			applied: new Set(records.filter((record) => record.isFinished).map((record) => record.name)),
			failed: records.filter((record) => !record.isFinished).map((record) => record.name),
		};
	} catch (error) {
		const isNew = isDriverAdapterError(error) && (error.cause as { kind?: string }).kind === "TableDoesNotExist";
		if (isNew) return { applied: new Set(), failed: [] };
		throw error;
	}
}

async function withConnection<Result>(
	url: string,
	work: (connection: SqlDriverAdapter) => Promise<Result>,
): Promise<Result> {
	const connection = await connectForMigration(url);
	try {
		return await work(connection);
	} catch (error) {
		// The adapter's errors have but a code for a message; the driver's own words stand behind it.
		const message = isDriverAdapterError(error) && (error.cause as { originalMessage?: string }).originalMessage;
		throw message ? new Error(message, { cause: error }) : error;
	} finally {
		await connection.dispose();
	}
}

/** The engine closes what it connected at a time of its own; what it is lent here, `withConnection` closes. */
function withoutDispose(connection: SqlDriverAdapter): SqlMigrationAwareDriverAdapterFactory {
	const connectionWithoutDispose: SqlDriverAdapter = Object.assign(Object.create(connection), {
		dispose: async () => {},
	});
	return {
		provider: connection.provider,
		adapterName: connection.adapterName,
		connect: async () => connectionWithoutDispose,
		connectToShadowDb: async () => {
			throw new Error("Applying migrations needs no shadow database.");
		},
	};
}

const MAX_WAIT_MS = 120_000;

/** Any number that nothing else in the database locks. */
const ADVISORY_LOCK = 7_426_153;

/**
 * Runs `work` while no other process migrates the database at `url`. The lock is the operating system's, or
 * PostgreSQL's, so it goes with the process that holds it.
 */
async function withMigrationLock<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
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
