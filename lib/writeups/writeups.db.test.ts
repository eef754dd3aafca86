import { beforeAll, beforeEach, expect, it } from "vitest";
import { mergeVisitors } from "@/lib/accounts/merge-visitors";
import type { Db } from "@/lib/db/client";
import { saveNote } from "@/lib/notes/mutations";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { setTopicOnTalks } from "@/lib/topics/mutations";
import { compileWriteUp } from "./compile/compile";
import { createWriteUp, deleteWriteUp, saveWriteUp } from "./mutations";
import { DEFAULT_OPTIONS } from "./options";
import { collectTalksInScope, getWriteUp, listTalksToAdd, listWriteUps, loadWriteUpTalks } from "./queries";
import { writeUpContentSchema } from "./schema";
import { createFirstDraft, newItem } from "./start";
import { EMPTY_CONTENT, type WriteUpContent } from "./types";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";

describeOnEachDatabase("write-ups", (getDb) => {
	const ada = "ada";
	const bob = "bob";
	let db: Db;
	let idOf: (slug: string) => number;
	let content: WriteUpContent;

	beforeAll(async () => {
		db = getDb();
		const talks = [
			{ slug: "a", title: "Ah", start: "2026-01-31T09:00:00Z", track: "Go" },
			{ slug: "b", title: "Be", start: "2026-01-31T10:00:00Z", track: "Rust" },
			{ slug: "c", title: "Ce", start: "2026-02-01T09:00:00Z", track: "Go" },
			{ slug: "d", title: "De", start: "2026-02-01T10:00:00Z" },
		];
		({ idOf } = await createConference(db, { slug: "conf", talks }));
		await createUser(db, ada);
		await createUser(db, bob);
		await saveNote(db, { userId: ada, talkId: idOf("a"), text: "On a.", takeaways: [], baseRevision: 0 });
		await setMark(db, { userId: ada, talkId: idOf("b"), status: "MUST_SEE" });
		await setMark(db, { userId: ada, talkId: idOf("c"), status: "WATCHED" });
		await setMark(db, { userId: bob, talkId: idOf("d"), status: "WATCHED" });
		await setTopicOnTalks(db, { userId: ada, topic: "Tides", talkIds: [idOf("c"), idOf("d")], on: true });
		content = {
			...EMPTY_CONTENT,
			title: "Talks",
			date: "2026-02-11",
			tags: ["b", "a"],
			frontMatter: "draft: true",
			intro: "Hello.",
			sections: [
				{
					id: "s1",
					heading: "First",
					prose: "Prose.",
					items: [
						{ ...newItem(idOf("a"), "i1"), leftOut: ["t1"] },
						{ ...newItem(idOf("a"), "i2"), heading: "", text: "Own.", takeaways: [{ id: "t", text: "One", time: 5 }] },
					],
				},
				{
					id: "s2",
					heading: "",
					prose: "",
					items: [
						{
							...newItem(null, "i3"),
							missingTalk: { conference: "other", guid: "g", title: "Not here", url: null },
						},
					],
				},
			],
			outro: "Bye.",
		};
	});

	beforeEach(async () => {
		await db.writeUp.deleteMany();
	});

	const create = async (userId = ada) =>
		(await createWriteUp(db, { userId, content, options: null, scope: { kind: "nothing" } })) ?? "";
	const save = (id: string, changes: Partial<WriteUpContent>, baseRevision: number, userId = ada) =>
		saveWriteUp(db, { userId, id, content: { ...content, ...changes }, options: null, baseRevision });

	it("are stored whole, and are their author's alone", async () => {
		const id = await create();
		expect(await getWriteUp(db, { userId: ada, id })).toMatchObject({
			content,
			options: null,
			scope: { kind: "nothing" },
			revision: 1,
			publication: null,
		});
		expect(writeUpContentSchema.parse(content)).toEqual(content);
		expect(await getWriteUp(db, { userId: bob, id })).toBeNull();
		expect(await listWriteUps(db, bob)).toEqual([]);
		expect(await listWriteUps(db, ada)).toMatchObject([
			{ id, title: "Talks", date: "2026-02-11", sectionCount: 2, talkCount: 2, publication: null },
		]);
		expect(await save(id, { title: "Bob's" }, 1, bob)).toEqual({ kind: "unknown-write-up" });
		expect(await listTalksToAdd(db, { userId: bob, id })).toBeNull();
		expect(await deleteWriteUp(db, { userId: bob, id })).toBe(false);
		expect(await deleteWriteUp(db, { userId: ada, id })).toBe(true);
		expect(await getWriteUp(db, { userId: ada, id })).toBeNull();
		expect(await db.writeUpItem.count()).toBe(0);
	});

	it("are changed where they still are what the change was made of", async () => {
		const id = await create();
		const first = await save(id, { title: "Mine" }, 1);
		expect(first).toMatchObject({ kind: "saved", revision: 2 });
		expect(await save(id, { title: "Mine" }, 1)).toEqual(first);
		expect(await save(id, { title: "Theirs" }, 1)).toMatchObject({
			kind: "conflict",
			writeUp: { revision: 2, content: { ...content, title: "Mine" } },
		});
		const [one, two] = content.sections;
		const sections = one && two ? [two, { ...one, items: one.items.toReversed() }] : [];
		expect(await save(id, { sections }, 2)).toMatchObject({ kind: "saved", revision: 3 });
		expect((await getWriteUp(db, { userId: ada, id }))?.content).toEqual({ ...content, sections });
		const moved =
			one && two
				? [
						{ ...two, items: [...one.items, ...two.items] },
						{ ...one, id: "s3", items: [] },
					]
				: [];
		expect(await save(id, { sections: moved }, 3)).toMatchObject({ kind: "saved", revision: 4 });
		expect((await getWriteUp(db, { userId: ada, id }))?.content).toEqual({ ...content, sections: moved });
		const options = { ...DEFAULT_OPTIONS, bullet: "*" as const };
		await saveWriteUp(db, { userId: ada, id, content, options, baseRevision: 4 });
		expect(await getWriteUp(db, { userId: ada, id })).toMatchObject({ content, options, revision: 5 });
		expect(await save(UNKNOWN, {}, 1)).toEqual({ kind: "unknown-write-up" });
	});

	it("lose no change to another one at the same time", async () => {
		const id = await create();
		const results = await Promise.all(["a", "b", "c", "d"].map((title) => save(id, { title }, 1)));
		expect(results.map(({ kind }) => kind).sort()).toEqual(["conflict", "conflict", "conflict", "saved"]);
		expect((await getWriteUp(db, { userId: ada, id }))?.revision).toBe(2);
	});

	it("have no talks that are not here", async () => {
		const id = await create();
		const sections = [{ id: "s", heading: "", prose: "", items: [newItem(2_000_000_000, "i")] }];
		expect(await save(id, { sections }, 1)).toEqual({ kind: "unknown-talk" });
		const unknown = {
			userId: ada,
			content: { ...content, sections },
			options: null,
			scope: { kind: "nothing" },
		} as const;
		expect(await createWriteUp(db, unknown)).toBeNull();
		expect((await getWriteUp(db, { userId: ada, id }))?.content).toEqual(content);
	});

	it("hold more talks than a statement has parameters", async () => {
		const items = Array.from({ length: 3_000 }, (_, index) => newItem(idOf("a"), `i${index}`));
		const id = await create();
		const sections = [{ id: "s", heading: "", prose: "", items }];
		expect(await save(id, { sections }, 1)).toMatchObject({ kind: "saved" });
		expect((await getWriteUp(db, { userId: ada, id }))?.content.sections).toEqual(sections);
	});

	const slugsIn = async (scope: Parameters<typeof collectTalksInScope>[2], userId = ada) =>
		(await collectTalksInScope(db, userId, scope))?.talks.map(({ slug }) => slug).sort();

	it("are started from what was marked or noted in a conference, a topic or a filter", async () => {
		expect(await slugsIn({ kind: "conference", conference: "conf" })).toEqual(["a", "b", "c"]);
		expect(await slugsIn({ kind: "topic", topic: "tides" })).toEqual(["c"]);
		expect(await slugsIn({ kind: "watchlist", query: "tab=watched" })).toEqual(["c"]);
		expect(await slugsIn({ kind: "nothing" })).toEqual([]);
		expect(await slugsIn({ kind: "conference", conference: "none" })).toBeUndefined();
		expect(await slugsIn({ kind: "topic", topic: "tides" }, bob)).toBeUndefined();
	});

	it("are grouped by track, topic or day as a first draft, and know which talks were marked since", async () => {
		const scope = { kind: "conference", conference: "conf" } as const;
		const talks = await collectTalksInScope(db, ada, scope);
		if (!talks) throw new Error("There is a conference.");
		const draft = (group: "track" | "topic" | "day" | "none") => {
			let n = 0;
			return createFirstDraft(talks, { group, title: "T", date: "2026-02-11", newId: () => `n${n++}` });
		};
		const outline = (group: "track" | "topic" | "day" | "none") =>
			draft(group).sections.map(({ heading, items }) => [heading, items.map(({ talkId }) => talkId)]);
		expect(outline("track")).toEqual([
			["Go", [idOf("a"), idOf("c")]],
			["Rust", [idOf("b")]],
		]);
		expect(outline("topic")).toEqual([
			["Tides", [idOf("c")]],
			["Other talks", [idOf("a"), idOf("b")]],
		]);
		expect(outline("day")).toEqual([["Saturday 31 January 2026", [idOf("a"), idOf("b"), idOf("c")]]]);
		expect(outline("none")).toEqual([["", [idOf("a"), idOf("b"), idOf("c")]]]);
		const id = (await createWriteUp(db, { userId: ada, content: draft("track"), options: null, scope })) ?? "";
		expect((await listTalksToAdd(db, { userId: ada, id }))?.talks).toEqual([]);
		await setMark(db, { userId: ada, talkId: idOf("d"), status: "MISSED" });
		expect((await listTalksToAdd(db, { userId: ada, id }))?.talks.map(({ slug }) => slug)).toEqual(["d"]);
		await setMark(db, { userId: ada, talkId: idOf("d"), status: null });
	});

	it("show a note as it is now", async () => {
		const compiled = async () =>
			compileWriteUp(content, await loadWriteUpTalks(db, { userId: ada, talkIds: [idOf("a")] }), DEFAULT_OPTIONS);
		expect(await compiled()).toContain("On a.");
		await saveNote(db, { userId: ada, talkId: idOf("a"), text: "Changed.", takeaways: [], baseRevision: 1 });
		expect(await compiled()).toContain("Changed.");
		expect(await loadWriteUpTalks(db, { userId: bob, talkIds: [idOf("a")] })).toEqual(
			new Map([[idOf("a"), expect.objectContaining({ note: null, mark: null })]]),
		);
	});

	it("come along when a guest signs up, unchanged", async () => {
		await createUser(db, "guest");
		await db.user.update({ where: { id: "guest" }, data: { isAnonymous: true } });
		const id = await create("guest");
		const before = await getWriteUp(db, { userId: "guest", id });
		await mergeVisitors(db, { fromUserId: "guest", toUserId: ada });
		expect(await getWriteUp(db, { userId: ada, id })).toEqual(before);
	});
});
