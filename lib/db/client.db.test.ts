import { expect, test } from "vitest";
import { deferred } from "@/lib/testing/deferred";
import { describeOnEachDatabase } from "@/lib/testing/each-database";

function conference(slug: string) {
	return { slug, title: slug, timeZone: "Europe/Brussels", startDate: "2026-01-31", endDate: "2026-02-01", source: "" };
}

describeOnEachDatabase("The database client", (getDb) => {
	test("keeps a write that was made while a transaction of the same process failed", async () => {
		const db = getDb();
		const begun = deferred();
		const written = deferred();
		const failing = db.$transaction(async (tx) => {
			await tx.conference.create({ data: conference("taken-back") });
			begun.resolve();
			await written.promise;
			throw new Error("taken back");
		});
		const failed = expect(failing).rejects.toThrow("taken back");
		await begun.promise;
		const writing = db.conference.create({ data: conference("kept") });
		// Asked after the write, and answered while that waits for the transaction, or is done.
		const readMeanwhile = await db.conference.findMany({ select: { slug: true }, where: { slug: "taken-back" } });
		written.resolve();
		await Promise.all([writing, failed]);
		const readAfter = await db.conference.findMany({ select: { slug: true } });
		expect({ readMeanwhile, readAfter }).toEqual({ readMeanwhile: [], readAfter: [{ slug: "kept" }] });
	});

	test("orders and compares instants as time does, in whatever zone they were written", async () => {
		const db = getDb();
		const { id } = await db.conference.create({ data: conference("instants") });
		const instants = [
			"2026-01-31T09:00:00+01:00",
			"2026-01-31T08:30:00Z",
			"2026-01-31T23:59:59.999-05:00",
			"1999-12-31T23:59:59.001Z",
		];
		for (const [index, instant] of instants.entries()) {
			const talk = { conferenceId: id, key: `${index}`, slug: `${index}`, title: "", day: "2026-01-31", duration: 5 };
			await db.talk.create({ data: { ...talk, start: new Date(instant) } });
		}
		const select = { start: true };
		const ordered = await db.talk.findMany({ select, orderBy: { start: "asc" } });
		const within = { gt: new Date("2026-01-31T08:00:00Z"), lte: new Date("2026-01-31T08:30:00Z") };
		expect({
			ordered: ordered.map((talk) => talk.start.toISOString()),
			within: await db.talk.findMany({ select, where: { start: within } }),
		}).toEqual({
			ordered: [
				"1999-12-31T23:59:59.001Z",
				"2026-01-31T08:00:00.000Z",
				"2026-01-31T08:30:00.000Z",
				"2026-02-01T04:59:59.999Z",
			],
			within: [{ start: new Date("2026-01-31T08:30:00Z") }],
		});
	});

	test("refuses what refers to nothing", async () => {
		await expect(
			getDb().track.create({ data: { conferenceId: 4711, slug: "a", name: "A", position: 0 } }),
		).rejects.toThrow(/Foreign key constraint/);
	});

	test("loses no update where many transactions read and write the same row", async () => {
		const db = getDb();
		const { id } = await db.conference.create({ data: conference("counted") });
		await Promise.all(
			Array.from({ length: 20 }, () =>
				db.$transaction(async (tx) => {
					await tx.$executeRaw`UPDATE "Conference" SET "title" = "title" WHERE "id" = ${id}`;
					const { revision } = await tx.conference.findUniqueOrThrow({ where: { id } });
					await tx.conference.update({ where: { id }, data: { revision: revision + 1 } });
				}),
			),
		);
		expect((await db.conference.findUniqueOrThrow({ where: { id } })).revision).toBe(20);
	});
});
