import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TEST_SERVER_URL } from "@/lib/testing/each-database";
import { createEmptyTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { createClient, type Db } from "./client";
import { migrate } from "./migrate";
import { MIGRATIONS_FOLDER, readMigrations } from "./migrations";
import type { Provider } from "./provider";

describe("Migrating SQLite", () => migrating("sqlite"));
describe.skipIf(!TEST_SERVER_URL)(
	`Migrating PostgreSQL${TEST_SERVER_URL ? "" : " (skipped: TEST_DATABASE_URL is not set)"}`,
	() => migrating("postgresql"),
);

function migrating(provider: Provider): void {
	let database: TestDatabase;
	let folder: string;
	const names = async () => (await readMigrations(provider)).map(({ name }) => name);
	const withDb = async <Result>(work: (db: Db) => Promise<Result>) => {
		const db = createClient(database.url);
		try {
			return await work(db);
		} finally {
			await db.$disconnect();
		}
	};
	const addMigration = async (name: string, sql: string) => {
		await mkdir(join(folder, provider, name), { recursive: true });
		await writeFile(join(folder, provider, name, "migration.sql"), sql);
	};

	beforeEach(async () => {
		database = await createEmptyTestDatabase(provider, TEST_SERVER_URL);
		folder = await mkdtemp(join(tmpdir(), "talkshelf-migrations-"));
		await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
	});

	afterEach(async () => {
		await database.remove();
		await rm(folder, { recursive: true });
	});

	test("applies every migration once", async () => {
		expect([await migrate(database.url), await migrate(database.url)]).toEqual([await names(), []]);
		const recorded = await withDb((db) => db.$queryRaw`SELECT "migration_name" FROM "_prisma_migrations"`);
		expect(recorded).toEqual((await names()).map((name) => ({ migration_name: name })));
	});

	test("goes on where its modules are loaded again, as development does", async () => {
		await migrate(database.url);
		vi.resetModules();
		const reloaded = await import("./migrate");
		await addMigration("99990101000000_more", 'CREATE TABLE "More" ("id" INTEGER);');
		expect(await reloaded.migrate(database.url, folder)).toEqual(["99990101000000_more"]);
	});

	test("lets one of those that start at once do the work", async () => {
		const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
		expect(applied.flat()).toEqual(await names());
	});

	test("takes a failed migration back whole, says why, and tries it again", async () => {
		await migrate(database.url);
		const half = 'CREATE TABLE "Half" ("id" INTEGER); INSERT INTO "Half" VALUES (1);';
		await addMigration("99990101000000_half", `${half} INSERT INTO "Nowhere" VALUES (1);`);
		for (let attempt = 0; attempt < 2; attempt++) {
			await expect(migrate(database.url, folder)).rejects.toThrow(/^Migration 99990101000000_half failed .*Nowhere/);
		}
		await addMigration("99990101000000_half", half);
		expect(await migrate(database.url, folder)).toEqual(["99990101000000_half"]);
		expect(await withDb((db) => db.$queryRaw`SELECT "id" FROM "Half"`)).toEqual([{ id: 1 }]);
	});

	test("keeps what refers to a table while the table is rebuilt, and runs beside an open client", async () => {
		await migrate(database.url);
		const kept = await withDb(async (db) => {
			const dates = { timeZone: "UTC", startDate: "2026-01-31", endDate: "2026-02-01" };
			const conference = await db.conference.create({ data: { slug: "kept", title: "Kept", source: "", ...dates } });
			await db.track.create({ data: { conferenceId: conference.id, slug: "a", name: "A; or so", position: 0 } });
			await addMigration(
				"99990101000000_rebuild",
				provider === "sqlite" ? await rebuildSqlite(db) : REBUILD_POSTGRESQL,
			);
			await migrate(database.url, folder);
			return db.track.findMany({ select: { name: true, conference: { select: { slug: true, title: true } } } });
		});
		expect(kept).toEqual([{ name: "A; or so", conference: { slug: "kept", title: "Kept; whole" } }]);
	});

	test("says of what was written before whether it is empty", async () => {
		for (const { name } of (await readMigrations(provider)).filter(({ name }) => name >= KEPT_EMPTINESS)) {
			await rm(join(folder, provider, name), { recursive: true });
		}
		await migrate(database.url, folder);
		const texts = ["", "words", " \n\u3000\ufeff"];
		await withDb(async (db) => {
			await db.$executeRaw`INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('ada', 'Ada', 'a@x.org', ${AT})`;
			await db.$executeRaw`INSERT INTO "Conference" ("id", "slug", "title", "timeZone", "startDate", "endDate", "source",
				"updatedAt") VALUES (1, 'c', 'C', 'UTC', '2026-01-31', '2026-01-31', '', ${AT})`;
			for (const [id, text] of texts.entries()) {
				await db.$executeRaw`INSERT INTO "Talk" ("id", "conferenceId", "key", "slug", "title", "day", "start", "duration",
					"updatedAt") VALUES (${id}, 1, ${`${id}`}, ${`${id}`}, '', '2026-01-31', ${AT}, 30, ${AT})`;
				await db.$executeRaw`INSERT INTO "Transcript" ("talkId", "url", "cues", "text", "fetchedAt")
					VALUES (${id}, '', '[]', ${text}, ${AT})`;
				await db.$executeRaw`INSERT INTO "Note" ("id", "userId", "talkId", "text", "updatedAt")
					VALUES (${`note ${id}`}, 'ada', ${id}, ${text}, ${AT})`;
			}
			await db.$executeRaw`INSERT INTO "Takeaway" ("noteId", "id", "position", "text") VALUES ('note 0', 'a', 0, 'said')`;
			await db.$executeRaw`INSERT INTO "Takeaway" ("noteId", "id", "position", "text") VALUES ('note 2', 'a', 0, ' ')`;
		});
		await migrate(database.url);
		await withDb(async (db) => {
			const transcripts = await db.transcript.findMany({ orderBy: { talkId: "asc" } });
			expect(transcripts.map(({ text, hasText }) => [text, hasText])).toEqual([
				["", false],
				["words", true],
				[" \n\u3000\ufeff", true],
			]);
			const notes = await db.note.findMany({ orderBy: { talkId: "asc" }, include: { takeaways: true } });
			expect(notes.map(({ text, takeaways, isBlank }) => [text, takeaways.length, isBlank])).toEqual([
				["", 1, false],
				["words", 0, false],
				[" \n\u3000\ufeff", 1, true],
			]);
		});
	});
}

/** The migration after which a transcript and a note say whether they are empty. */
const KEPT_EMPTINESS = "20261128083103_kept-emptiness";
const AT = new Date("2026-02-01T10:00:00Z");

const REBUILD_POSTGRESQL = `UPDATE "Conference" SET "title" = "title" || '; whole';`;

/** As Prisma writes it: the table is made anew, with the columns that it has, and the old one dropped. */
async function rebuildSqlite(db: Db): Promise<string> {
	const [table] = await db.$queryRaw<{ sql: string }[]>`SELECT sql FROM sqlite_master WHERE name = 'Conference'`;
	return `
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Conference" AS SELECT * FROM "Conference";
UPDATE "new_Conference" SET "title" = "title" || '; whole';
DROP TABLE "Conference";
${table?.sql};
INSERT INTO "Conference" SELECT * FROM "new_Conference";
DROP TABLE "new_Conference";
CREATE UNIQUE INDEX "Conference_slug_key" ON "Conference"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`;
}
