import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import type { NoteContent, Takeaway } from "../types";
import { toRevision } from "./rows";
import { addRevision, MAX_REVISIONS, saveRevisionIfDue } from "./save-revision";

const start = new Date("2026-03-01T10:00:00.123Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const note = (text: string, takeaways: Takeaway[] = []): NoteContent => ({ text, takeaways });

describeOnEachDatabase("revisions of a note", (getDb) => {
	let db: Db;
	let noteId: string;
	let otherId: string;

	beforeAll(async () => {
		db = getDb();
		const talks = ["a", "b"].map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		const { idOf } = await createConference(db, { slug: "conf", talks });
		await createUser(db, "ada");
		const create = async (talk: string) =>
			(await db.note.create({ data: { userId: "ada", talkId: idOf(talk) }, select: { id: true } })).id;
		noteId = await create("a");
		otherId = await create("b");
	});

	beforeEach(async () => {
		await db.noteRevision.deleteMany();
	});

	async function listSaved(of = noteId) {
		const rows = await db.noteRevision.findMany({ where: { noteId: of }, orderBy: { savedAt: "asc" } });
		return rows.map(({ noteId: _, ...row }) => toRevision(row)).map(({ id: _, ...revision }) => revision);
	}

	const save = (before: NoteContent, savedAt: Date, after: NoteContent, now: Date) =>
		saveRevisionIfDue(db, { noteId, before: { ...before, savedAt }, after, now });

	test("are kept whole, with the times of their takeaways, and when they were saved", async () => {
		const takeaways = [
			{ id: "b", text: "Two é 👩‍💻", time: 0 },
			{ id: "a", text: "", time: 754 },
			{ id: "c", text: "One" },
		];
		await save(note("# Text\n", takeaways), start, note(""), minutes(0.1));
		expect(await listSaved()).toEqual([{ text: "# Text\n", takeaways, savedAt: start }]);
	});

	test("are not kept of every keystroke, nor the same twice in a row", async () => {
		await save(note("a"), start, note("ab"), minutes(0.02));
		expect(await listSaved()).toEqual([]);
		await save(note("a"), start, note("ab"), minutes(3));
		await save(note("a"), minutes(3.1), note("abc"), minutes(9));
		expect(await listSaved()).toEqual([{ text: "a", takeaways: [], savedAt: start }]);
		await save(note("abc"), minutes(9), note("abcd"), minutes(20));
		await save(note("a"), minutes(20), note("b"), minutes(30));
		expect((await listSaved()).map(({ text }) => text)).toEqual(["a", "abc", "a"]);
	});

	test("that come between two others repeat neither", async () => {
		for (const [text, time] of [["a", 0] as const, ["b", 10] as const, ["a", 5] as const, ["b", 4] as const]) {
			await addRevision(db, { noteId, ...note(text), savedAt: minutes(time) });
		}
		expect((await listSaved()).map(({ text }) => text)).toEqual(["a", "b"]);
	});

	test("are a hundred at most, the nearest in time let go, and nobody else's", async () => {
		await addRevision(db, { noteId: otherId, ...note("other"), savedAt: start });
		for (let count = 0; count < MAX_REVISIONS; count++) {
			await addRevision(db, { noteId, ...note(`${count}`), savedAt: minutes(count * 10) });
		}
		await addRevision(db, { noteId, ...note("last"), savedAt: minutes(20_000) });
		await addRevision(db, { noteId, ...note("between"), savedAt: minutes(503) });
		const texts = (await listSaved()).map(({ text }) => text);
		expect(texts).toHaveLength(MAX_REVISIONS);
		expect(texts[0]).toBe("0");
		expect(texts.at(-1)).toBe("last");
		// The first of all to go, since every gap was the same, and then the one in the narrowest.
		const numbers = Array.from({ length: MAX_REVISIONS }, (_, index) => `${index}`);
		expect(numbers.filter((number) => !texts.includes(number))).toEqual(["1"]);
		expect(texts).not.toContain("between");
		expect(await listSaved(otherId)).toHaveLength(1);
	});

	test("that are neighbours once the one between them went are not equal", async () => {
		for (let count = 0; count < MAX_REVISIONS - 1; count++) {
			await addRevision(db, { noteId, ...note(`${count}`), savedAt: minutes(count * 10) });
		}
		// Between the two after it there is least time.
		await addRevision(db, { noteId, ...note("once"), savedAt: minutes(2_000) });
		await addRevision(db, { noteId, ...note("again"), savedAt: minutes(2_001) });
		await addRevision(db, { noteId, ...note("once"), savedAt: minutes(2_002) });
		const texts = (await listSaved()).map(({ text }) => text);
		for (const [index, text] of texts.entries()) expect(text).not.toBe(texts[index + 1]);
		expect(texts.slice(-2)).toEqual(["98", "once"]);
	});

	test("go with their note", async () => {
		const { id } = await db.note.create({
			data: {
				userId: "ada",
				talkId: (
					await createConference(db, { slug: "third", talks: [{ slug: "x", start: "2026-01-31T09:00:00Z" }] })
				).idOf("x"),
			},
		});
		await addRevision(db, { noteId: id, ...note("text"), savedAt: start });
		await db.note.delete({ where: { id } });
		expect(await listSaved(id)).toEqual([]);
	});
});
