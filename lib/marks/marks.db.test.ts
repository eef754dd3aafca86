import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { listMarks } from "@/lib/marks/queries";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { setMark } from "@/lib/testing/set-mark";
import { correctDay, mergeMarks, recordMarkEvents, removeEntry } from "./mutations";
import { listMarkLog } from "./queries";
import type { MarkEvent } from "./types";

const UNKNOWN_TALK = 2_000_000_000;

describeOnEachDatabase("marks", (getDb) => {
	let idOf: (talk: string) => number;
	const ada = "ada";
	const guest = "guest";
	const second = (number: number) => new Date(Date.UTC(2026, 1, 1, 12, 0, number));
	const now = second(59);

	beforeAll(async () => {
		const talks = ["a", "b", "c"].map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		({ idOf } = await createConference(getDb(), { slug: "conf", talks }));
		await createUser(getDb(), ada);
		await createUser(getDb(), guest);
	});

	beforeEach(async () => {
		await getDb().mark.deleteMany();
		await getDb().markChange.deleteMany();
	});

	const markEvent = (talk: string, status: MarkStatus | null, at: Date, id: string = randomUUID()): MarkEvent => {
		return { id, talkId: idOf(talk), status, at };
	};
	const record = (userId: string, ...events: MarkEvent[]) => recordMarkEvents(getDb(), { userId, events, now });
	const marksOf = async (userId: string) =>
		Object.fromEntries((await listMarks(getDb(), { userId })).map(({ talkId, status }) => [talkId, status]));
	const stepsOf = async (userId: string, talk: string) =>
		(await listMarkLog(getDb(), { userId, talkId: idOf(talk) })).map(({ from, to, at }) => [from, to, at]);

	it("are set, changed and taken away, each with an entry in the log", async () => {
		for (const [index, status] of (["MUST_SEE", "WATCHED", null] as const).entries()) {
			expect(await record(ada, markEvent("a", status, second(index)))).toEqual({
				marks: [{ talkId: idOf("a"), status }],
				unknown: [],
			});
			expect(await marksOf(ada)).toEqual(status ? { [idOf("a")]: status } : {});
		}
		expect(await stepsOf(ada, "a")).toEqual([
			[null, "MUST_SEE", second(0)],
			["MUST_SEE", "WATCHED", second(1)],
			["WATCHED", null, second(2)],
		]);
	});

	it("are kept once, however often a press is sent", async () => {
		const [first, later] = [markEvent("a", "MUST_SEE", second(1)), markEvent("a", "WATCHED", second(2))];
		for (let times = 0; times < 2; times++) await record(ada, first, first, later);
		await record(ada, { ...first, status: "MISSED", at: second(30) });
		expect(await stepsOf(ada, "a")).toEqual([
			[null, "MUST_SEE", second(1)],
			["MUST_SEE", "WATCHED", second(2)],
		]);
		expect(await marksOf(ada)).toEqual({ [idOf("a")]: "WATCHED" });
	});

	it("of two devices meet by time: the later wins, and both stay in the log", async () => {
		await record(ada, markEvent("a", "WATCHED", second(20)));
		expect(await record(ada, markEvent("a", "MISSED", second(10)))).toEqual({
			marks: [{ talkId: idOf("a"), status: "WATCHED" }],
			unknown: [],
		});
		await record(ada, markEvent("b", null, second(20)));
		await record(ada, markEvent("b", "MUST_SEE", second(10)));
		expect(await stepsOf(ada, "a")).toEqual([
			[null, "MISSED", second(10)],
			["MISSED", "WATCHED", second(20)],
		]);
		expect(await marksOf(ada)).toEqual({ [idOf("a")]: "WATCHED" });
	});

	it("are the same in whatever order and parts the presses of all devices arrive", async () => {
		const status = fc.constantFrom(null, ...MARK_STATUSES);
		const events = fc.uniqueArray(
			fc.record({ id: fc.uuid(), talk: fc.constantFrom("a", "b"), status, at: fc.integer({ min: 0, max: 6 }) }),
			{ selector: ({ id }) => id, minLength: 1, maxLength: 8 },
		);
		await fc.assert(
			fc.asyncProperty(events, fc.integer({ min: 1, max: 3 }), async (made, size) => {
				const visitors = [await createUser(getDb(), randomUUID()), await createUser(getDb(), randomUUID())] as const;
				const all = made.map(({ id, talk, status, at }) => markEvent(talk, status, second(at), id));
				await record(visitors[0], ...all);
				for (let from = 0; from < all.length; from += size) {
					await record(visitors[1], ...all.toReversed().slice(from, from + size));
				}
				expect(await marksOf(visitors[1])).toEqual(await marksOf(visitors[0]));
				for (const talk of ["a", "b"])
					expect(await stepsOf(visitors[1], talk)).toEqual(await stepsOf(visitors[0], talk));
			}),
			runs(15),
		);
	}, 60_000);

	it("that many devices press at once are all in the log, and the latest is the mark", async () => {
		const statuses = Array.from({ length: 12 }, (_, index) => MARK_STATUSES[index % 3] as MarkStatus);
		await Promise.all(statuses.map((status, index) => record(ada, markEvent("a", status, second(index)))));
		const steps = await stepsOf(ada, "a");
		expect(steps).toEqual(statuses.map((status, index) => [statuses[index - 1] ?? null, status, second(index)]));
		expect(await marksOf(ada)).toEqual({ [idOf("a")]: statuses.at(-1) });
	});

	it("of a clock that is fast count as pressed now, in their order", async () => {
		const early = new Date("2040-01-01T00:00:00Z");
		await record(
			ada,
			markEvent("a", "MUST_SEE", early),
			markEvent("a", "WATCHED", early),
			markEvent("a", "MISSED", early),
		);
		expect((await stepsOf(ada, "a")).map(([, to, at]) => [to, now.getTime() - (at as Date).getTime()])).toEqual([
			["MUST_SEE", 2],
			["WATCHED", 1],
			["MISSED", 0],
		]);
	});

	it("of a talk that is not there are told apart, and nothing is kept of them", async () => {
		const lost = { ...markEvent("a", "WATCHED", second(1)), talkId: UNKNOWN_TALK };
		expect(await record(ada, lost, markEvent("b", "MISSED", second(2)))).toEqual({
			marks: [{ talkId: idOf("b"), status: "MISSED" }],
			unknown: [lost.id],
		});
		expect(await marksOf(ada)).toEqual({ [idOf("b")]: "MISSED" });
		expect(await getDb().markChange.count()).toBe(1);
	});

	it("of nobody are not kept, and not answered as if they were", async () => {
		await expect(record("nobody", markEvent("a", "WATCHED", second(1)))).rejects.toThrow();
		expect(await getDb().markChange.count()).toBe(0);
	});

	it("have dates that can be corrected, by whose they are", async () => {
		const watched = markEvent("a", "WATCHED", second(1));
		await record(ada, watched);
		expect(await correctDay(getDb(), { userId: guest, id: watched.id, day: "2026-01-02" })).toBe(false);
		expect(await correctDay(getDb(), { userId: ada, id: watched.id, day: "2026-01-03" })).toBe(true);
		const ofA = { userId: ada, talkId: idOf("a") };
		expect((await listMarkLog(getDb(), ofA)).map(({ correctedDay }) => correctedDay)).toEqual(["2026-01-03"]);
		// Another press of that talk leaves the correction alone.
		await record(ada, markEvent("a", "MUST_SEE", second(0)));
		expect((await listMarkLog(getDb(), ofA)).map(({ correctedDay }) => correctedDay)).toEqual([null, "2026-01-03"]);
		expect(await correctDay(getDb(), { userId: ada, id: watched.id, day: null })).toBe(true);
		expect((await listMarkLog(getDb(), ofA)).map(({ correctedDay }) => correctedDay)).toEqual([null, null]);
	});

	it("become what the log says when a slip is taken out of it", async () => {
		const events = [
			markEvent("a", "MUST_SEE", second(1)),
			markEvent("a", "WATCHED", second(2)),
			markEvent("a", "MISSED", second(3)),
		];
		await record(ada, ...events);
		const [first, watched, missed] = events.map(({ id }) => id) as [string, string, string];
		expect(await removeEntry(getDb(), { userId: guest, id: watched })).toBeNull();
		expect(await removeEntry(getDb(), { userId: ada, id: watched })).toEqual({ talkId: idOf("a"), status: "MISSED" });
		expect(await stepsOf(ada, "a")).toEqual([
			[null, "MUST_SEE", second(1)],
			["MUST_SEE", "MISSED", second(3)],
		]);
		expect(await removeEntry(getDb(), { userId: ada, id: missed })).toEqual({ talkId: idOf("a"), status: "MUST_SEE" });
		expect(await marksOf(ada)).toEqual({ [idOf("a")]: "MUST_SEE" });
		expect(await removeEntry(getDb(), { userId: ada, id: first })).toEqual({ talkId: idOf("a"), status: null });
		expect(await marksOf(ada)).toEqual({});
		expect(await removeEntry(getDb(), { userId: ada, id: first })).toBeNull();
	});

	it("of a guest join an account's: both logs become one, and the later mark stays", async () => {
		const shared = "first-entry";
		await record(ada, markEvent("a", "MUST_SEE", second(3), shared), markEvent("b", "MISSED", second(6)));
		await record(
			guest,
			markEvent("a", "WATCHED", second(4), shared),
			markEvent("b", "MUST_SEE", second(5)),
			markEvent("c", "MISSED", second(2)),
		);
		await getDb().$transaction((tx) => mergeMarks(tx, { fromUserId: guest, toUserId: ada }));
		expect(await marksOf(guest)).toEqual({});
		expect(await marksOf(ada)).toEqual({ [idOf("a")]: "WATCHED", [idOf("b")]: "MISSED", [idOf("c")]: "MISSED" });
		expect(await stepsOf(ada, "a")).toEqual([
			[null, "MUST_SEE", second(3)],
			["MUST_SEE", "WATCHED", second(4)],
		]);
		expect(await stepsOf(ada, "b")).toEqual([
			[null, "MUST_SEE", second(5)],
			["MUST_SEE", "MISSED", second(6)],
		]);
		const moved = await getDb().mark.findFirstOrThrow({ where: { userId: ada, talkId: idOf("c") } });
		expect(moved.updatedAt).toEqual(second(2));
	});

	it("that a guest took away later are taken away", async () => {
		await setMark(getDb(), { userId: ada, talkId: idOf("a"), status: "WATCHED", at: second(1) });
		await setMark(getDb(), { userId: guest, talkId: idOf("a"), status: "MISSED", at: second(2) });
		await setMark(getDb(), { userId: guest, talkId: idOf("a"), status: null, at: second(3) });
		await getDb().$transaction((tx) => mergeMarks(tx, { fromUserId: guest, toUserId: ada }));
		expect(await marksOf(ada)).toEqual({});
		expect((await stepsOf(ada, "a")).map(([, to]) => to)).toEqual(["WATCHED", "MISSED", null]);
	});

	it("join in any number", async () => {
		const count = 3_000;
		const { id } = await createConference(getDb(), { slug: "huge", talks: [] });
		const talks = Array.from({ length: count }, (_, index) => ({
			conferenceId: id,
			key: `${index}`,
			slug: `${index}`,
			title: `${index}`,
			day: "2026-01-31",
			start: new Date(0),
			duration: 5,
		}));
		await getDb().talk.createMany({ data: talks });
		const rows = await getDb().talk.findMany({ where: { conferenceId: id }, select: { id: true } });
		for (const [userId, status, at] of [
			[ada, "WATCHED", second(1)],
			[guest, "MUST_SEE", second(2)],
		] as const) {
			const marks = rows.map((row) => ({ userId, talkId: row.id, status, createdAt: at, updatedAt: at }));
			await getDb().mark.createMany({ data: marks });
			const entries = rows.map((row) => ({ userId, id: `first-${row.id}`, talkId: row.id, to: status, at }));
			await getDb().markChange.createMany({ data: entries });
		}
		await getDb().$transaction((tx) => mergeMarks(tx, { fromUserId: guest, toUserId: ada }), { timeout: 60_000 });
		expect(await getDb().mark.count({ where: { userId: ada, status: "MUST_SEE" } })).toBe(count);
		expect(await getDb().mark.count()).toBe(count);
		expect(await getDb().markChange.count({ where: { userId: ada } })).toBe(2 * count);
	}, 60_000);
});
