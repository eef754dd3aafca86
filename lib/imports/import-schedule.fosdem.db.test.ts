import { existsSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import { readSource } from "@/lib/imports/sources/read-source";
import { readSchedule } from "@/lib/schedule/formats";
import type { ImportReport } from "@/lib/schedule/report";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { createTestDatabase } from "@/lib/testing/test-database";
import { importSchedule } from "./import-schedule";

const FOLDER = "../shared/schedules";
const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";
const now = new Date("2026-03-20T12:00:00Z");

async function importFile(db: Db, file: string): Promise<ImportReport> {
	const { bytes, source } = await readSource(file);
	return importSchedule(db, await readSchedule(bytes, source), { source, now });
}

const of2026 = (day: string) => `${FOLDER}/fosdem-2026.as-of-${day}.xml`;
const recorded = (db: Db) => db.talk.count({ where: { withdrawnAt: null, links: { some: { kind: "RECORDING" } } } });

describeOnEachDatabase("the bundled sample", (getDb) => {
	it("is the 17 talks with their recordings, speakers and an abstract each", async () => {
		const db = getDb();
		expect(await importFile(db, SAMPLE)).toEqual({
			conference: "fosdem-2026",
			title: "FOSDEM 2026",
			talkCount: 17,
			recorded: 17,
			talks: { added: 17, changed: 0, withdrawn: 0, unchanged: 0 },
			tracks: 5,
			rooms: 4,
			speakers: 21,
			links: { recording: 34, slides: 12, subtitles: 17, chat: 0, feedback: 0, other: 0 },
			warnings: [],
			ms: expect.any(Number),
		});
		expect(await recorded(db)).toBe(17);
		const abstracts = await db.talk.findMany({ select: { abstract: true } });
		expect(abstracts.filter(({ abstract }) => !/^[A-Z][^\n]+\.$/.test(abstract))).toEqual([]);
	});
});

const found = existsSync(FOLDER);

const title = `FOSDEM's own schedules${found ? "" : ` (skipped: there is no ${FOLDER})`}`;

describe.skipIf(!found)(title, () => {
	describeOnEachDatabase("are imported whole", (getDb) => {
		let db: Db;
		beforeEach(async () => {
			db = getDb();
			await db.mark.deleteMany();
			await db.note.deleteMany();
			await db.conference.deleteMany();
		});

		it("2026 as of 20 March, and again", async () => {
			const first = await importFile(db, of2026("2026-03-20"));
			const links = { recording: 1966, slides: 609, subtitles: 982, chat: 1992, feedback: 1079, other: 439 };
			expect(first).toEqual({
				conference: "fosdem-2026",
				title: "FOSDEM 2026",
				talkCount: 1079,
				recorded: 983,
				talks: { added: 1079, changed: 0, withdrawn: 0, unchanged: 0 },
				tracks: 71,
				rooms: 37,
				speakers: 1216,
				links,
				warnings: [],
				ms: expect.any(Number),
			});
			expect(await recorded(db)).toBe(983);
			expect([await db.track.count(), await db.room.count(), await db.speaker.count()]).toEqual([71, 37, 1216]);
			expect(await db.talkLink.count()).toBe(Object.values(links).reduce((sum, count) => sum + count));

			const again = await importFile(db, of2026("2026-03-20"));
			expect(again.talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 1079 });
		});

		it("2026 as it grew, with what was marked and written on the way", async () => {
			const first = await importFile(db, of2026("2026-01-18"));
			expect(first.talks).toEqual({ added: 979, changed: 0, withdrawn: 0, unchanged: 0 });
			expect([first.tracks, first.rooms, first.speakers, await recorded(db)]).toEqual([68, 32, 1057, 0]);

			// On every talk, and so on those that will be withdrawn.
			await db.user.create({ data: { id: "u", name: "Guest", email: "u@example.org" } });
			const talks = await db.talk.findMany({ select: { id: true } });
			await db.mark.createMany({
				data: talks.map(({ id }) => ({ userId: "u", talkId: id, status: "MUST_SEE" as const })),
			});
			await db.note.createMany({ data: talks.map(({ id }) => ({ userId: "u", talkId: id, text: `On ${id}` })) });
			const marks = await db.mark.findMany({ orderBy: { talkId: "asc" } });
			const notes = await db.note.findMany({ orderBy: { talkId: "asc" } });

			const second = await importFile(db, of2026("2026-01-30"));
			expect([second.talks.added, second.talks.withdrawn, second.talks.changed + second.talks.unchanged]).toEqual([
				100, 9, 970,
			]);
			expect(await recorded(db)).toBe(0);
			const third = await importFile(db, of2026("2026-03-20"));
			expect([third.talks.added, third.talks.withdrawn, third.talks.changed + third.talks.unchanged]).toEqual([
				15, 6, 1064,
			]);

			expect(await db.talk.count()).toBe(979 + 100 + 15);
			expect(await db.talk.count({ where: { withdrawnAt: null } })).toBe(1079);
			expect(await db.mark.findMany({ orderBy: { talkId: "asc" } })).toEqual(marks);
			expect(await db.note.findMany({ orderBy: { talkId: "asc" } })).toEqual(notes);
			await db.mark.deleteMany();
			await db.note.deleteMany();
			await db.user.delete({ where: { id: "u" } });
		});

		it("2025, which lists no persons", async () => {
			const report = await importFile(db, `${FOLDER}/fosdem-2025.xml`);
			expect(report.talks.added).toBe(1105);
			expect([report.tracks, report.rooms, report.speakers, report.warnings]).toEqual([78, 35, 1193, []]);
			expect(await db.talk.count({ where: { title: { contains: "CANCEL" } } })).toBeGreaterThanOrEqual(4);
		});

		it("2026 over the bundled sample, whose talks stay themselves", async () => {
			await importFile(db, SAMPLE);
			const samples = await db.talk.findMany({ select: { id: true, slug: true, start: true }, orderBy: { id: "asc" } });
			const report = await importFile(db, of2026("2026-03-20"));
			expect(report.talks).toEqual({ added: 1062, changed: 17, withdrawn: 0, unchanged: 0 });
			const ids = samples.map(({ id }) => id);
			const select = { id: true, slug: true, start: true } as const;
			expect(await db.talk.findMany({ where: { id: { in: ids } }, select, orderBy: { id: "asc" } })).toEqual(samples);
			expect(await db.speaker.count()).toBe(1216);
		});
	});
});

describe("two processes on one SQLite file", () => {
	it("can import one conference at once", async () => {
		const database = await createTestDatabase("sqlite");
		const clients = [createClient(database.url), createClient(database.url)] as const;
		try {
			const reports = await Promise.all(clients.map((client) => importFile(client, SAMPLE)));
			expect(reports.map(({ talks }) => talks.added).sort()).toEqual([0, 17]);
			expect(await clients[0].talk.count()).toBe(17);
		} finally {
			await Promise.all(clients.map((client) => client.$disconnect()));
			await database.remove();
		}
	});
});
