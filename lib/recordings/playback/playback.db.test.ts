import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { setMark } from "@/lib/testing/set-mark";
import { mergePlaybacks, removePlayback, savePlayback } from "./mutations";
import { findPlayback, listUnfinished } from "./queries";

const at = (minute: number) => new Date(Date.UTC(2026, 1, 1, 12, minute));

describeOnEachDatabase("where a visitor stopped", (getDb) => {
	let idOf: (talk: string) => number;
	let round = 0;
	let userId: string;
	let other: string;

	beforeEach(async () => {
		round++;
		[userId, other] = [`visitor-${round}`, `other-${round}`];
		for (const id of [userId, other]) {
			await getDb().user.create({ data: { id, name: id, email: `${id}@example.org` } });
		}
		const talks = Array.from({ length: 5 }, (_, n) => ({ slug: `t${n}`, start: "2026-01-31T09:00:00Z" }));
		({ idOf } = await createConference(getDb(), { slug: `conf-${round}`, talks }));
	});

	const keep = (talk: string, position: number, minute: number, duration: number | null = 1800, user = userId) =>
		savePlayback(getDb(), { userId: user, talkId: idOf(talk), position, duration, at: at(minute) });
	const unfinished = async (limit = 10) =>
		(await listUnfinished(getDb(), userId, limit)).map(({ slug, position }) => [slug, position]);

	it("is where they were last, in whatever order that is told", async () => {
		const report = fc.record({
			position: fc.nat(3).map((seconds) => seconds + 0.5),
			minute: fc.nat(3),
			duration: fc.constantFrom(null, 1800, 1801),
		});
		const orders = fc
			.array(report, { minLength: 1, maxLength: 5 })
			.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
		const after = async (reports: readonly { position: number; minute: number; duration: number | null }[]) => {
			await removePlayback(getDb(), { userId, talkId: idOf("t0") });
			for (const { position, minute, duration } of reports) await keep("t0", position, minute, duration);
			return findPlayback(getDb(), { userId, talkId: idOf("t0") });
		};
		await fc.assert(
			fc.asyncProperty(orders, async ([reports, shuffled]) => {
				const [latest] = reports.toSorted((a, b) => b.minute - a.minute || b.position - a.position);
				const kept = await after(reports);
				expect(kept).toMatchObject({ position: latest?.position, at: at(latest?.minute ?? 0) });
				expect(await after(shuffled)).toEqual(kept);
			}),
			runs(30),
		);
	});

	it("is one place, whoever tells it at once", async () => {
		await Promise.all([3, 1, 5, 2, 4].map((minute) => keep("t0", minute * 10, minute)));
		expect(await findPlayback(getDb(), { userId, talkId: idOf("t0") })).toMatchObject({ position: 50 });
	});

	it("is nobody's, and in no talk that there is not", async () => {
		const gone = { userId, talkId: 2_000_000_000, position: 1, duration: null, at: at(0) };
		await expect(savePlayback(getDb(), gone)).rejects.toThrow();
		const nobody = { userId: "nobody", talkId: idOf("t0"), position: 1, duration: null, at: at(0) };
		await expect(savePlayback(getDb(), nobody)).rejects.toThrow();
	});

	it("is their own", async () => {
		await keep("t0", 100, 1);
		await removePlayback(getDb(), { userId: other, talkId: idOf("t0") });
		expect(await findPlayback(getDb(), { userId: other, talkId: idOf("t0") })).toBeNull();
		expect(await listUnfinished(getDb(), other, 10)).toEqual([]);
		expect(await unfinished()).toEqual([["t0", 100]]);
	});

	it("is gone on with, the latest first, where neither begun nor seen is all", async () => {
		await keep("t0", 100, 1);
		await keep("t1", 5, 2);
		await keep("t2", 1795, 3);
		await keep("t3", 900, 4, null);
		await keep("t4", 200, 5);
		expect(await unfinished()).toEqual([
			["t4", 200],
			["t3", 900],
			["t0", 100],
		]);
		expect(await unfinished(1)).toEqual([["t4", 200]]);
	});

	it("is not offered of what was marked watched, until it is watched again", async () => {
		await keep("t0", 100, 1);
		await setMark(getDb(), { userId, talkId: idOf("t0"), status: "MUST_SEE" });
		expect(await unfinished()).toEqual([["t0", 100]]);
		await setMark(getDb(), { userId, talkId: idOf("t0"), status: "WATCHED" });
		expect(await unfinished()).toEqual([]);
		const later = new Date(Date.now() + 60_000);
		await savePlayback(getDb(), { userId, talkId: idOf("t0"), position: 300, duration: 1800, at: later });
		expect(await unfinished()).toEqual([["t0", 300]]);
	});

	it("is not offered where one plays on to the end after marking the talk watched", async () => {
		await setMark(getDb(), { userId, talkId: idOf("t0"), status: "WATCHED", at: at(1) });
		await keep("t0", 1680, 2);
		await keep("t1", 1680, 2);
		expect(await unfinished()).toEqual([["t1", 1680]]);
	});

	it("comes along from a guest to an account, the later of both", async () => {
		await keep("t0", 100, 1);
		await keep("t0", 200, 2, 1800, other);
		await keep("t1", 300, 4);
		await keep("t1", 400, 3, 1800, other);
		await keep("t2", 500, 5, 1800, other);
		await getDb().$transaction((tx) => mergePlaybacks(tx, { fromUserId: other, toUserId: userId }));
		expect(await unfinished()).toEqual([
			["t2", 500],
			["t1", 300],
			["t0", 200],
		]);
		expect(await listUnfinished(getDb(), other, 10)).toEqual([]);
	});
});
