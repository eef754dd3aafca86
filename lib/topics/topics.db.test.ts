import { beforeAll, beforeEach, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { createTopic, deleteTopic, renameTopic, setTopicOnTalks } from "./mutations";
import { findTopic, listTopics, listTopicsOfTalk, listTopicTalks } from "./queries";
import { MAX_TALKS, MAX_TOPICS } from "./schema";

const UNKNOWN_TALK = 2_000_000_000;

describeOnEachDatabase("topics", (getDb) => {
	const ada = "ada";
	const bob = "bob";
	let a: number;
	let b: number;
	let older: number;

	beforeAll(async () => {
		const talks = [
			{ slug: "b", start: "2026-01-31T10:00:00Z" },
			{ slug: "a", start: "2026-01-31T09:00:00Z", withdrawn: true },
		];
		const { idOf } = await createConference(getDb(), { slug: "new", talks });
		[a, b] = [idOf("a"), idOf("b")];
		const before = { slug: "old", startDate: "2025-01-31", talks: [{ slug: "c", start: "2025-01-31T10:00:00Z" }] };
		older = (await createConference(getDb(), before)).idOf("c");
		await createUser(getDb(), ada);
		await createUser(getDb(), bob);
	});

	beforeEach(async () => {
		await getDb().topic.deleteMany();
	});

	const put = (userId: string, topic: string, ...talkIds: number[]) =>
		setTopicOnTalks(getDb(), { userId, topic, talkIds, on: true });
	const takeOff = (userId: string, topic: string, ...talkIds: number[]) =>
		setTopicOnTalks(getDb(), { userId, topic, talkIds, on: false });
	const talksOf = async (userId: string, slug: string) =>
		(await listTopicTalks(getDb(), { userId, slug })).map(({ conference, talks }) => [
			conference.slug,
			talks.map((talk) => talk.slug),
		]);

	it("are made by being put on a talk, and are the same in another case", async () => {
		const topic = { slug: "ebpf", name: "eBPF" };
		expect(await put(ada, "eBPF", a)).toEqual({ kind: "kept", topic, isNew: true, changed: [a] });
		expect(await put(ada, "EBPF", a, b, b)).toEqual({ kind: "kept", topic, isNew: false, changed: [b] });
		expect(await put(ada, "ebpf", a, b)).toEqual({ kind: "kept", topic, isNew: false, changed: [] });
		expect(await listTopics(getDb(), ada)).toEqual([{ ...topic, talkCount: 2 }]);
	});

	it("are taken off, and put back by what was answered", async () => {
		await put(ada, "Open hardware", a);
		const topic = { slug: "open-hardware", name: "Open hardware" };
		expect(await takeOff(ada, topic.slug, a, b)).toEqual({ kind: "kept", topic, isNew: false, changed: [a] });
		expect(await listTopicsOfTalk(getDb(), { userId: ada, talkId: a })).toEqual([]);
		await put(ada, topic.slug, a);
		expect(await listTopicsOfTalk(getDb(), { userId: ada, talkId: a })).toEqual([topic]);
		expect(await takeOff(ada, "Never made", a)).toEqual({ kind: "unknown-topic" });
	});

	it("are put on all talks or, where one is not there, on none, and then not made either", async () => {
		expect(await put(ada, "eBPF", a, UNKNOWN_TALK)).toEqual({ kind: "unknown-talk" });
		expect(await listTopics(getDb(), ada)).toEqual([]);
	});

	it("gather talks across conferences, the latest first, withdrawn ones too", async () => {
		await put(ada, "eBPF", older, b, a);
		await put(ada, "Other", b);
		expect(await talksOf(ada, "ebpf")).toEqual([
			["new", ["a", "b"]],
			["old", ["c"]],
		]);
	});

	it("are everybody's own", async () => {
		await put(ada, "eBPF", a);
		expect(await listTopics(getDb(), bob)).toEqual([]);
		expect(await talksOf(bob, "ebpf")).toEqual([]);
		expect(await findTopic(getDb(), { userId: bob, slug: "ebpf" })).toBeNull();
		expect(await takeOff(bob, "ebpf", a)).toEqual({ kind: "unknown-topic" });
		expect(await renameTopic(getDb(), { userId: bob, slug: "ebpf", name: "Mine" })).toEqual({ kind: "unknown-topic" });
		expect(await deleteTopic(getDb(), { userId: bob, slug: "ebpf" })).toBe(false);
		await put(bob, "EBPF", b);
		expect(await talksOf(ada, "ebpf")).toEqual([["new", ["a"]]]);
		expect(await talksOf(bob, "ebpf")).toEqual([["new", ["b"]]]);
	});

	it("are made without a talk, once", async () => {
		const topic = { slug: "rust", name: "Rust" };
		expect(await createTopic(getDb(), { userId: ada, name: "Rust" })).toEqual({ kind: "created", topic });
		expect(await createTopic(getDb(), { userId: ada, name: "RUST" })).toEqual({ kind: "there-already", topic });
		expect(await listTopics(getDb(), ada)).toEqual([{ ...topic, talkCount: 0 }]);
	});

	it("are listed by name as people sort them", async () => {
		for (const name of ["Zig", "éBPF", "ada", "C10", "C2"]) await createTopic(getDb(), { userId: ada, name });
		expect((await listTopics(getDb(), ada)).map(({ name }) => name)).toEqual(["ada", "C2", "C10", "éBPF", "Zig"]);
	});

	it("get another name and keep their talks, unless another has that name", async () => {
		await put(ada, "Observe", a, b);
		await createTopic(getDb(), { userId: ada, name: "Rust" });
		const rename = (slug: string, name: string) => renameTopic(getDb(), { userId: ada, slug, name });
		const topic = { slug: "observability", name: "Observability" };
		expect(await rename("observe", "Observability")).toEqual({ kind: "renamed", topic });
		expect(await rename("observability", "RUST")).toEqual({ kind: "taken", topic: { slug: "rust", name: "Rust" } });
		expect(await rename("observe", "Gone")).toEqual({ kind: "unknown-topic" });
		// Of itself it is not the namesake.
		expect(await rename("observability", "OBSERVABILITY")).toEqual({
			kind: "renamed",
			topic: { slug: "observability", name: "OBSERVABILITY" },
		});
		expect(await talksOf(ada, "observability")).toEqual([["new", ["a", "b"]]]);
	});

	it("are taken away from all talks, and the marks stay", async () => {
		await put(ada, "eBPF", a, b);
		await getDb().mark.create({ data: { userId: ada, talkId: a, status: "WATCHED" } });
		expect(await deleteTopic(getDb(), { userId: ada, slug: "ebpf" })).toBe(true);
		expect(await getDb().topicTalk.count()).toBe(0);
		expect(await getDb().mark.count()).toBe(1);
		await getDb().mark.deleteMany();
	});

	it("are not made without end", async () => {
		const names = Array.from({ length: MAX_TOPICS }, (_, index) => `Topic ${index}`);
		await getDb().topic.createMany({ data: names.map((name, index) => ({ userId: ada, name, slug: `t-${index}` })) });
		expect(await put(ada, "One more", a)).toEqual({ kind: "too-many" });
		expect(await createTopic(getDb(), { userId: ada, name: "One more" })).toEqual({ kind: "too-many" });
		expect(await put(ada, "topic 7", a)).toMatchObject({ kind: "kept", changed: [a] });
		expect(await getDb().topic.count()).toBe(MAX_TOPICS);
	});

	it("that are made by many at once are one", async () => {
		const names = ["C#", "c#", "C#", "C!", "C"];
		const answers = await Promise.all(names.map((name, index) => put(ada, name, index % 2 ? a : b)));
		expect(answers.every(({ kind }) => kind === "kept")).toBe(true);
		const topics = await listTopics(getDb(), ada);
		expect(topics.map(({ name }) => name.toLowerCase()).sort()).toEqual(["c", "c!", "c#"]);
		expect(new Set(topics.map(({ slug }) => slug))).toEqual(new Set(["c", "c-2", "c-3"]));
	});

	it("are put on as many talks as may be, and taken off", async () => {
		const { conferenceId } = await getDb().talk.findUniqueOrThrow({ where: { id: older } });
		const many = Array.from({ length: MAX_TALKS }, (_, index) => `many-${index}`);
		const talk = { conferenceId, day: "2025-01-31", start: new Date(0), duration: 5, title: "" };
		await getDb().talk.createMany({ data: many.map((slug) => ({ ...talk, key: slug, slug })) });
		const rows = await getDb().talk.findMany({ where: { slug: { startsWith: "many-" } }, select: { id: true } });
		const ids = rows.map(({ id }) => id);
		expect(await put(ada, "All", ...ids)).toMatchObject({ kind: "kept", changed: ids });
		expect((await listTopicTalks(getDb(), { userId: ada, slug: "all" }))[0]?.talks).toHaveLength(MAX_TALKS);
		expect(await takeOff(ada, "All", ...ids)).toMatchObject({ kind: "kept", changed: ids });
		expect(await getDb().topicTalk.count()).toBe(0);
	}, 60_000);

	it("of nobody are not kept, and not answered as if they were", async () => {
		await expect(put("nobody", "eBPF", a)).rejects.toThrow();
		expect(await getDb().topic.count()).toBe(0);
	});
});
