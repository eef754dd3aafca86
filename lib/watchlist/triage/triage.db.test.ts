import { beforeAll, beforeEach, expect, it } from "vitest";
import { mergeVisitors } from "@/lib/accounts/merge-visitors";
import { allTalksExist } from "@/lib/talks/queries";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { mergeTriageSkips, setSkipped } from "./mutations";
import { listTriageSkips, listTriageTalks } from "./queries";

const UNKNOWN_TALK = 2_000_000_000;

describeOnEachDatabase("triage", (getDb) => {
	let conferenceId: number;
	let idOf: (talk: string) => number;
	let otherTalk: number;
	const ada = "ada";
	const guest = "guest";

	beforeAll(async () => {
		const start = "2026-01-31T09:00:00Z";
		({ id: conferenceId, idOf } = await createConference(getDb(), {
			slug: "conf",
			talks: [
				{ slug: "one", start, abstract: "First.", speakers: ["Ada"], links: ["RECORDING"] },
				{ slug: "two", start },
				{ slug: "three", start },
			],
		}));
		const other = await createConference(getDb(), { slug: "other", talks: [{ slug: "elsewhere", start }] });
		otherTalk = other.idOf("elsewhere");
		await createUser(getDb(), ada);
		await createUser(getDb(), guest);
	});

	beforeEach(async () => {
		await getDb().triageSkip.deleteMany();
	});

	const skips = (userId: string) => listTriageSkips(getDb(), { userId, conferenceId });
	const set = (userId: string, talkIds: number[], skipped: boolean) =>
		setSkipped(getDb(), { userId, talkIds, skipped });

	it("puts talks off and brings them back, the same twice being one, and nobody else's", async () => {
		await set(ada, [idOf("one"), idOf("two"), otherTalk], true);
		expect(await set(ada, [idOf("one")], true)).toEqual({ kind: "kept" });
		await set(guest, [idOf("three")], true);
		expect(await skips(ada)).toEqual([idOf("one"), idOf("two")]);
		expect(await set(ada, [idOf("one"), idOf("three")], false)).toEqual({ kind: "kept" });
		expect(await skips(ada)).toEqual([idOf("two")]);
		expect(await skips(guest)).toEqual([idOf("three")]);
	});

	it("puts a talk off once though two tabs do at the same time", async () => {
		const all = [idOf("one"), idOf("two"), idOf("three")];
		await Promise.all([set(ada, all, true), set(ada, all, true), set(ada, all, true)]);
		expect(await skips(ada)).toEqual(all);
	});

	it("refuses a talk that does not exist, and then puts off none", async () => {
		expect(await set(ada, [idOf("one"), UNKNOWN_TALK], true)).toEqual({ kind: "unknown-talk" });
		expect(await skips(ada)).toEqual([]);
		expect(await allTalksExist(getDb(), [idOf("one"), idOf("one")])).toBe(true);
		expect(await allTalksExist(getDb(), [idOf("one"), UNKNOWN_TALK])).toBe(false);
	});

	it("takes more talks than SQLite takes in a list", async () => {
		const start = new Date("2026-01-31T09:00:00Z");
		const row = (slug: string) => ({
			conferenceId,
			key: slug,
			slug,
			title: slug,
			day: "2026-01-31",
			start,
			duration: 5,
		});
		await getDb().talk.createMany({ data: Array.from({ length: 1_100 }, (_, index) => row(`many-${index}`)) });
		const many = await getDb().talk.findMany({ where: { slug: { startsWith: "many-" } }, select: { id: true } });
		const ids = many.map(({ id }) => id);
		await set(ada, ids, true);
		expect(await skips(ada)).toHaveLength(1_100);
		await set(ada, ids, false);
		expect(await skips(ada)).toEqual([]);
		await getDb().talk.deleteMany({ where: { slug: { startsWith: "many-" } } });
	});

	it("draws talks of the conference alone, in the order asked for", async () => {
		const requestedIds = [idOf("two"), otherTalk, idOf("one"), UNKNOWN_TALK];
		const talks = await listTriageTalks(getDb(), conferenceId, requestedIds);
		const summaries = talks.map(({ slug, abstract, hasRecording, willBeRecorded, speakers }) => ({
			slug,
			abstract,
			hasRecording,
			willBeRecorded,
			speakers,
		}));
		expect(summaries).toEqual([
			{ slug: "two", abstract: "", hasRecording: false, willBeRecorded: null, speakers: [] },
			{
				slug: "one",
				abstract: "First.",
				hasRecording: true,
				willBeRecorded: null,
				speakers: [{ slug: "Ada", name: "Ada" }],
			},
		]);
	});

	it("comes with a guest into an account that put off some already", async () => {
		await set(ada, [idOf("one")], true);
		await set(guest, [idOf("one"), idOf("two")], true);
		await getDb().$transaction((tx) => mergeTriageSkips(tx, { fromUserId: guest, toUserId: ada }));
		expect(await skips(ada)).toEqual([idOf("one"), idOf("two")]);
		expect(await skips(guest)).toEqual([]);
	});

	it("is part of what a guest brings along", async () => {
		const passing = await createUser(getDb(), "passing");
		await getDb().user.update({ where: { id: passing }, data: { isAnonymous: true } });
		await set(passing, [idOf("three")], true);
		await mergeVisitors(getDb(), { fromUserId: passing, toUserId: ada });
		expect(await skips(ada)).toEqual([idOf("three")]);
	});
});
