import { beforeEach, expect, it } from "vitest";
import type { MarkStatus } from "@/lib/marks/status";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setNewsSeen } from "./mutations";
import { findNewsSeenAt, listWatchlist } from "./queries";

const day = (number: number) => new Date(Date.UTC(2026, 1, number));

describeOnEachDatabase("news of the watchlist", (getDb) => {
	let idOf: (talk: string) => number;
	let round = 0;
	let ada: string;

	beforeEach(async () => {
		ada = await createUser(getDb(), `ada-${++round}`);
		const start = "2026-01-31T09:00:00Z";
		({ idOf } = await createConference(getDb(), {
			slug: `conf-${round}`,
			talks: [
				{ slug: "recorded", start, links: ["RECORDING"] },
				{ slug: "taken-down", start },
				{ slug: "unrecorded", start },
			],
		}));
		for (const slug of ["recorded", "taken-down"]) {
			await getDb().talk.update({ where: { id: idOf(slug) }, data: { recordedAt: day(10) } });
		}
	});

	async function listNewlyRecorded(): Promise<string[]> {
		const entries = await listWatchlist(getDb(), ada, await findNewsSeenAt(getDb(), ada));
		return entries.flatMap(({ talk, isNewlyRecorded }) => (isNewlyRecorded ? [talk.slug] : []));
	}

	async function mark(talk: string, status: MarkStatus, updatedAt: Date) {
		const userId_talkId = { userId: ada, talkId: idOf(talk) };
		const values = { status, updatedAt };
		await getDb().mark.upsert({ where: { userId_talkId }, create: { ...userId_talkId, ...values }, update: values });
	}

	it("are recordings of must-see and missed talks that came after the mark", async () => {
		for (const talk of ["taken-down", "unrecorded"]) await mark(talk, "MUST_SEE", day(1));
		expect(await listNewlyRecorded()).toEqual([]);
		await mark("recorded", "MUST_SEE", day(1));
		expect(await listNewlyRecorded()).toEqual(["recorded"]);
		await mark("recorded", "MISSED", day(2));
		expect(await listNewlyRecorded()).toEqual(["recorded"]);
		await mark("recorded", "WATCHED", day(3));
		expect(await listNewlyRecorded()).toEqual([]);
		await mark("recorded", "MISSED", day(11));
		expect(await listNewlyRecorded()).toEqual([]);
	});

	it("are news until they were looked at", async () => {
		await mark("recorded", "MUST_SEE", day(1));
		await setNewsSeen(getDb(), { userId: ada, at: day(9) });
		expect(await listNewlyRecorded()).toEqual(["recorded"]);
		await setNewsSeen(getDb(), { userId: ada, at: day(11) });
		expect(await listNewlyRecorded()).toEqual([]);
		// An answer that comes late, of a page that was made earlier.
		await setNewsSeen(getDb(), { userId: ada, at: day(5) });
		expect(await findNewsSeenAt(getDb(), ada)).toEqual(day(11));
	});

	it("are nobody's where nobody is", async () => {
		await setNewsSeen(getDb(), { userId: "nobody", at: day(1) });
		expect(await findNewsSeenAt(getDb(), "nobody")).toBeNull();
	});
});
