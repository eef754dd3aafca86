import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
	ColumnTypeEnum,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { Provider } from "./provider";
import { withSchemaEngine } from "./schema-engine";

/** The schema of another provider: prisma/schema.prisma is SQLite's, and the others differ in that word alone. */
function schemaFor(provider: Provider, schema: string): string {
	return schema.replaceAll("sqlite", provider);
}

/**
 * The SQL that turns a database of schema `from` into one of schema `to`; empty where nothing changed.
 * Both are texts of schema.prisma as it is written, for SQLite; `from` may be empty. Needs no database of either kind.
 */
export async function diffSchemas(from: string, to: string, provider: Provider): Promise<string> {
	const diff = await withSchemaEngine(engineConnection(provider), (engine) =>
		engine.diff({
			from: schemaTarget(from || EMPTY_SCHEMA, provider),
			to: schemaTarget(to, provider),
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

function schemaTarget(schema: string, provider: Provider) {
	return {
		tag: "schemaDatamodel" as const,
		files: [{ path: "schema.prisma", content: schemaFor(provider, schema) }],
	};
}

function engineConnection(provider: Provider): SqlMigrationAwareDriverAdapterFactory {
	return provider === "sqlite" ? new PrismaBetterSqlite3({ url: ":memory:" }) : postgresqlWithoutServer;
}

/** The engine asks PostgreSQL for its version before it compares two files; this answers without a server. */
const answers: SqlDriverAdapter = {
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

const postgresqlWithoutServer: SqlMigrationAwareDriverAdapterFactory = {
	provider: answers.provider,
	adapterName: answers.adapterName,
	connect: async () => answers,
	connectToShadowDb: async () => answers,
};
