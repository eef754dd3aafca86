import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
	type IsolationLevel,
	isDriverAdapterError,
	type SqlDriverAdapter,
	type SqlDriverAdapterFactory,
	type SqlQuery,
	type SqlResultSet,
	type Transaction,
} from "@prisma/driver-adapter-utils";

/** How long a writer waits for the writers of other processes. */
const MAX_WAIT_MS = 10_000;

/** WAL lets everyone read while one writes, and stays in the file; the others are of a connection. */
const PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;";

/**
 * Opens a SQLite file for Prisma with two connections, one that reads and one that writes.
 *
 * Prisma's own adapter has one, which everything in the process shares: what one request writes while another's
 * transaction is open becomes part of that transaction, and is lost when it rolls back. And since the driver blocks
 * while it waits, waiting for another process's lock would stop the whole server. So here writers take turns on a
 * connection of their own, and wait for other processes without blocking; readers see what is committed, always.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
	readonly provider = "sqlite";
	readonly adapterName = "@prisma/adapter-better-sqlite3";
	readonly #file: string;

	constructor(file: string) {
		this.#file = file;
	}

	async connect(): Promise<SqlDriverAdapter> {
		mkdirSync(dirname(this.#file), { recursive: true });
		// Instants are text such as 2026-01-31T09:00:00.000+00:00, always in UTC, so their order is that of the text.
		const factory = new PrismaBetterSqlite3({ url: `file:${this.#file}` }, { timestampFormat: "iso8601" });
		const writer = await factory.connect();
		await writer.executeScript(`PRAGMA busy_timeout=5000; ${PRAGMAS} PRAGMA busy_timeout=0;`);
		const reader = await factory.connect();
		await reader.executeScript(`PRAGMA busy_timeout=5000; ${PRAGMAS} PRAGMA query_only=ON;`);
		return new SqliteAdapter(reader, writer);
	}
}

class SqliteAdapter implements SqlDriverAdapter {
	readonly provider = "sqlite";
	readonly adapterName = "@prisma/adapter-better-sqlite3";
	readonly #reader: SqlDriverAdapter;
	readonly #writer: SqlDriverAdapter;
	readonly #turns = new Mutex();

	constructor(reader: SqlDriverAdapter, writer: SqlDriverAdapter) {
		this.#reader = reader;
		this.#writer = writer;
	}

	queryRaw(query: SqlQuery): Promise<SqlResultSet> {
		// Anything else may write: INSERT … RETURNING, and WITH … DELETE.
		if (/^\s*SELECT\b/i.test(query.sql)) return this.#reader.queryRaw(query);
		return this.#write(() => this.#writer.queryRaw(query));
	}

	executeRaw(query: SqlQuery): Promise<number> {
		return this.#write(() => this.#writer.executeRaw(query));
	}

	executeScript(script: string): Promise<void> {
		return this.#write(() => this.#writer.executeScript(script));
	}

	async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
		const release = await this.#turns.acquire();
		try {
			const transaction = await this.#writer.startTransaction(isolationLevel);
			try {
				// The adapter's BEGIN takes no lock, and a transaction that reads first and writes later would fail where
				// another process wrote in between. Nothing has happened in it yet: begin it anew as a writer.
				await transaction.executeRaw(toQuery("COMMIT"));
				await retryWhileLocked(() => transaction.executeRaw(toQuery("BEGIN IMMEDIATE")));
			} catch (error) {
				await transaction.rollback();
				throw error;
			}
			return releaseAtEnd(transaction, release);
		} catch (error) {
			release();
			throw error;
		}
	}

	async dispose(): Promise<void> {
		await this.#reader.dispose();
		await this.#writer.dispose();
	}

	async #write<Result>(work: () => Promise<Result>): Promise<Result> {
		const release = await this.#turns.acquire();
		try {
			return await retryWhileLocked(work);
		} finally {
			release();
		}
	}
}

/** Lets one in at a time, in the order of asking. */
class Mutex {
	#last: Promise<void> = Promise.resolve();

	async acquire(): Promise<() => void> {
		const before = this.#last;
		let release = () => {};
		this.#last = new Promise((resolve) => {
			release = resolve;
		});
		await before;
		return release;
	}
}

/** Tries again while another process holds the lock. Only for what did nothing where it failed. */
async function retryWhileLocked<Result>(attempt: () => Promise<Result>): Promise<Result> {
	const deadline = performance.now() + MAX_WAIT_MS;
	for (let delay = 1; ; delay = Math.min(delay * 2, 50)) {
		try {
			return await attempt();
		} catch (error) {
			if (!isLocked(error) || performance.now() > deadline) throw error;
			await sleep(delay);
		}
	}
}

/** Whether the adapter says that the database is locked: its name for SQLITE_BUSY is this. */
function isLocked(error: unknown): boolean {
	return isDriverAdapterError(error) && (error.cause as { kind?: string } | undefined)?.kind === "SocketTimeout";
}

function toQuery(sql: string): SqlQuery {
	return { sql, args: [], argTypes: [] };
}

function releaseAtEnd(transaction: Transaction, release: () => void): Transaction {
	const { commit, rollback } = transaction;
	return Object.assign(transaction, {
		commit: () => commit.call(transaction).finally(release),
		rollback: () => rollback.call(transaction).finally(release),
	});
}
