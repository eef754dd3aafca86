import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { saveNote } from "../mutations";
import type { Takeaway } from "../types";
import { saveReplacedContent } from "./mutations";
import { getRevision, listRevisions } from "./queries";
import { addRevision } from "./save-revision";

describeOnEachDatabase("a visitor's revisions", (getDb) => {
	const ada = "ada";
	let db: Db;
	let talkId: number;
	let otherTalkId: number;
	const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));

	beforeAll(async () => {
		db = getDb();
		const talks = ["a", "b"].map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		const { idOf } = await createConference(db, { slug: "conf", talks });
		[talkId, otherTalkId] = [idOf("a"), idOf("b")];
		await createUser(db, ada);
		await createUser(db, "bob");
	});

	beforeEach(async () => {
		await db.note.deleteMany();
		for (const [id, userId] of [["of-ada", ada] as const, ["of-bob", "bob"] as const]) {
			await db.note.create({ data: { id, userId, talkId, text: "present" } });
		}
		const takeaways = [
			{ id: "x", text: "Two words", time: 754 },
			{ id: "y", text: " " },
		];
		await addRevision(db, { noteId: "of-ada", text: "# One", takeaways: [], savedAt: at(1) });
		await addRevision(db, { noteId: "of-ada", text: "One – two.\n\nthree", takeaways, savedAt: at(2) });
		await addRevision(db, { noteId: "of-bob", text: "Bob's", takeaways: [], savedAt: at(3) });
	});

	const ofAda = () => listRevisions(db, { userId: ada, talkId });

	test("are listed with how much they hold, newest first, and nobody else's", async () => {
		expect(await ofAda()).toEqual([
			{ id: expect.any(String), savedAt: at(2), words: 5, takeaways: 1 },
			{ id: expect.any(String), savedAt: at(1), words: 1, takeaways: 0 },
		]);
		expect(await listRevisions(db, { userId: ada, talkId: otherTalkId })).toEqual([]);
		expect(await listRevisions(db, { userId: "nobody", talkId })).toEqual([]);
	});

	test("are there whole, for their writer on their talk alone", async () => {
		const id = (await ofAda())[0]?.id ?? "";
		expect(await getRevision(db, { userId: ada, talkId, id })).toEqual({
			id,
			savedAt: at(2),
			text: "One – two.\n\nthree",
			takeaways: [
				{ id: "x", text: "Two words", time: 754 },
				{ id: "y", text: " " },
			],
		});
		expect(await getRevision(db, { userId: "bob", talkId, id })).toBeNull();
		expect(await getRevision(db, { userId: ada, talkId: otherTalkId, id })).toBeNull();
		expect(await getRevision(db, { userId: ada, talkId, id: "none" })).toBeNull();
	});

	test("hold what an older one replaces, as it was in the editor", async () => {
		const content = { text: "not saved yet", takeaways: [{ id: "z", text: "New", time: 0 }] };
		expect(await saveReplacedContent(db, { userId: ada, talkId, content, now: at(9) })).toBe(true);
		const [newest, ...others] = await ofAda();
		expect(newest).toEqual({ id: expect.any(String), savedAt: at(9), words: 4, takeaways: 1 });
		expect(others).toHaveLength(2);
		expect(await getRevision(db, { userId: ada, talkId, id: newest?.id ?? "" })).toMatchObject(content);
		// Pressed twice.
		await saveReplacedContent(db, { userId: ada, talkId, content, now: at(10) });
		expect(await ofAda()).toHaveLength(3);
		const note = await db.note.findUniqueOrThrow({ where: { id: "of-ada" } });
		expect(note).toMatchObject({ text: "present", revision: 1 });
	});

	test("are not made of a note that is not there", async () => {
		const content = { text: "text", takeaways: [] };
		expect(await saveReplacedContent(db, { userId: ada, talkId: otherTalkId, content, now: at(9) })).toBe(false);
		expect(await saveReplacedContent(db, { userId: "nobody", talkId, content, now: at(9) })).toBe(false);
		expect(await db.noteRevision.count()).toBe(3);
	});

	test("are made by saving: of what stood, and of what much was deleted from, not of keystrokes", async () => {
		const of = { userId: ada, talkId: otherTalkId };
		const texts = async () => {
			const rows = await db.noteRevision.findMany({ where: { note: of }, orderBy: { savedAt: "asc" } });
			return rows.map(({ text }) => text);
		};
		let revision = 0;
		const save = async (text: string, takeaways: readonly Takeaway[] = []) => {
			const saved = await saveNote(db, { ...of, text, takeaways, baseRevision: revision });
			if (saved.kind !== "saved") throw new Error(saved.kind);
			revision = saved.revision;
		};
		await save("What");
		await save("What the speaker said, word for word.");
		expect(await texts()).toEqual([]);
		// As if it had been left for ten minutes.
		const tenMinutesAgo = new Date(Date.now() - 600_000);
		await db.note.updateMany({ where: of, data: { updatedAt: tenMinutesAgo } });
		await save("What the speaker said, word for word. And", [{ id: "a", text: "One", time: 5 }]);
		await save("");
		await save("A");
		expect(await texts()).toEqual([
			"What the speaker said, word for word.",
			"What the speaker said, word for word. And",
		]);
		const [newest, older] = await listRevisions(db, of);
		expect(older?.savedAt).toEqual(tenMinutesAgo);
		expect(await getRevision(db, { ...of, id: newest?.id ?? "" })).toMatchObject({
			takeaways: [{ id: "a", text: "One", time: 5 }],
		});
	});
});
