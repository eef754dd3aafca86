import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { readSchedule } from "@/lib/schedule/formats";
import { loadStored } from "@/lib/schedule/queries";
import { type StoredSchedule, toStoredSchedule } from "@/lib/schedule/stored";
import type { Schedule, ScheduleTalk } from "@/lib/schedule/types";
import { anySchedule } from "@/lib/testing/any-schedule";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { type ImportProgress, importSchedule } from "./import-schedule";

const now = new Date("2026-03-20T12:00:00Z");
const options = { source: "schedule.xml", now };

const html = (text: string) => ({ markup: "html", text }) as const;

function talk(number: number, changes: Partial<ScheduleTalk> = {}): ScheduleTalk {
	return {
		key: `guid:${number}`,
		guid: String(number),
		slug: `talk-${number}`,
		title: `Talk ${number}`,
		subtitle: "",
		type: "devroom",
		language: "en",
		day: "2026-01-31",
		start: new Date("2026-01-31T09:00:00Z"),
		duration: 30,
		track: "go",
		room: "a",
		url: "https://conf.example/1",
		isCancelled: false,
		willBeRecorded: null,
		abstract: html("<p>An <b>abstract</b>.</p>"),
		description: { markup: "markdown", text: "*As it is*" },
		speakers: ["id:1"],
		links: [
			{ kind: "RECORDING", url: `https://conf.example/${number}.mp4`, title: "Video" },
			{ kind: "SLIDES", url: `https://conf.example/${number}.pdf`, title: "Slides" },
		],
		...changes,
	};
}

function schedule(talks: readonly ScheduleTalk[], changes: Partial<Schedule> = {}): Schedule {
	const time = { timeZone: "Europe/Brussels", startDate: "2026-01-31", endDate: "2026-02-01", dayChange: 540 };
	const place = { venue: "ULB", city: "Brussels", url: "https://conf.example/" };
	return {
		conference: { slug: "conf-2026", title: "Conf 2026", subtitle: "", version: "1", ...time, ...place },
		tracks: [{ slug: "go", name: "Go" }],
		rooms: [{ slug: "a", name: "A" }],
		speakers: [{ key: "id:1", slug: "ann", name: "Ann", biography: html("<p>Is <i>Ann</i>.</p>") }],
		talks,
		...changes,
	};
}

const parsed = (of: Schedule) => ({ schedule: of, warnings: [] });

async function stored(db: Db): Promise<StoredSchedule> {
	const state = await loadStored(db, "conf-2026");
	if (!state) throw new Error("There is no such conference.");
	return state.schedule;
}

/** What the schedule's readers see of it: no ids, and nothing that only withdrawn talks need. */
function live({ conference, tracks, rooms, speakers, talks }: StoredSchedule) {
	const there = talks.filter(({ isWithdrawn }) => !isWithdrawn);
	const withoutId = <Row extends { id: number }>({ id: _, ...row }: Row) => row;
	const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
	return {
		conference,
		tracks: tracks.filter(({ slug }) => there.some(({ track }) => track === slug)).map(withoutId),
		rooms: rooms.filter(({ slug }) => there.some(({ room }) => room === slug)).map(withoutId),
		speakers: speakers
			.filter(({ key }) => there.some((talk) => talk.speakers.includes(key)))
			.map(withoutId)
			.sort(byKey),
		talks: there.map(withoutId).sort(byKey),
	};
}

const expected = (of: Schedule) => live(toStoredSchedule(of, options.source));

