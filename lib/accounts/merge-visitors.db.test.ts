import { beforeEach, expect, it } from "vitest";
import { listMarks } from "@/lib/marks/queries";
import { saveNote } from "@/lib/notes/mutations";
import { getNote } from "@/lib/notes/queries";
import { setRating } from "@/lib/ratings/mutations";
import { findRating } from "@/lib/ratings/queries";
import { savePlayback } from "@/lib/recordings/playback/mutations";
import { findPlayback } from "@/lib/recordings/playback/queries";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { setTopicOnTalks } from "@/lib/topics/mutations";
import { listTopics } from "@/lib/topics/queries";
import { setNewsSeen } from "@/lib/watchlist/mutations";
import { findNewsSeenAt } from "@/lib/watchlist/queries";
import { mergeVisitors } from "./merge-visitors";

describeOnEachDatabase("a guest who signs up or in", (getDb) => {
	let idOf: (talk: string) => number;
	let round = 0;
	let guest: string;
	let account: string;

	beforeEach(async () => {
		round++;
		guest = `guest-${round}`;
		account = `account-${round}`;
		for (const [id, isAnonymous] of [
			[guest, true],
			[account, false],
		] as const) {
			await getDb().user.create({ data: { id, name: id, email: `${id}@example.org`, isAnonymous } });
		}
		const talks = Array.from({ length: 30 }, (_, n) => ({ slug: `t${n}`, start: "2026-01-31T09:00:00Z" }));
		({ idOf } = await createConference(getDb(), { slug: `conf-${round}`, talks }));
	});

	const users = () => ({ fromUserId: guest, toUserId: account });
	const write = (text: string) => ({ text, takeaways: [{ id: "a", text: "one" }], baseRevision: 0 });

	it("brings marks and notes along, and is a guest no more", async () => {
		await setMark(getDb(), { userId: guest, talkId: idOf("t0"), status: "WATCHED" });
		await saveNote(getDb(), { userId: guest, talkId: idOf("t1"), ...write("mine") });
		await mergeVisitors(getDb(), users());
		expect(await listMarks(getDb(), { userId: account })).toEqual([{ talkId: idOf("t0"), status: "WATCHED" }]);
		expect(await getNote(getDb(), { userId: account, talkId: idOf("t1") })).toMatchObject({ text: "mine" });
		expect(await getDb().user.findUnique({ where: { id: guest } })).toBeNull();
	});

	it("brings ratings and topics along", async () => {
		const talkId = idOf("t0");
		await setMark(getDb(), { userId: guest, talkId, status: "WATCHED" });
		await setRating(getDb(), { userId: guest, talkId, stars: 4 });
		await setTopicOnTalks(getDb(), { userId: guest, topic: "eBPF", talkIds: [talkId], on: true });
		await mergeVisitors(getDb(), users());
		expect(await findRating(getDb(), { userId: account, talkId })).toBe(4);
		expect(await listTopics(getDb(), account)).toEqual([{ slug: "ebpf", name: "eBPF", talkCount: 1 }]);
	});

	it("goes on in recordings where it stopped", async () => {
		const talkId = idOf("t0");
		const playback = { position: 754, duration: 1800, at: new Date("2026-02-01T12:00:00Z") };
		await savePlayback(getDb(), { userId: guest, talkId, ...playback });
		await mergeVisitors(getDb(), users());
		expect(await findPlayback(getDb(), { userId: account, talkId })).toEqual(playback);
	});

	it("has seen what either has, the later", async () => {
		const [earlier, later] = [new Date("2026-02-01T12:00:00Z"), new Date("2026-02-02T12:00:00Z")];
		await setNewsSeen(getDb(), { userId: guest, at: later });
		await setNewsSeen(getDb(), { userId: account, at: earlier });
		await mergeVisitors(getDb(), users());
		expect(await findNewsSeenAt(getDb(), account)).toEqual(later);
		const second = `second-${guest}`;
		await getDb().user.create({
			data: { id: second, name: "Guest", email: `${second}@example.org`, isAnonymous: true },
		});
		await setNewsSeen(getDb(), { userId: second, at: earlier });
		await mergeVisitors(getDb(), { fromUserId: second, toUserId: account });
		expect(await findNewsSeenAt(getDb(), account)).toEqual(later);
	});

	it("may do so twice at once, as a form that is sent twice does", async () => {
		await setMark(getDb(), { userId: guest, talkId: idOf("t0"), status: "WATCHED" });
		await Promise.all([mergeVisitors(getDb(), users()), mergeVisitors(getDb(), users())]);
		expect(await listMarks(getDb(), { userId: account })).toHaveLength(1);
	});

	it("never takes another account for a guest", async () => {
		await setMark(getDb(), { userId: account, talkId: idOf("t0"), status: "WATCHED" });
		await mergeVisitors(getDb(), { fromUserId: account, toUserId: guest });
		expect(await listMarks(getDb(), { userId: account })).toHaveLength(1);
	});

	it("loses nothing that was answered as kept while it happened", async () => {
		const writes = Array.from({ length: 30 }, (_, n) =>
			setMark(getDb(), { userId: guest, talkId: idOf(`t${n}`), status: "MUST_SEE" }).then(
				() => idOf(`t${n}`),
				() => null,
			),
		);
		const [answers] = await Promise.all([Promise.all(writes), mergeVisitors(getDb(), users())]);
		const keptTalks = answers.filter((talkId) => talkId !== null);
		expect((await listMarks(getDb(), { userId: account })).map(({ talkId }) => talkId)).toEqual(keptTalks);
	});

	it("is not answered as if marks were kept where it is the guest who is unknown", async () => {
		const mark = { userId: "nobody", talkId: idOf("t0"), status: "WATCHED" } as const;
		await expect(setMark(getDb(), mark)).rejects.toThrow();
	});
});
