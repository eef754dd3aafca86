import { expect, it } from "vitest";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { importFile } from "./import-file";

const now = new Date("2026-03-20T12:00:00Z");

const file = (title: string) =>
	new TextEncoder().encode(`<schedule><conference><acronym>conf</acronym><title>Conf</title>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day date="2026-01-31"><room name="A"><event guid="one">
<date>2026-01-31T09:00:00+01:00</date><duration>00:30</duration><title>${title}</title><abstract>&lt;p&gt;Text&lt;/p&gt;</abstract>
</event><event guid="two"><title>No start</title></event></room></day></schedule>`);

describeOnEachDatabase("importFile", (getDb) => {
	it("does not read the file again that was imported last, and says what it holds", async () => {
		const db = getDb();
		const options = { source: "https://conf.example/schedule.xml", now };
		const first = await importFile(db, file("One"), options);
		expect([first.talks.added, first.warnings.length]).toEqual([1, 1]);

		const stages: string[] = [];
		const again = await importFile(db, file("One"), { ...options, onProgress: ({ phase }) => stages.push(phase) });
		const unchanged = { added: 0, changed: 0, withdrawn: 0, unchanged: 1 };
		expect(again).toEqual({ ...first, talks: unchanged, ms: expect.any(Number) });
		expect(stages).toEqual([]);

		const other = await importFile(db, file("Another"), options);
		expect(other.talks.changed).toBe(1);
		const back = await importFile(db, file("One"), options);
		expect(back.talks.changed).toBe(1);
	});

	it("keeps the address that a conference is kept up to date from when a file is brought in by hand", async () => {
		const db = getDb();
		const address = { source: "https://conf.example/schedule.xml", etag: '"1"', now };
		await importFile(db, file("One"), address);
		await importFile(db, file("By hand"), { source: "schedule.xml", now });
		const { source, etag } = await db.conference.findUniqueOrThrow({ where: { slug: "conf" } });
		expect([source, etag]).toEqual([address.source, ""]);
		// What the address gives is read although it is what it gave before.
		expect((await importFile(db, file("One"), address)).talks.changed).toBe(1);
	});

	it("leaves everything as it was where the file is no schedule", async () => {
		const db = getDb();
		await importFile(db, file("One"), { source: "schedule.xml", now });
		const before = await db.conference.findMany();
		await expect(importFile(db, file("One").subarray(0, 300), { source: "schedule.xml", now })).rejects.toThrow(
			ScheduleError,
		);
		expect(await db.conference.findMany()).toEqual(before);
	});
});