describeOnEachDatabase("importSchedule", (getDb) => {
	let db: Db;
	beforeEach(async () => {
		db = getDb();
		await db.mark.deleteMany();
		await db.note.deleteMany();
		await db.conference.deleteMany();
	});
	const run = (of: Schedule) => importSchedule(db, parsed(of), options);
	const revision = async () => (await db.conference.findUniqueOrThrow({ where: { slug: "conf-2026" } })).revision;

	it("stores a schedule whole, its texts as Markdown, and reports what it holds", async () => {
		const report = await importSchedule(
			db,
			{ schedule: schedule([talk(1), talk(2)]), warnings: ["Careful."] },
			options,
		);
		expect(report).toEqual({
			conference: "conf-2026",
			title: "Conf 2026",
			talkCount: 2,
			recorded: 2,
			talks: { added: 2, changed: 0, withdrawn: 0, unchanged: 0 },
			tracks: 1,
			rooms: 1,
			speakers: 1,
			links: { recording: 2, slides: 2, subtitles: 0, chat: 0, feedback: 0, other: 0 },
			warnings: ["Careful."],
			ms: expect.any(Number),
		});
		const found = await db.talk.findFirstOrThrow({
			where: { slug: "talk-1" },
			select: {
				title: true,
				start: true,
				day: true,
				abstract: true,
				description: true,
				withdrawnAt: true,
				track: { select: { name: true, position: true } },
				room: { select: { name: true } },
				speakers: { select: { position: true, speaker: { select: { slug: true, biography: true } } } },
				links: { select: { kind: true, url: true, position: true }, orderBy: { position: "asc" } },
			},
		});
		expect(found).toEqual({
			title: "Talk 1",
			start: new Date("2026-01-31T09:00:00Z"),
			day: "2026-01-31",
			abstract: "An **abstract**.",
			description: "*As it is*",
			withdrawnAt: null,
			track: { name: "Go", position: 0 },
			room: { name: "A" },
			speakers: [{ position: 0, speaker: { slug: "ann", biography: "Is *Ann*." } }],
			links: [
				{ kind: "RECORDING", url: "https://conf.example/1.mp4", position: 0 },
				{ kind: "SLIDES", url: "https://conf.example/1.pdf", position: 1 },
			],
		});
		expect(await revision()).toBe(1);
	});

	it("writes nothing when nothing changed", async () => {
		await run(schedule([talk(1), talk(2)]));
		const before = await db.conference.findMany();
		const phases: string[] = [];
		const onProgress = ({ phase }: ImportProgress) => phases.push(phase);
		const report = await importSchedule(db, parsed(schedule([talk(1), talk(2)])), { ...options, onProgress });
		expect(report.talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 2 });
		expect(await db.conference.findMany()).toEqual(before);
		expect(phases).toEqual([]);
	});

	it("changes what changed, and only converts the texts that did", async () => {
		await run(schedule([talk(1), talk(2), talk(3)]));
		// An import that converted it again would write it.
		await db.talk.updateMany({ data: { description: "written by hand" } });
		const next = schedule([talk(1), talk(2, { abstract: html("<p>New.</p>") }), talk(3, { speakers: [], links: [] })], {
			conference: { ...schedule([]).conference, title: "Conf", version: "2" },
			rooms: [{ slug: "a", name: "Aula" }],
		});
		expect((await run(next)).talks).toEqual({ added: 0, changed: 2, withdrawn: 0, unchanged: 1 });
		expect(live(await stored(db))).toEqual(expected(next));
		const texts = await db.talk.findMany({ select: { abstract: true, description: true }, orderBy: { slug: "asc" } });
		expect(texts).toEqual([
			{ abstract: "An **abstract**.", description: "written by hand" },
			{ abstract: "New.", description: "written by hand" },
			{ abstract: "An **abstract**.", description: "written by hand" },
		]);
		expect(await revision()).toBe(2);
	});

	it("withdraws a talk with all that it needs, and its marks and notes outlive that and its return", async () => {
		await run(schedule([talk(1), talk(2)]));
		const { id } = await db.talk.findFirstOrThrow({ where: { slug: "talk-1" } });
		const user = await db.user.create({ data: { id: "u", name: "Guest", email: "u@example.org" } });
		await db.mark.create({ data: { userId: user.id, talkId: id, status: "MISSED" } });
		await db.note.create({
			data: {
				userId: user.id,
				talkId: id,
				text: "Mine",
				takeaways: { create: { id: "t", position: 0, text: "This" } },
			},
		});
		const saved = () =>
			db.user.findUniqueOrThrow({
				where: { id: "u" },
				include: { marks: true, notes: { include: { takeaways: true } } },
			});
		const before = await saved();

		const without = schedule([talk(2, { speakers: [], track: null, room: null })], {
			tracks: [],
			rooms: [],
			speakers: [],
		});
		expect((await run(without)).talks).toEqual({ added: 0, changed: 1, withdrawn: 1, unchanged: 0 });
		const withdrawn = await db.talk.findUniqueOrThrow({
			where: { id },
			include: { track: true, room: true, speakers: true, links: true },
		});
		expect(withdrawn.withdrawnAt).toEqual(now);
		expect([withdrawn.track?.slug, withdrawn.room?.slug, withdrawn.speakers.length, withdrawn.links.length]).toEqual([
			"go",
			"a",
			1,
			2,
		]);
		expect((await run(without)).talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 1 });
		expect(await saved()).toEqual(before);

		expect((await run(schedule([talk(1), talk(2)]))).talks).toEqual({
			added: 0,
			changed: 2,
			withdrawn: 0,
			unchanged: 0,
		});
		expect(await db.talk.findUniqueOrThrow({ where: { id } })).toMatchObject({ withdrawnAt: null, slug: "talk-1" });
		expect(await saved()).toEqual(before);
		await db.user.delete({ where: { id: "u" } });
	});

	it("drops tracks, rooms and speakers that no talk has any more", async () => {
		await run(schedule([talk(1)]));
		await run(schedule([talk(1, { speakers: [], track: null, room: null })], { tracks: [], rooms: [], speakers: [] }));
		expect([await db.track.count(), await db.room.count(), await db.speaker.count()]).toEqual([0, 0, 0]);
	});

	it("lets talks and speakers swap slugs, and new ones have those of the withdrawn", async () => {
		const ann = { key: "id:1", slug: "ann", name: "Ann", biography: html("") };
		const bob = { key: "id:2", slug: "bob", name: "Bob", biography: html("") };
		const named = [talk(1), talk(2, { speakers: ["id:2"] })];
		await run(schedule(named, { speakers: [ann, bob] }));
		const swapped = schedule([talk(1, { slug: "talk-2" }), talk(2, { slug: "talk-1", speakers: ["id:2"] })], {
			speakers: [
				{ ...ann, slug: "bob" },
				{ ...bob, slug: "ann" },
			],
		});
		await run(swapped);
		expect(live(await stored(db))).toEqual(expected(swapped));

		const replaced = schedule([talk(3, { slug: "talk-1", speakers: ["id:3"] })], {
			speakers: [{ ...ann, key: "id:3" }],
		});
		await run(replaced);
		expect(live(await stored(db))).toEqual(expected(replaced));
		const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug).sort();
		expect(slugs(await db.talk.findMany())).toEqual(["talk-1", "talk-1-withdrawn", "talk-2"]);
		expect(slugs(await db.speaker.findMany())).toEqual(["ann", "ann-withdrawn", "bob"]);
	});

	it("is at A again after A, B and A, whatever they are, and unchanged the second time", async () => {
		await fc.assert(
			fc.asyncProperty(anySchedule, anySchedule, async (a, b) => {
				await db.conference.deleteMany();
				for (const of of [a, b, a]) {
					await run(of);
					expect(live(await stored(db))).toEqual(expected(of));
					expect((await run(of)).talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: of.talks.length });
				}
			}),
			runs(15),
		);
	});

	it("leaves everything as it was where it fails in between", async () => {
		await run(schedule([talk(1)]));
		const before = await stored(db);
		const failing = {
			...options,
			onProgress: ({ phase }: ImportProgress) => {
				if (phase === "writing") throw new Error("The power is gone.");
			},
		};
		const next = schedule([talk(1, { title: "Other" }), talk(2)], { tracks: [{ slug: "go", name: "Rust" }] });
		await expect(importSchedule(db, parsed(next), failing)).rejects.toThrow("The power is gone.");
		const elsewhere = schedule([talk(9)], { conference: { ...next.conference, slug: "other" } });
		await expect(importSchedule(db, parsed(elsewhere), failing)).rejects.toThrow("The power is gone.");
		expect(await stored(db)).toEqual(before);
		expect(await db.conference.count()).toBe(1);
	});

	it("keeps a talk's mark with the slot that stays where the talk gets another one, or loses it", async () => {
		const db = getDb();
		const event = (guid: string, code: string, time: string) =>
			`<event guid="00000000-0000-5000-8000-00000000000${guid}" id="1${code}" code="${code.repeat(6)}"><title>On ${code}</title>
<date>2026-01-31T${time}:00+01:00</date><duration>00:30</duration><persons><person id="1">Ann</person></persons></event>`;
		const file = async (...events: string[]) =>
			readSchedule(`<schedule><conference><acronym>conf-2026</acronym><title>Conf 2026</title><time_zone_name>Europe/Brussels</time_zone_name>
</conference><day date="2026-01-31"><room name="A">${events.join("")}</room></day></schedule>`);
		const once = await file(event("1", "A", "10:00"), event("2", "B", "11:00"));
		const twice = await file(event("3", "A", "10:00"), event("2", "B", "11:00"), event("4", "A", "15:00"));
		await db.user.create({ data: { id: "v", name: "Guest", email: "v@example.org" } });
		const marked = () =>
			db.talk.findMany({ where: { marks: { some: {} } }, select: { start: true, withdrawnAt: true } });
		for (const [first, second, counts] of [
			[once, twice, { added: 1, changed: 1, withdrawn: 0, unchanged: 1 }],
			[twice, once, { added: 0, changed: 1, withdrawn: 1, unchanged: 1 }],
		] as const) {
			await db.mark.deleteMany();
			await db.conference.deleteMany();
			await importSchedule(db, first, options);
			const { id } = await db.talk.findFirstOrThrow({
				where: { title: "On A", start: new Date("2026-01-31T09:00:00Z") },
			});
			await db.mark.create({ data: { userId: "v", talkId: id, status: "MUST_SEE" } });
			expect((await importSchedule(db, second, options)).talks).toEqual(counts);
			expect(await marked()).toEqual([{ start: new Date("2026-01-31T09:00:00Z"), withdrawnAt: null }]);
			await importSchedule(db, first, options);
			const { talks } = await importSchedule(db, second, options);
			expect([talks.added, talks.withdrawn]).toEqual([0, counts.withdrawn]);
			expect(await marked()).toEqual([{ start: new Date("2026-01-31T09:00:00Z"), withdrawnAt: null }]);
		}
		await db.mark.deleteMany();
		await db.user.delete({ where: { id: "v" } });
	});

	it("keeps conferences apart that have the same talks", async () => {
		await run(schedule([talk(1)]));
		const other = schedule([talk(1)], { conference: { ...schedule([]).conference, slug: "other" } });
		expect((await run(other)).talks.added).toBe(1);
		expect((await run(schedule([talk(2)]))).talks).toEqual({ added: 1, changed: 0, withdrawn: 1, unchanged: 0 });
		expect(await db.talk.count({ where: { withdrawnAt: null, conference: { slug: "other" } } })).toBe(1);
	});

	describe("at once with others", () => {
		const a = schedule(Array.from({ length: 40 }, (_, index) => talk(index)));
		const b = schedule(Array.from({ length: 40 }, (_, index) => talk(index + 20, { title: "B" })));

		it("leaves the conference as one of them, and the talks of the other withdrawn", async () => {
			const reports = await Promise.all([run(a), run(b), run(a)]);
			const there = live(await stored(db));
			expect([expected(a), expected(b)]).toContainEqual(there);
			expect(await db.talk.count()).toBe(60);
			expect(await db.talk.count({ where: { withdrawnAt: null } })).toBe(40);
			// Each saw what the one before it had left.
			const added = reports.reduce((sum, { talks }) => sum + talks.added, 0);
			expect(added).toBe(60);
		});

		it("adds every talk once where both are the same", async () => {
			const reports = await Promise.all([run(a), run(a), run(a)]);
			expect(reports.map(({ talks }) => talks.added).sort()).toEqual([0, 0, 40]);
			expect(await revision()).toBe(1);
		});
	});
});
