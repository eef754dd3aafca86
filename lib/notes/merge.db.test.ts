import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { mergeNotes, saveNote } from "./mutations";
import { listNotes } from "./queries";
import type { NoteContent } from "./types";

const ada = "ada";
const guest = "guest";

const line = fc.constantFrom("", " ", "one", "two", "**three**", "quotes ' \" \\ and 👩‍💻");
const note: fc.Arbitrary<NoteContent> = fc.record({
	text: fc.array(line, { maxLength: 3 }).map((lines) => lines.join("\n\n")),
	takeaways: fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c"), text: line }), {
		selector: (takeaway) => takeaway.id,
	}),
});
/** A note or none on each of three talks. */
const notes = fc.tuple(fc.option(note), fc.option(note), fc.option(note));

describeOnEachDatabase("a guest's notes", (getDb) => {
	let db: Db;
	let talkIds: number[];

	beforeAll(async () => {
		db = getDb();
		const slugs = ["a", "b", "c"];
		const talks = slugs.map((slug) => ({ slug, start: "2026-01-31T09:00:00Z" }));
		const { idOf } = await createConference(db, { slug: "conf", talks });
		talkIds = slugs.map(idOf);
		await createUser(db, ada);
		await createUser(db, guest);
	});

	async function write(userId: string, notes: readonly (NoteContent | null)[]): Promise<void> {
		for (const [index, content] of notes.entries()) {
			const talkId = talkIds[index] ?? 0;
			if (content) await saveNote(db, { userId, talkId, ...content, baseRevision: 0 });
		}
	}

	const merge = () => db.$transaction((tx) => mergeNotes(tx, { fromUserId: guest, toUserId: ada }));

	test("join the account's and lose nothing, on whatever talks each side has some", async () => {
		await fc.assert(
			fc.asyncProperty(notes, notes, async (accounts, guests) => {
				await db.note.deleteMany();
				await write(ada, accounts);
				await write(guest, guests);
				const before = new Map((await listNotes(db, { userId: ada })).map((each) => [each.talkId, each]));
				await merge();
				expect(await db.note.count({ where: { userId: guest } })).toBe(0);
				const after = await listNotes(db, { userId: ada });
				for (const [index, talkId] of talkIds.entries()) {
					const found = after.find((each) => each.talkId === talkId);
					const mergedTexts = found?.takeaways.map(({ text }) => text) ?? [];
					for (const side of [accounts[index], guests[index]]) {
						if (side) expect(found?.text ?? "").toContain(side.text.trim());
						for (const { text } of side?.takeaways ?? []) if (text.trim() !== "") expect(mergedTexts).toContain(text);
					}
					if (!guests[index]) expect(found).toEqual(before.get(talkId));
				}
			}),
			runs(30),
		);
	});

	test("move as they are where the account has none: same revision, same time of change", async () => {
		await db.note.deleteMany();
		await write(guest, [{ text: "x", takeaways: [{ id: "a", text: "One" }] }]);
		const updatedAt = new Date("2026-02-03T04:05:06.007Z");
		await db.note.updateMany({ data: { updatedAt, revision: 9 } });
		await merge();
		expect(await listNotes(db, { userId: ada })).toEqual([
			{ talkId: talkIds[0], text: "x", takeaways: [{ id: "a", text: "One" }], revision: 9, updatedAt },
		]);
	});

	test("raise the revision past both sides' where they are added to one, and not where they say nothing new", async () => {
		await db.note.deleteMany();
		await write(ada, [
			{ text: "ours", takeaways: [] },
			{ text: "same", takeaways: [] },
		]);
		await write(guest, [
			{ text: "theirs", takeaways: [] },
			{ text: "same", takeaways: [] },
		]);
		await db.note.updateMany({ where: { userId: guest }, data: { revision: 5 } });
		await merge();
		const merged = await listNotes(db, { userId: ada });
		expect(merged.map(({ text, revision }) => ({ text, revision }))).toEqual([
			{ text: "ours\n\ntheirs", revision: 6 },
			{ text: "same", revision: 1 },
		]);
	});

	test("bring their revisions along, and leave what both sides were", async () => {
		await db.note.deleteMany();
		await write(ada, [{ text: "ours", takeaways: [] }]);
		await write(guest, [{ text: "theirs", takeaways: [] }]);
		const { id } = await db.note.findFirstOrThrow({ where: { userId: guest } });
		await db.noteRevision.create({ data: { noteId: id, text: "theirs, early", takeaways: [], savedAt: new Date(0) } });
		await merge();
		const { revisions } = await db.note.findFirstOrThrow({ select: { revisions: { select: { text: true } } } });
		expect(revisions.map(({ text }) => text).sort()).toEqual(["ours", "theirs", "theirs, early"]);
	});

	test("join the account's on more talks than a database takes parameters", async () => {
		await db.note.deleteMany();
		const { conferenceId } = await db.talk.findFirstOrThrow({ where: { id: talkIds[0] } });
		const many = Array.from({ length: 1_050 }, (_, index) => `many-${index}`);
		const talk = { conferenceId, day: "2026-01-31", start: new Date(0), duration: 5, title: "" };
		await db.talk.createMany({ data: many.map((slug) => ({ ...talk, key: slug, slug })) });
		const talks = await db.talk.findMany({ where: { slug: { startsWith: "many-" } }, select: { id: true } });
		for (const userId of [ada, guest]) {
			await db.note.createMany({ data: talks.map(({ id }) => ({ userId, talkId: id, text: userId })) });
		}
		await merge();
		const texts = await db.note.groupBy({ by: ["userId", "text"], _count: true });
		expect(texts).toEqual([{ userId: ada, text: `${ada}\n\n${guest}`, _count: many.length }]);
	});

	test("leave the notes of others alone", async () => {
		await db.note.deleteMany();
		await createUser(db, "carol");
		await write("carol", [{ text: "carol's", takeaways: [] }]);
		await write(guest, [{ text: "theirs", takeaways: [] }]);
		await merge();
		expect((await listNotes(db, { userId: "carol" })).map(({ text }) => text)).toEqual(["carol's"]);
	});
});
