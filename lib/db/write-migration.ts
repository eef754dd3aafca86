import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
	ColumnTypeEnum,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { Provider } from "./provider";
import { withSchemaEngine } from "./schema-engine";

const PROVIDERS: readonly Provider[] = ["sqlite", "postgresql"];

/**
 * Writes what has to happen to the databases since the last migration, into a folder each below `folder`, and `schema`
 * as the one that the next migration starts from. Resolves to the files, or to none where nothing changed.
 * @param schema the text of prisma/schema.prisma
 */
export async function writeMigration(
	name: string,
	{ now, schema, folder }: { now: Date; schema: string; folder: string },
): Promise<readonly string[]> {
	const lastSchemaFile = join(folder, "schema.prisma");
	const last = await readFile(lastSchemaFile, "utf8").catch(() => "");
	const diffs = await Promise.all(
		PROVIDERS.map(async (provider) => ({ provider, sql: await diffSchemas(last, schema, provider) })),
	);
	if (diffs.every(({ sql }) => sql === "")) return [];
	const timedName = `${now.toISOString().slice(0, 19).replaceAll(/\D/g, "")}_${name}`;
	const files: string[] = [];
	for (const { provider, sql } of diffs) {
		const target = join(folder, provider, timedName);
		await mkdir(target, { recursive: true });
		files.push(join(target, "migration.sql"));
		await writeFile(join(target, "migration.sql"), sql || "-- Nothing changes in this database.\n");
	}
	await writeFile(lastSchemaFile, schema);
	return files;
}

/** The schema of another provider: prisma/schema.prisma is SQLite's, and the others differ in that word alone. */
function toProviderSchema(provider: Provider, schema: string): string {
	return schema.replaceAll("sqlite", provider);
}

/**
 * The SQL that turns a database of schema `from` into one of schema `to`; empty where nothing changed.
 * Both are texts of schema.prisma as it is written, for SQLite; `from` may be empty. Needs no database of either kind.
 */
async function diffSchemas(from: string, to: string, provider: Provider): Promise<string> {
	const diff = await withSchemaEngine(createEngineConnection(provider), (engine) =>
		engine.diff({
			from: createSchemaTarget(from || EMPTY_SCHEMA, provider),
			to: createSchemaTarget(to, provider),
			script: true,
			exitCode: true,
			filters: { externalTables: [], externalEnums: [] },
		}),
	);
	const changed = diff.exitCode === 2;
	return changed ? (diff.stdout ?? "") : "";
}

/** Not the engine's own "empty", which for PostgreSQL also makes the schema "public": a right that not every user has. */
const EMPTY_SCHEMA = `datasource db {\n  provider = "sqlite"\n}\n`;

function createSchemaTarget(schema: string, provider: Provider) {
	return {
		tag: "schemaDatamodel" as const,
		files: [{ path: "schema.prisma", content: toProviderSchema(provider, schema) }],
	};
}

function createEngineConnection(provider: Provider): SqlMigrationAwareDriverAdapterFactory {
	return provider === "sqlite" ? new PrismaBetterSqlite3({ url: ":memory:" }) : offlineAdapterFactory;
}

/** The engine asks PostgreSQL for its version before it compares two files; this answers without a server. */
const offlineAdapter: SqlDriverAdapter = {
	provider: "postgres",
	adapterName: "@prisma/adapter-pg",
	async queryRaw() {
		return {
			columnNames: ["exists", "version", "numeric_version"],
			columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
			rows: [[true, "PostgreSQL 15.0", 150000]],
		};
	},
	async executeRaw() {
		return 0;
	},
	async executeScript() {},
	async startTransaction() {
		throw new Error("Comparing two schemas does not write to a database.");
	},
	async dispose() {},
};

const offlineAdapterFactory: SqlMigrationAwareDriverAdapterFactory = {
	provider: offlineAdapter.provider,
	adapterName: offlineAdapter.adapterName,
	connect: async () => offlineAdapter,
	connectToShadowDb: async () => offlineAdapter,
};
