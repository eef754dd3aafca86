import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
	ColumnTypeEnum,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { Provider } from "./provider";
import { withSchemaEngine } from "./schema-engine";

/** The schema of another provider: prisma/schema.prisma is SQLite's, and the others differ in that word alone. */
function toProviderSchema(provider: Provider, schema: string): string {
	return schema.replaceAll("sqlite", provider);
}

/**
 * The SQL that turns a database of schema `from` into one of schema `to`; empty where nothing changed.
 * Both are texts of schema.prisma as it is written, for SQLite; `from` may be empty. Needs no database of either kind.
 */
export async function diffSchemas(from: string, to: string, provider: Provider): Promise<string> {
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
