import fc from "fast-check";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { createTopic, mergeTopics, setTopicOnTalks } from "./mutations";
import { listTopics, listTopicsOfTalk } from "./queries";

describeOnEachDatabase("a guest's topics", (getDb) => {
	const ada = "ada";
	const guest = "guest";
	const slugs = ["a", "b", "c"] as const;
	let idOf: (talk: string) => number;

	beforeAll(async () => {
		const talks = slugs.map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		({ idOf } = await createConference(getDb(), { slug: "conf", talks }));
		for (const user of [ada, guest, "carol"]) await createUser(getDb(), user);
	});

	beforeEach(async () => {
		await getDb().topic.deleteMany();
	});

	const put = (userId: string, topic: string, ...talks: string[]) =>
		setTopicOnTalks(getDb(), { userId, topic, talkIds: talks.map(idOf), on: true });
	const merge = () => getDb().$transaction((tx) => mergeTopics(tx, { fromUserId: guest, toUserId: ada }));
	/** Names of the topics that a visitor put on each talk. */
	const namesOf = async (userId: string) =>
		Object.fromEntries(
			await Promise.all(
				slugs.map(async (slug) => {
					const topics = await listTopicsOfTalk(getDb(), { userId, talkId: idOf(slug) });
					return [slug, topics.map(({ name }) => name)] as const;
				}),
			),
		);

	it("join those of the same name, and the others come along with an address of their own", async () => {
		await put(ada, "eBPF", "a", "b");
		await put(ada, "C#", "a");
		await put(guest, "EBPF", "b", "c");
		await put(guest, "C!", "c");
		await createTopic(getDb(), { userId: guest, name: "Empty" });
		await put("carol", "eBPF", "a");
		await merge();
		expect(await listTopics(getDb(), ada)).toEqual([
			{ slug: "c-2", name: "C!", talkCount: 1 },
			{ slug: "c", name: "C#", talkCount: 1 },
			{ slug: "ebpf", name: "eBPF", talkCount: 3 },
			{ slug: "empty", name: "Empty", talkCount: 0 },
		]);
		expect(await namesOf(ada)).toEqual({ a: ["C#", "eBPF"], b: ["eBPF"], c: ["C!", "eBPF"] });
		expect(await listTopics(getDb(), guest)).toEqual([]);
		expect(await namesOf("carol")).toEqual({ a: ["eBPF"], b: [], c: [] });
	});

	it("are all there afterwards, on whatever talks either had them", async () => {
		const names = fc.uniqueArray(fc.constantFrom("rust", "Rust", "C", "c!", "日本語", "한국어"), {
			selector: (name) => name.toLowerCase(),
		});
		const topics = names.chain((chosen) =>
			fc.tuple(...chosen.map((name) => fc.tuple(fc.constant(name), fc.subarray([...slugs], { minLength: 1 })))),
		);
		await fc.assert(
			fc.asyncProperty(topics, topics, async (accounts, guests) => {
				await getDb().topic.deleteMany();
				for (const [name, on] of accounts) await put(ada, name, ...on);
				for (const [name, on] of guests) await put(guest, name, ...on);
				await merge();
				const wanted = new Set(
					[...accounts, ...guests].flatMap(([name, on]) => on.map((talk) => `${talk} ${name.toLowerCase()}`)),
				);
				const found = Object.entries(await namesOf(ada)).flatMap(([talk, names]) =>
					names.map((name) => `${talk} ${name.toLowerCase()}`),
				);
				expect(found.toSorted()).toEqual([...wanted].toSorted());
			}),
			runs(25),
		);
	}, 60_000);
});
