import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { MAX_TAKEAWAYS, MAX_TEXT_LENGTH } from "./limits";
import { patchNote, saveNote } from "./mutations";
import type { NotePatch } from "./patch";
import { getNote, listNotes } from "./queries";
import type { Takeaway } from "./types";

const UNKNOWN_TALK = 2_000_000_000;

const one: Takeaway = { id: "a", text: "One" };
const two: Takeaway = { id: "b", text: "Two" };
const empty = { text: "", takeaways: [] };

describeOnEachDatabase("notes", (getDb) => {
	const ada = "ada";
	const bob = "bob";
	let db: Db;
	let talkId: number;
	let otherTalkId: number;
	let olderTalkId: number;

	beforeAll(async () => {
		db = getDb();
		const talks = ["a", "b"].map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		const conference = await createConference(db, { slug: "conf", talks });
		[talkId, otherTalkId] = [conference.idOf("a"), conference.idOf("b")];
		olderTalkId = (await createConference(db, { slug: "older", talks: talks.slice(0, 1) })).idOf("a");
		await createUser(db, ada);
		await createUser(db, bob);
	});

	beforeEach(async () => {
		await db.note.deleteMany();
	});

	test("are kept whole, with their takeaways in order", async () => {
		const text = "# é 👩‍💻\n\n  indented\n";
		const takeaways = [two, { id: "c", text: " " }, one];
		const saved = await saveNote(db, { userId: ada, talkId, text, takeaways, baseRevision: 0 });
		const note = await getNote(db, { userId: ada, talkId });
		expect(note).toEqual({ talkId, text, takeaways, revision: 1, updatedAt: expect.any(Date) });
		expect(saved).toEqual({ kind: "saved", revision: 1, savedAt: note?.updatedAt });
	});

	test("are kept at their largest, made and changed", async () => {
		const takeaways = Array.from({ length: MAX_TAKEAWAYS }, (_, index) => ({ id: `t${index}`, text: `${index}` }));
		const text = "é".repeat(MAX_TEXT_LENGTH);
		await saveNote(db, { userId: ada, talkId, text, takeaways, baseRevision: 0 });
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ text, takeaways, revision: 1 });
		const turned = takeaways.toReversed();
		await saveNote(db, { userId: ada, talkId, text, takeaways: turned, baseRevision: 1 });
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ text, takeaways: turned, revision: 2 });
	});

	test("change with what they were made from, takeaways added, moved, changed and removed", async () => {
		await saveNote(db, { userId: ada, talkId, text: "1", takeaways: [one, two], baseRevision: 0 });
		const takeaways = [
			{ id: "c", text: "Three" },
			{ ...two, text: "2" },
		];
		const saved = await saveNote(db, { userId: ada, talkId, text: "2", takeaways, baseRevision: 1 });
		expect(saved).toEqual({ kind: "saved", revision: 2, savedAt: expect.any(Date) });
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ text: "2", takeaways, revision: 2 });
	});

	test("are not overwritten by what was made from another revision", async () => {
		const first = { text: "first", takeaways: [one] };
		await saveNote(db, { userId: ada, talkId, ...first, baseRevision: 0 });
		const note = await getNote(db, { userId: ada, talkId });
		for (const baseRevision of [0, 2]) {
			expect(await saveNote(db, { userId: ada, talkId, text: "late", takeaways: [], baseRevision })).toEqual({
				kind: "conflict",
				note,
			});
		}
		expect(await getNote(db, { userId: ada, talkId })).toEqual(note);
	});

	test("conflict with there being none where they were made from one", async () => {
		expect(await saveNote(db, { userId: ada, talkId, text: "x", takeaways: [], baseRevision: 3 })).toEqual({
			kind: "conflict",
			note: { ...empty, revision: 0 },
		});
		expect(await db.note.count()).toBe(0);
	});

	test("answer a request that is sent again as they did before, and do not change", async () => {
		const requests = [
			{ userId: ada, talkId, text: "x", takeaways: [one], baseRevision: 0 },
			{ userId: ada, talkId, text: "x", takeaways: [two, one], baseRevision: 1 },
			{ userId: ada, talkId, text: "", takeaways: [], baseRevision: 2 },
		];
		for (const request of requests) {
			const result = await saveNote(db, request);
			expect(result.kind).toBe("saved");
			expect(await saveNote(db, request)).toEqual(result);
		}
		expect((await getNote(db, { userId: ada, talkId }))?.revision).toBe(3);
	});

	test("take one of two changes that are made at once, and tell the other", async () => {
		for (const baseRevision of [0, 1, 2]) {
			const change = (text: string) =>
				saveNote(db, { userId: ada, talkId, text: `${text}${baseRevision}`, takeaways: [one], baseRevision });
			const results = await Promise.all(["a", "b", "c"].map(change));
			const note = await getNote(db, { userId: ada, talkId });
			expect(note?.revision).toBe(baseRevision + 1);
			expect(results.filter((result) => result.kind === "saved")).toHaveLength(1);
			expect(results.filter((result) => result.kind === "conflict")).toEqual([
				{ kind: "conflict", note },
				{ kind: "conflict", note },
			]);
		}
	});

	test("make no row of nothing, but keep the row of one that was emptied", async () => {
		const nothing = { userId: ada, talkId, ...empty };
		expect(await saveNote(db, { ...nothing, baseRevision: 0 })).toEqual({ kind: "saved", revision: 0, savedAt: null });
		expect(await db.note.count()).toBe(0);
		await saveNote(db, { ...nothing, text: "x", takeaways: [one], baseRevision: 0 });
		await saveNote(db, { ...nothing, baseRevision: 1 });
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ ...empty, revision: 2 });
		expect(await db.takeaway.count()).toBe(0);
	});

	test("need a talk that is there", async () => {
		const result = await saveNote(db, {
			userId: ada,
			talkId: UNKNOWN_TALK,
			text: "x",
			takeaways: [],
			baseRevision: 0,
		});
		expect(result).toEqual({ kind: "unknown-talk" });
	});

	test("are everybody's own, on the same talk and with the same ids of takeaways", async () => {
		await saveNote(db, { userId: ada, talkId, text: "Ada's", takeaways: [one], baseRevision: 0 });
		await saveNote(db, { userId: bob, talkId, text: "Bob's", takeaways: [{ ...one, text: "1" }], baseRevision: 0 });
		await saveNote(db, { userId: bob, talkId, text: "Bob's own", takeaways: [], baseRevision: 1 });
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ text: "Ada's", takeaways: [one], revision: 1 });
		expect(await getNote(db, { userId: bob, talkId })).toMatchObject({ text: "Bob's own", takeaways: [] });
		expect(await listNotes(db, { userId: "nobody" })).toEqual([]);
	});

	test("are listed by conference, the blank ones left out", async () => {
		const save = (id: number, text: string, takeaways: Takeaway[]) =>
			saveNote(db, { userId: ada, talkId: id, text, takeaways, baseRevision: 0 });
		await save(otherTalkId, "", [{ ...one, text: "" }]);
		await save(talkId, "", [one]);
		await save(olderTalkId, "x", []);
		await saveNote(db, { userId: bob, talkId: otherTalkId, text: "x", takeaways: [], baseRevision: 0 });
		expect(await listNotes(db, { userId: ada, conference: "older" })).toEqual([
			{ talkId: olderTalkId, text: "x", takeaways: [], revision: 1, updatedAt: expect.any(Date) },
		]);
		expect((await listNotes(db, { userId: ada })).map((note) => note.talkId)).toEqual([talkId, olderTalkId]);
	});

	test("are changed by what changed in them, text and takeaways at once or alone", async () => {
		await saveNote(db, { userId: ada, talkId, text: "one two", takeaways: [one, two], baseRevision: 0 });
		const change = (patch: NotePatch, baseRevision: number) =>
			patchNote(db, { userId: ada, talkId, patch, baseRevision });
		expect(await change({ text: { at: 4, removed: 3, inserted: "2\r\n🌊" } }, 1)).toEqual({
			kind: "saved",
			revision: 2,
			savedAt: expect.any(Date),
		});
		await change({ takeaways: { at: 1, removed: 1, inserted: [{ id: "c", text: "Three", time: 754 }] } }, 2);
		const both = { text: { at: 0, removed: 3, inserted: "1" }, takeaways: { at: 0, removed: 1, inserted: [] } };
		await change(both, 3);
		expect(await getNote(db, { userId: ada, talkId })).toEqual({
			talkId,
			text: "1 2\n🌊",
			takeaways: [{ id: "c", text: "Three", time: 754 }],
			revision: 4,
			updatedAt: expect.any(Date),
		});
	});

	test("are not changed by a change of another revision, of what is not there or past the limits", async () => {
		const change = (patch: NotePatch, baseRevision: number) =>
			patchNote(db, { userId: ada, talkId, patch, baseRevision });
		const insert = (inserted: string) => ({ text: { at: 0, removed: 0, inserted } });
		expect(await change(insert("x"), 1)).toEqual({ kind: "conflict", note: { ...empty, revision: 0 } });
		await saveNote(db, { userId: ada, talkId, text: "x".repeat(MAX_TEXT_LENGTH), takeaways: [one], baseRevision: 0 });
		const note = await getNote(db, { userId: ada, talkId });
		for (const baseRevision of [0, 2]) {
			expect(await change(insert("y"), baseRevision)).toEqual({ kind: "conflict", note });
		}
		const refused: [NotePatch, string][] = [
			[{ text: { at: MAX_TEXT_LENGTH, removed: 1, inserted: "" } }, "That changes more than the note has."],
			[{ takeaways: { at: 2, removed: 0, inserted: [two] } }, "That changes more than the note has."],
			[insert("y"), "A note can have up to 100,000 characters."],
			[{ takeaways: { at: 1, removed: 0, inserted: [one] } }, "Every takeaway of a note has an id of its own."],
		];
		for (const [patch, message] of refused) expect(await change(patch, 1)).toEqual({ kind: "refused", message });
		expect(await getNote(db, { userId: ada, talkId })).toEqual(note);
		expect(await change({ text: { at: 0, removed: 1, inserted: "y" } }, 1)).toMatchObject({ kind: "saved" });
	});

	test("take one of two changes of one revision, and tell the other", async () => {
		for (const baseRevision of [0, 1, 2]) {
			const change = (inserted: string) =>
				patchNote(db, { userId: ada, talkId, patch: { text: { at: 0, removed: 0, inserted } }, baseRevision });
			const results = await Promise.all(["a", "b", "c"].map(change));
			const note = await getNote(db, { userId: ada, talkId });
			expect(note?.text).toHaveLength(baseRevision + 1);
			expect(results.filter((result) => result.kind === "saved")).toHaveLength(1);
			expect(results.filter((result) => result.kind === "conflict")).toEqual([
				{ kind: "conflict", note },
				{ kind: "conflict", note },
			]);
		}
	});

	test("are changed by their owners alone", async () => {
		await saveNote(db, { userId: ada, talkId, text: "Ada's", takeaways: [], baseRevision: 0 });
		const patch = { text: { at: 0, removed: 3, inserted: "Bob" } };
		expect(await patchNote(db, { userId: bob, talkId, patch, baseRevision: 1 })).toEqual({
			kind: "conflict",
			note: { ...empty, revision: 0 },
		});
		expect(await getNote(db, { userId: ada, talkId })).toMatchObject({ text: "Ada's", revision: 1 });
	});

	test("leave what they were as a revision, in the same transaction", async () => {
		await saveNote(db, { userId: ada, talkId, text: "left as this", takeaways: [one], baseRevision: 0 });
		const savedAt = new Date(Date.now() - 3_600_000);
		await db.note.updateMany({ data: { updatedAt: savedAt } });
		await patchNote(db, {
			userId: ada,
			talkId,
			patch: { text: { at: 0, removed: 0, inserted: "no more " } },
			baseRevision: 1,
		});
		const select = { text: true, takeaways: true, savedAt: true };
		expect(await db.noteRevision.findMany({ select })).toEqual([{ text: "left as this", takeaways: [one], savedAt }]);
	});
});
