import { beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnEachDatabase } from "@/lib/db/testing";
import { createConference, createUser } from "@/lib/talks/testing";
import { mergeMarks, setMark } from "./mutations";
import { listMarks, listWatchlist } from "./queries";

const UNKNOWN_TALK = 2_000_000_000;

describeOnEachDatabase("marks", (getDb) => {
	let idOf: (talk: string) => number;
	let ofOther: (talk: string) => number;
	const ada = "ada";
	const guest = "guest";

	beforeAll(async () => {
		({ idOf } = await createConference(getDb(), {
			slug: "conf",
			talks: [
				{ slug: "late", start: "2026-01-31T12:00:00Z", links: ["RECORDING"] },
				{ slug: "early", start: "2026-01-31T09:00:00Z" },
				{ slug: "gone", start: "2026-01-31T10:00:00Z", withdrawn: true },
			],
		}));
		({ idOf: ofOther } = await createConference(getDb(), {
			slug: "older",
			startDate: "2025-02-01",
			talks: [{ slug: "old", start: "2025-02-01T09:00:00Z" }],
		}));
		await createUser(getDb(), ada);
		await createUser(getDb(), guest);
	});

	beforeEach(async () => {
		await getDb().mark.deleteMany();
	});

	it("are set, changed and taken away, the same press twice being one", async () => {
		const talkId = idOf("early");
		for (const status of ["MUST_SEE", "MUST_SEE", "WATCHED"] as const) {
			expect(await setMark(getDb(), { userId: ada, talkId, status })).toEqual({ kind: "kept" });
			expect(await listMarks(getDb(), { userId: ada })).toEqual([{ talkId, status }]);
		}
		for (const _ of [1, 2]) {
			expect(await setMark(getDb(), { userId: ada, talkId, status: null })).toEqual({ kind: "kept" });
			expect(await listMarks(getDb(), { userId: ada })).toEqual([]);
		}
	});

	it("of a talk that is not there are refused, and nothing is kept", async () => {
		const mark = { userId: ada, talkId: UNKNOWN_TALK, status: "WATCHED" } as const;
		expect(await setMark(getDb(), mark)).toEqual({ kind: "unknown-talk" });
		expect(await listMarks(getDb(), { userId: ada })).toEqual([]);
	});

	it("are listed for one conference or for all, and never another visitor's", async () => {
		await setMark(getDb(), { userId: ada, talkId: idOf("early"), status: "WATCHED" });
		await setMark(getDb(), { userId: ada, talkId: ofOther("old"), status: "MISSED" });
		await setMark(getDb(), { userId: guest, talkId: idOf("late"), status: "MUST_SEE" });
		expect(await listMarks(getDb(), { userId: ada, conference: "conf" })).toEqual([
			{ talkId: idOf("early"), status: "WATCHED" },
		]);
		expect(await listMarks(getDb(), { userId: ada })).toHaveLength(2);
		expect(await listMarks(getDb(), { userId: ada, conference: "unknown" })).toEqual([]);
	});

	it("make the watchlist, the latest conference first, with withdrawn talks", async () => {
		for (const talk of ["late", "gone", "early"]) {
			await setMark(getDb(), { userId: ada, talkId: idOf(talk), status: "MUST_SEE" });
		}
		await setMark(getDb(), { userId: ada, talkId: ofOther("old"), status: "MISSED" });
		await getDb().note.create({ data: { userId: ada, talkId: idOf("late"), text: "a note" } });
		await getDb().note.create({ data: { userId: guest, talkId: idOf("early"), text: "somebody else's" } });
		const list = await listWatchlist(getDb(), ada, null);
		expect(list.map(({ talk, conference, status, hasNote }) => [conference.slug, talk.slug, status, hasNote])).toEqual([
			["conf", "early", "MUST_SEE", false],
			["conf", "gone", "MUST_SEE", false],
			["conf", "late", "MUST_SEE", true],
			["older", "old", "MISSED", false],
		]);
		expect(list.map(({ talk }) => [talk.isWithdrawn, talk.hasRecording])).toEqual([
			[false, false],
			[true, false],
			[false, true],
			[false, false],
		]);
	});

	it("of a guest join an account's, and where both have one the later stays", async () => {
		const at = (day: number) => new Date(Date.UTC(2026, 1, day));
		const mark = (userId: string, talk: string, status: "MUST_SEE" | "WATCHED" | "MISSED", day: number) =>
			getDb().mark.create({ data: { userId, talkId: idOf(talk), status, createdAt: at(1), updatedAt: at(day) } });
		await mark(ada, "early", "MUST_SEE", 3);
		await mark(guest, "early", "WATCHED", 4);
		await mark(ada, "late", "MISSED", 6);
		await mark(guest, "late", "MUST_SEE", 5);
		await mark(guest, "gone", "MISSED", 2);
		await getDb().$transaction((tx) => mergeMarks(tx, { fromUserId: guest, toUserId: ada }));
		expect(await listMarks(getDb(), { userId: guest })).toEqual([]);
		expect(new Map((await listMarks(getDb(), { userId: ada })).map((each) => [each.talkId, each.status]))).toEqual(
			new Map([
				[idOf("early"), "WATCHED"],
				[idOf("late"), "MISSED"],
				[idOf("gone"), "MISSED"],
			]),
		);
		const moved = await getDb().mark.findFirstOrThrow({ where: { userId: ada, talkId: idOf("gone") } });
		expect(moved.updatedAt).toEqual(at(2));
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
		const marks = rows.map((row) => ({ talkId: row.id, status: "MUST_SEE" as const, updatedAt: new Date(1) }));
		await getDb().mark.createMany({ data: marks.map((mark) => ({ ...mark, userId: guest, updatedAt: new Date(2) })) });
		await getDb().mark.createMany({
			data: marks.map((mark) => ({ ...mark, userId: ada, status: "WATCHED" as const })),
		});
		await getDb().$transaction((tx) => mergeMarks(tx, { fromUserId: guest, toUserId: ada }));
		expect(await getDb().mark.count({ where: { userId: ada, status: "MUST_SEE" } })).toBe(count);
		expect(await getDb().mark.count()).toBe(count);
	});
});
