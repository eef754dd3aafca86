import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { listMarks } from "@/lib/marks/queries";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { countAccounts, GenerateError, generateVisitors } from "./visitors";

const now = new Date("2026-03-01T00:00:00Z");

describeOnEachDatabase("generated visitors", (getDb) => {
	beforeAll(async () => {
		const talks = Array.from({ length: 30 }, (_, index) => ({ slug: `t${index}`, start: "2026-02-20T09:00:00Z" }));
		await createConference(getDb(), { slug: "conf", talks });
		await generateVisitors(getDb(), { visitors: 7, marks: 100, seed: 1, now });
	});

	it("are guests, made as many marks as asked for, and none of a talk twice", async () => {
		const db = getDb();
		const users = await db.user.findMany({
			select: { isAnonymous: true, role: true, _count: { select: { marks: true } } },
		});
		expect(users.map(({ isAnonymous, role }) => [isAnonymous, role])).toEqual(users.map(() => [true, "VISITOR"]));
		expect(users.map(({ _count }) => _count.marks).sort()).toEqual([14, 14, 14, 14, 14, 15, 15]);
		expect(await countAccounts(db)).toBe(0);
	});

	it("have each mark in the log, at its moment, and none later than now", async () => {
		const db = getDb();
		const marks = await db.mark.findMany({ orderBy: [{ userId: "asc" }, { talkId: "asc" }] });
		const log = await db.markChange.findMany({ orderBy: [{ userId: "asc" }, { talkId: "asc" }] });
		expect(log.map(({ userId, talkId, from, to, at }) => [userId, talkId, from, to, at])).toEqual(
			marks.map(({ userId, talkId, status, updatedAt }) => [userId, talkId, null, status, updatedAt]),
		);
		expect(Math.max(...log.map(({ at }) => at.getTime()))).toBe(now.getTime());
	});

	it("can go on to press, as others do", async () => {
		const db = getDb();
		const { userId, talkId } = await db.mark.findFirstOrThrow({ where: { status: "WATCHED" } });
		await setMark(db, { userId, talkId, status: "MISSED" });
		expect((await listMarks(db, { userId })).find((mark) => mark.talkId === talkId)?.status).toBe("MISSED");
	});

	it("mark differently by another seed, and the same by the same", async () => {
		const db = getDb();
		await generateVisitors(db, { visitors: 7, marks: 100, seed: 2, now });
		const [one, two] = [await pressed(db, "generated-1-"), await pressed(db, "generated-2-")];
		expect(one).not.toEqual(two);
		await db.user.deleteMany({ where: { id: { startsWith: "generated-2-" } } });
		await generateVisitors(db, { visitors: 7, marks: 100, seed: 2, now });
		expect(await pressed(db, "generated-2-")).toEqual(two);
	});

	it("are refused where the talks are too few, or the same are there already, and nothing is changed", async () => {
		const db = getDb();
		await createUser(db, "ada");
		const before = await db.user.count();
		const making = (visitors: number, seed: number) => generateVisitors(db, { visitors, marks: 100, seed, now });
		await expect(making(2, 3)).rejects.toThrow(
			new GenerateError("Each visitor would mark 50 talks, and there are 30: import schedules first."),
		);
		await expect(making(7, 1)).rejects.toThrow(
			new GenerateError("The visitors of seed 1 are there already: take another seed."),
		);
		expect([await db.user.count(), await countAccounts(db)]).toEqual([before, 1]);
	});
});

/** What the log of generated visitors says, whoever they are. */
async function pressed(db: Db, prefix: string) {
	const where = { userId: { startsWith: prefix }, id: { startsWith: "generated-" } };
	const log = await db.markChange.findMany({ where, orderBy: [{ userId: "asc" }, { talkId: "asc" }] });
	return log.map(({ userId, talkId, to, at }) => [userId.slice(prefix.length), talkId, to, at.getTime()]);
}
