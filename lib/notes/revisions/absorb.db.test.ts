import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { mergeNotes, saveNote } from "../mutations";
import { getNote } from "../queries";
import { toRevision } from "./rows";
import { addRevision, MAX_REVISIONS } from "./save-revision";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));

describeOnEachDatabase("revisions when a guest signs in", (getDb) => {
	let db: Db;
	let talkId: number;

	beforeAll(async () => {
		db = getDb();
		const talks = [{ slug: "a", start: "2026-01-31T09:00:00Z" }];
		talkId = (await createConference(db, { slug: "conf", talks })).idOf("a");
		await createUser(db, "guest");
		await createUser(db, "account");
	});

	beforeEach(async () => {
		await db.note.deleteMany();
	});

	async function write(userId: string, text: string, revisions: readonly (readonly [string, number])[]) {
		await saveNote(db, {
			userId,
			talkId,
			text,
			takeaways: [{ id: userId, text: `By ${userId}`, time: 12 }],
			baseRevision: 0,
		});
		const { id } = await db.note.findUniqueOrThrow({ where: { userId_talkId: { userId, talkId } } });
		for (const [was, minute] of revisions) {
			await addRevision(db, { noteId: id, text: was, takeaways: [], savedAt: at(minute) });
		}
		return id;
	}

	const merge = () => db.$transaction((tx) => mergeNotes(tx, { fromUserId: "guest", toUserId: "account" }));

	async function texts() {
		const { id } = await db.note.findUniqueOrThrow({ where: { userId_talkId: { userId: "account", talkId } } });
		const rows = await db.noteRevision.findMany({ where: { noteId: id }, orderBy: { savedAt: "asc" } });
		expect(await db.noteRevision.count()).toBe(rows.length);
		return rows.map(({ noteId: _, ...row }) => toRevision(row));
	}

	test("are all the account's, with what both notes were before they became one", async () => {
		await write("account", "Account's", [
			["Account 1", 1],
			["Account 2", 5],
		]);
		await write("guest", "Guest's", [
			["Guest 1", 2],
			["Guest 2", 9],
		]);
		await merge();
		const all = await texts();
		expect(all.slice(0, 4).map(({ text }) => text)).toEqual(["Account 1", "Guest 1", "Account 2", "Guest 2"]);
		expect(all.slice(4).map(({ text, takeaways }) => ({ text, takeaways }))).toEqual([
			{ text: "Account's", takeaways: [{ id: "account", text: "By account", time: 12 }] },
			{ text: "Guest's", takeaways: [{ id: "guest", text: "By guest", time: 12 }] },
		]);
		expect(await getNote(db, { userId: "account", talkId })).toMatchObject({ text: "Account's\n\nGuest's" });
	});

	test("stand once where both were the same", async () => {
		await write("account", "Same", [
			["One", 1],
			["Two", 5],
		]);
		await write("guest", "Same", [
			["One", 2],
			["Two", 6],
		]);
		await merge();
		expect((await texts()).slice(0, 2).map(({ text }) => text)).toEqual(["One", "Two"]);
	});

	test("move with a note that the account had not", async () => {
		await write("guest", "Guest's", [["Guest 1", 2]]);
		await merge();
		expect((await texts()).map(({ text }) => text)).toEqual(["Guest 1"]);
	});

	test("are no more than are kept, the oldest and what both were at last among them", async () => {
		const many = (name: string) => Array.from({ length: 60 }, (_, index) => [`${name} ${index}`, index] as const);
		await write("account", "Account's", many("Account"));
		await write("guest", "Guest's", many("Guest"));
		await merge();
		const all = (await texts()).map(({ text }) => text);
		expect(all).toHaveLength(MAX_REVISIONS);
		expect(all).toEqual(expect.arrayContaining(["Account's", "Guest's"]));
		expect(all[0]).toMatch(/ 0$/);
	});
});
