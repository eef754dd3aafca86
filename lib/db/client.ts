import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client";
import type { Prisma } from "./generated/sqlite/client";
import { PrismaClient as SqliteClient } from "./generated/sqlite/client";
import { providerOf, sqliteFile } from "./provider";
import { SqliteAdapterFactory } from "./sqlite";

export type { Prisma };

/** The database, whichever it is: both clients are generated from the same models and take the same calls. */
export type Db = SqliteClient;

/** What an interactive transaction hands to its body; a `Db` can stand in for it where nothing is rolled back. */
export type Tx = Prisma.TransactionClient;

/** `maxWait` is longer than a SQLite writer waits for another process, so that the error says what was the matter. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** A client of the database at `url`: `file:…` is SQLite, `postgres:…` or `postgresql:…` is PostgreSQL. */
export function createClient(url: string): Db {
	if (providerOf(url) === "sqlite") {
		return new SqliteClient({ adapter: new SqliteAdapterFactory(sqliteFile(url)), transactionOptions });
	}
	const pool = { connectionString: url, max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 };
	return new PostgresqlClient({ adapter: new PrismaPg(pool), transactionOptions }) as unknown as Db;
}
