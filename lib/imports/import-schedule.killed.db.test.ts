import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import type { Provider } from "@/lib/db/provider";
import { loadStored } from "@/lib/schedule/queries";
import { TEST_SERVER_URL } from "@/lib/testing/each-database";
import { createSchedule, PAUSE_POINTS, type PausePoint } from "@/lib/testing/killed-import";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { importSchedule } from "./import-schedule";

/** Everything that an import writes, read through a client of its own: the process that was killed has left no other. */
async function everything(url: string) {
	const db = createClient(url);
	try {
		const state = await loadStored(db, "killed");
		const texts = await db.talk.findMany({
			select: { id: true, abstract: true, recordedAt: true },
			orderBy: { id: "asc" },
		});
		const updates = await db.scheduleUpdate.findMany({
			select: { version: true, talkCount: true, isFirst: true, _count: { select: { changes: true } } },
			orderBy: { id: "asc" },
		});
		const marks = await db.mark.findMany({
			select: { userId: true, talkId: true, status: true },
			orderBy: { talkId: "asc" },
		});
		return { state, texts, updates, marks };
	} finally {
		await db.$disconnect();
	}
}

const importNamed = (db: Db, name: "old" | "new") =>
	importSchedule(
		db,
		{ schedule: createSchedule(name), warnings: [] },
		{ source: "schedule.xml", now: new Date("2026-03-20T12:00:00Z") },
	);

async function importAndKill(url: string, name: "old" | "new", moment: PausePoint): Promise<void> {
	const args = ["--import", "tsx", "lib/testing/import-and-wait.ts", url, name, moment];
	const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	const isHere = once(child.stdout, "data").then(() => true);
	const exited = once(child, "exit");
	const reached = await Promise.race([isHere, exited.then(() => false)]);
	child.kill("SIGKILL");
	expect(reached).toBe(true);
	expect(await exited).toEqual([null, "SIGKILL"]);
}

describe("an import that is killed", () => {
	withProvider("sqlite", "SQLite", true);
	withProvider("postgresql", "PostgreSQL", TEST_SERVER_URL !== "");
});

function withProvider(provider: Provider, name: string, isThere: boolean): void {
	const title = isThere ? name : `${name} (skipped: TEST_DATABASE_URL is not set)`;
	describe.skipIf(!isThere)(title, () => {
		let database: TestDatabase;
		beforeEach(async () => {
			database = await createTestDatabase(provider, TEST_SERVER_URL);
		});
		afterEach(() => database.remove());

		/** The database after an import of the old and, where asked, the new schedule, by a process that is not killed. */
		async function imported(names: readonly ("old" | "new")[]) {
			const db = createClient(database.url);
			for (const each of names) {
				await importNamed(db, each);
				if (each === "old") await markAll(db);
			}
			await db.$disconnect();
			return everything(database.url);
		}

		async function markAll(db: Db): Promise<void> {
			await db.user.create({ data: { id: "u", name: "Guest", email: "u@example.org" } });
			const talks = await db.talk.findMany({ select: { id: true } });
			await db.mark.createMany({
				data: talks.map(({ id }) => ({ userId: "u", talkId: id, status: "MISSED" as const })),
			});
		}

		for (const moment of PAUSE_POINTS) {
			it(`${moment} leaves the old schedule or the new one whole, and the next import works`, async () => {
				const old = await imported(["old"]);
				expect(old.state?.schedule.talks.length).toBe(360);
				await importAndKill(database.url, "new", moment);
				const left = await everything(database.url);
				const isNew = moment === "once it is committed";
				if (!isNew) expect(left).toEqual(old);

				const after = await imported(["new"]);
				// Whichever process did it, the new schedule is the same.
				if (isNew) expect(left).toEqual(after);
				const { talks } = after.state?.schedule ?? { talks: [] };
				expect([talks.length, talks.filter(({ isWithdrawn }) => isWithdrawn).length]).toEqual([480, 120]);
				expect(after.state?.schedule.conference.title).toBe("As new");
				expect(after.updates).toEqual([
					{ version: "old", talkCount: 360, isFirst: true, _count: { changes: 0 } },
					{ version: "new", talkCount: 360, isFirst: false, _count: { changes: 480 } },
				]);
				expect(after.marks).toEqual(old.marks);
			});
		}

		it("leaves nothing of a conference that was not there before", async () => {
			await importAndKill(database.url, "old", "while writing");
			expect(await everything(database.url)).toEqual({ state: null, texts: [], updates: [], marks: [] });
			expect((await imported(["old"])).texts.length).toBe(360);
		});
	});
}
