import { beforeAll, beforeEach, expect, it } from "vitest";
import { listMarks } from "@/lib/marks/queries";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { listWatchlist } from "./queries";

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
		await getDb().markChange.deleteMany();
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
});
