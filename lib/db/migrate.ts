import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { connectForMigration } from "./migration-connection";
import { withMigrationLock } from "./migration-lock";
import { MIGRATIONS_FOLDER, type Migration, readMigrations } from "./migrations";
import { providerOf } from "./provider";
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
