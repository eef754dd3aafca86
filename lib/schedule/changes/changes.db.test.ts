import { existsSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { readSource } from "@/lib/imports/sources/read-source";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { readSchedule } from "../formats";
import type { ScheduleTalk } from "../types";
import { countKinds } from "./news-kinds";
import { findUpdate, listTalkHistory, listUpdates, type Update } from "./queries";

const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";
const FOLDER = "../shared/schedules";

const counts = (update: Update | undefined) =>
	Object.fromEntries(countKinds(update?.changes ?? []).map(({ kind, count }) => [kind, count]));

async function read(file: string) {
	const { bytes, source } = await readSource(file);
	return { parsed: await readSchedule(bytes, source), source };
}

/** Imports the bundled sample with its talks as `change` leaves them. */
async function importSample(db: Db, day: number, change: (talks: readonly ScheduleTalk[]) => readonly ScheduleTalk[]) {
	const { parsed, source } = await read(SAMPLE);
	const schedule = { ...parsed.schedule, talks: change(parsed.schedule.talks) };
	await importSchedule(db, { ...parsed, schedule }, { source, now: new Date(Date.UTC(2026, 1, day)) });
}

/** The sample with one of its talks otherwise. */
const withTalk = (index: number, changes: Partial<ScheduleTalk>) => (talks: readonly ScheduleTalk[]) =>
	talks.map((talk, place) => (place === index ? { ...talk, ...changes } : talk));

const asItIs = (talks: readonly ScheduleTalk[]) => talks;

describeOnEachDatabase("what changed", (getDb) => {
	let db: Db;
	let id: number;

	beforeEach(async () => {
		db = getDb();
		await db.mark.deleteMany();
		await db.conference.deleteMany();
		await importSample(db, 1, asItIs);
		({ id } = await db.conference.findUniqueOrThrow({ where: { slug: "fosdem-2026" } }));
	});

	it("is at first that the schedule is there, and nothing of its talks", async () => {
		const { updates, before } = await listUpdates(db, id);
		expect(before).toBeNull();
		expect(updates).toEqual([
			{
				id: expect.any(Number),
				at: new Date("2026-02-01T00:00:00Z"),
				source: "fosdem-2026.xml",
				version: expect.any(String),
				isByHand: false,
				isFirst: true,
				talkCount: 17,
				changes: [],
			},
		]);
		const talk = await db.talk.findFirstOrThrow();
		expect(await listTalkHistory(db, talk.id)).toEqual([]);
	});

	it.each<[string, (talks: readonly ScheduleTalk[]) => readonly ScheduleTalk[], object, object]>([
		["a withdrawn talk", (talks) => talks.slice(1), { withdrawn: 1 }, { returned: 1 }],
		["a cancelled talk", withTalk(0, { isCancelled: true }), { cancelled: 1 }, { revived: 1 }],
		["another title", withTalk(0, { title: "Another title" }), { title: 1 }, { title: 1 }],
		["another time", withTalk(0, { start: new Date("2026-01-31T08:05:00Z") }), { time: 1 }, { time: 1 }],
		["another length", withTalk(0, { duration: 7 }), { time: 1 }, { time: 1 }],
		["no recording", withTalk(0, { willBeRecorded: false }), { other: 1 }, { other: 1 }],
		["another room", withTalk(0, { room: null }), { room: 1 }, { room: 1 }],
		["other speakers", withTalk(0, { speakers: [] }), { speakers: 1 }, { speakers: 1 }],
		["no more links", withTalk(2, { links: [] }), { other: 1 }, { recording: 1 }],
		[
			"another abstract",
			withTalk(0, { abstract: { markup: "html", text: "<p>New.</p>" } }),
			{ other: 1 },
			{ other: 1 },
		],
	])("is told of %s, and of the way back", async (_, change, there, back) => {
		await importSample(db, 2, change);
		await importSample(db, 3, asItIs);
		const { updates } = await listUpdates(db, id);
		expect(updates.map(({ at, isFirst }) => [at.getUTCDate(), isFirst])).toEqual([
			[3, false],
			[2, false],
			[1, true],
		]);
		expect(counts(updates[1])).toEqual(there);
		expect(counts(updates[0])).toMatchObject(back);
		const talkId = updates[0]?.changes[0]?.talk.id ?? 0;
		expect((await listTalkHistory(db, talkId)).map(({ at, kind, fields }) => ({ at, kind, fields }))).toEqual(
			updates.flatMap(({ at, changes }) => changes.map(({ kind, fields }) => ({ at, kind, fields }))),
		);
	});

	it("shows a talk as it is now, and whether it still is", async () => {
		await importSample(db, 2, withTalk(0, { title: "Second title" }));
		await importSample(db, 3, (talks) => withTalk(0, { title: "Third title", isCancelled: true })(talks));
		await importSample(db, 4, (talks) => talks.slice(1));
		const [withdrawn, , second] = (await listUpdates(db, id)).updates;
		expect(second?.changes).toEqual([
			{
				kind: "CHANGED",
				fields: { title: { from: expect.any(String), to: "Second title" } },
				talk: expect.objectContaining({ title: "Third title", isCancelled: true, isWithdrawn: true }),
			},
		]);
		expect(counts(withdrawn)).toEqual({ withdrawn: 1 });
	});

	it("can be looked at by kind, and only of one's own talks", async () => {
		await importSample(db, 2, withTalk(0, { title: "A", room: null }));
		await importSample(db, 3, (talks) => withTalk(1, { duration: 7 })(withTalk(0, { title: "A", room: null })(talks)));
		const [latest, middle] = (await listUpdates(db, id)).updates;
		const titles = ({ updates }: { updates: readonly Update[] }) =>
			updates.map((update) => [update.id, update.changes.map(({ talk }) => talk.id)]);
		const retitled = middle?.changes[0]?.talk.id ?? 0;
		const shortened = latest?.changes[0]?.talk.id ?? 0;
		expect(titles(await listUpdates(db, id, { kind: "room" }))).toEqual([[middle?.id, [retitled]]]);
		expect(titles(await listUpdates(db, id, { kind: "cancelled" }))).toEqual([]);
		await db.user.create({ data: { id: "ada", name: "Ada", email: "ada@example.org" } });
		await db.mark.create({ data: { userId: "ada", talkId: shortened, status: "MISSED" } });
		expect(titles(await listUpdates(db, id, { markedBy: "ada" }))).toEqual([[latest?.id, [shortened]]]);
		expect(titles(await listUpdates(db, id, { markedBy: "ada", kind: "room" }))).toEqual([]);
		expect(await listUpdates(db, id, { markedBy: "nobody" })).toEqual({ updates: [], before: null });
		expect((await findUpdate(db, id, middle?.id ?? 0, { markedBy: "ada" }))?.changes).toEqual([]);
		expect((await findUpdate(db, id, middle?.id ?? 0, { kind: "room" }))?.changes).toHaveLength(1);
		expect(await findUpdate(db, id + 1, middle?.id ?? 0)).toBeNull();
		await db.mark.deleteMany();
		await db.user.delete({ where: { id: "ada" } });
	});

	it("comes in pages of ten, each update once", async () => {
		for (let day = 2; day <= 23; day++) await importSample(db, day, withTalk(0, { duration: day }));
		const days: number[] = [];
		const sizes: number[] = [];
		let before: number | null | undefined;
		while (before !== null) {
			const page = await listUpdates(db, id, { before });
			days.push(...page.updates.map(({ at }) => at.getUTCDate()));
			sizes.push(page.updates.length);
			before = page.before;
		}
		expect(sizes).toEqual([10, 10, 3]);
		expect(days).toEqual(Array.from({ length: 23 }, (_, n) => 23 - n));
	});
});

const found = existsSync(FOLDER);
const title = `FOSDEM's own schedules${found ? "" : ` (skipped: there is no ${FOLDER})`}`;

describe.skipIf(!found)(title, { timeout: 240_000 }, () => {
	describeOnEachDatabase("say what changed", (getDb) => {
		let updates: readonly Update[];

		beforeAll(async () => {
			const days = ["01-18", "01-30", "03-20", "01-30", "01-18"];
			for (const [index, day] of days.entries()) {
				const { parsed, source } = await read(`${FOLDER}/fosdem-2026.as-of-2026-${day}.xml`);
				await importSchedule(getDb(), parsed, { source, now: new Date(Date.UTC(2026, 4, 1 + index)) });
			}
			const { id } = await getDb().conference.findUniqueOrThrow({ where: { slug: "fosdem-2026" } });
			updates = (await listUpdates(getDb(), id)).updates.toReversed();
		}, 240_000);

		const talks = (index: number, kind: "ADDED" | "WITHDRAWN" | "RETURNED") =>
			(updates[index]?.changes ?? []).flatMap((change) => (change.kind === kind ? [change.talk.id] : [])).sort();

		it("on the way: 100 talks new and 9 gone, then 15 and 6, and the 983 recordings", async () => {
			expect(updates.map(({ isFirst, talkCount }) => [isFirst, talkCount])).toEqual([
				[true, 979],
				[false, 1070],
				[false, 1079],
				[false, 1070],
				[false, 979],
			]);
			expect([talks(1, "ADDED").length, talks(1, "WITHDRAWN").length, talks(1, "RETURNED").length]).toEqual([
				100, 9, 0,
			]);
			expect([talks(2, "ADDED").length, talks(2, "WITHDRAWN").length, talks(2, "RETURNED").length]).toEqual([15, 6, 0]);
			const added = { id: { in: talks(2, "ADDED") }, recordedAt: { not: null } };
			expect((counts(updates[2]).recording ?? 0) + (await getDb().talk.count({ where: added }))).toBe(983);
		});

		it("on the way back: what was new is withdrawn, and what was gone is there again", () => {
			expect([talks(3, "ADDED"), talks(4, "ADDED")]).toEqual([[], []]);
			expect([talks(3, "WITHDRAWN"), talks(4, "WITHDRAWN")]).toEqual([talks(2, "ADDED"), talks(1, "ADDED")]);
			expect([talks(3, "RETURNED"), talks(4, "RETURNED")]).toEqual([talks(2, "WITHDRAWN"), talks(1, "WITHDRAWN")]);
			expect(counts(updates[3]).recording).toBeUndefined();
		});
	});
});
