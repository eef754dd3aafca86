import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "@/lib/db/migrate";
import { readMigrations } from "@/lib/db/migrations";
import type { Provider } from "@/lib/db/provider";

/** A database of one test's own, migrated and empty. */
export type TestDatabase = { readonly url: string; readonly remove: () => Promise<void> };

/**
 * Makes a migrated database for a test: a SQLite file in a folder of its own, or a PostgreSQL database on the server that
 * `serverUrl` (TEST_DATABASE_URL) names, whose user may create databases. Whoever makes it removes it.
 */
export async function createTestDatabase(provider: Provider, serverUrl = ""): Promise<TestDatabase> {
	if (provider === "postgresql") {
		templates.postgresql ??= migratePostgresqlTemplate(serverUrl);
		return createOnServer(serverUrl, await templates.postgresql);
	}
	templates.sqlite ??= migrateSqliteTemplate();
	return createFile(await templates.sqlite);
}

// On the global object: each file of tests loads this module for itself, and need not migrate for itself.
const globalStore = globalThis as { talkshelfTemplates?: { sqlite?: Promise<Buffer>; postgresql?: Promise<string> } };
globalStore.talkshelfTemplates ??= {};
const templates = globalStore.talkshelfTemplates;

/** Like `createTestDatabase`, without a table in it. */
export function createEmptyTestDatabase(provider: Provider, serverUrl = ""): Promise<TestDatabase> {
	return provider === "postgresql" ? createOnServer(serverUrl, "template0") : createFile(Buffer.of());
}

async function createFile(content: Buffer): Promise<TestDatabase> {
	const folder = await mkdtemp(join(tmpdir(), "talkshelf-test-"));
	const file = join(folder, "test.db");
	await writeFile(file, content);
	return { url: `file:${file}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Migrating takes a tenth of a second, writing what was migrated a thousandth. */
async function migrateSqliteTemplate(): Promise<Buffer> {
	const folder = await mkdtemp(join(tmpdir(), "talkshelf-template-"));
	try {
		const file = join(folder, "template.db");
		await migrate(`file:${file}`);
		return await readFile(file);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function createOnServer(serverUrl: string, template: string): Promise<TestDatabase> {
	const name = `talkshelf_test_${randomUUID().replaceAll("-", "")}`;
	await onServer(serverUrl, (server) => server.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
	return {
		url: withDatabase(serverUrl, name),
		remove: () =>
			onServer(serverUrl, async (server) => {
				await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
			}),
	};
}

/** One template for all workers and runs with the same migrations; named after them, so that it is never stale. */
async function migratePostgresqlTemplate(serverUrl: string): Promise<string> {
	const migrations = await readMigrations("postgresql");
	const digest = createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 16);
	const name = `talkshelf_template_${digest}`;
	await onServer(serverUrl, async (server) => {
		// Workers start together, and one of them makes it. The lock goes with the connection.
		await server.query("SELECT pg_advisory_lock(7426154)");
		const found = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
		if (found.rowCount) return;
		const draft = `${name}_draft`;
		await server.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
		await server.query(`CREATE DATABASE "${draft}"`);
		await migrate(withDatabase(serverUrl, draft));
		await server.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`);
	});
	return name;
}

function withDatabase(serverUrl: string, name: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
}

async function onServer<Result>(serverUrl: string, work: (server: pg.Client) => Promise<Result>): Promise<Result> {
	const server = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
	await server.connect();
	try {
		return await work(server);
	} finally {
		await server.end();
	}
}
