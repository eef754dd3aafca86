import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client";
import { Prisma, PrismaClient as SqliteClient } from "./generated/sqlite/client";
import { type Provider, providerOf, sqliteFile } from "./provider";
import { SqliteAdapterFactory } from "./sqlite-adapter";

export { Prisma };

/** The database, whichever it is: both clients are generated from the same models and take the same calls. */
export type Db = SqliteClient;

/** What an interactive transaction hands to its body; a `Db` can stand in for it where nothing is rolled back. */
export type Tx = Prisma.TransactionClient;

/** `maxWait` is longer than a SQLite writer waits for another process, so that the error says what was the matter. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** A client of the database at `url`: `file:…` is SQLite, `postgres:…` or `postgresql:…` is PostgreSQL. */
export function createClient(url: string): Db {
	const client = providerOf(url) === "sqlite" ? sqliteClient(url) : postgresqlClient(url);
	providers.set(client, providerOf(url));
	return client;
}

// On the global object, as the app's client is (db.ts): this module may be there more than once in a process, and each of
// them is handed a client that another one made.
const globalStore = globalThis as { talkshelfProviders?: WeakMap<Db, Provider> };
globalStore.talkshelfProviders ??= new WeakMap();
const providers = globalStore.talkshelfProviders;

/** Which database a client talks to, for the few statements that Prisma has no words for. */
export function providerOfClient(client: Db): Provider {
	const provider = providers.get(client);
	if (!provider) throw new Error("This is no client that createClient made.");
	return provider;
}

function sqliteClient(url: string): Db {
	return new SqliteClient({ adapter: new SqliteAdapterFactory(sqliteFile(url)), transactionOptions });
}

function postgresqlClient(url: string): Db {
	const pool = { connectionString: url, max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 };
	return new PostgresqlClient({ adapter: new PrismaPg(pool), transactionOptions }) as unknown as Db;
}
