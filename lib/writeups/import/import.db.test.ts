import { existsSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { listMarks } from "@/lib/marks/queries";
import { saveNote } from "@/lib/notes/mutations";
import { getNote, listNotes } from "@/lib/notes/queries";
import { listRevisions } from "@/lib/notes/revisions/queries";
import { readSchedule } from "@/lib/schedule/formats";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { compileWriteUp } from "../compile/compile";
import { saveExportSettings } from "../export/settings";
import { DEFAULT_OPTIONS, exportSettingsSchema } from "../options";
import { getWriteUp, listTalkIds, listWriteUps, loadWriteUpTalks } from "../queries";
import { type ImportPostInput, importPost } from "./mutations";
import { planPost } from "./plan";

const POST = `---
title: "What I saw"
date: 2026-02-11
tags:
  - "one"
---

An intro.

<!--more-->

## First

### Tides

I liked [Tides](https://conf.example/a).

**Key takeaways:**
- Columns outlive *programs*
- [12:34](https://video.example/a.webm#t=754) At

### A radio made of rain

Nothing links here.

## Later

[It](https://video.example/a.webm) once more, as a recording.

### [Cables](http://www.conf.example/c/?utm_source=x)
`;

describeOnEachDatabase("a post", (getDb) => {
	let idOf: (talk: string) => number;
	let round = 0;
	let userId: string;

	beforeEach(async () => {
		const db = getDb();
		round++;
		userId = await createUser(db, `visitor-${round}`);
		await db.user.deleteMany({ where: { NOT: { id: userId } } });
		await db.conference.deleteMany();
		const start = "2026-01-31T09:00:00Z";
		const talks = [
			{ slug: "a", title: "Tides", start },
			{ slug: "b", title: "A Radio, made of rain", start },
			{ slug: "c", title: "Cables", start },
			{ slug: "d", title: "Radio for beginners", start },
		];
		({ idOf } = await createConference(db, { slug: "conf", talks }));
		for (const talk of ["a", "b", "c"]) {
			await db.talk.update({ where: { id: idOf(talk) }, data: { url: `https://conf.example/${talk}` } });
		}
		const url = "https://video.example/a.webm";
		await db.talkLink.create({ data: { talkId: idOf("a"), kind: "RECORDING", url, title: "Recording", position: 0 } });
	});

	const plan = (markdown = POST, picks = new Map<string, number>()) => planPost(getDb(), { userId, markdown, picks });
	const bring = (input: Partial<ImportPostInput> = {}) =>
		importPost(getDb(), {
			...{ userId, markdown: POST, picks: new Map(), choices: new Map(), marksWatched: false },
			...{ now: new Date("2026-03-01T12:00:00Z"), ...input },
		});

	async function compile(id: string): Promise<string> {
		const writeUp = await getWriteUp(getDb(), { userId, id });
		if (!writeUp) throw new Error("It is there.");
		const talks = await loadWriteUpTalks(getDb(), { userId, talkIds: listTalkIds(writeUp.content) });
		return compileWriteUp(writeUp.content, talks, writeUp.options ?? DEFAULT_OPTIONS);
	}

	async function imported(input: Partial<ImportPostInput> = {}): Promise<string> {
		const result = await bring(input);
		if (result.kind === "refused") throw new Error(result.message);
		return result.id;
	}

	it("is shown before anything is made: talks by any of their addresses, else by title", async () => {
		const planned = await plan();
		expect(planned).toMatchObject({
			title: "What I saw",
			date: "2026-02-11",
			tags: ["one"],
			sameness: "same",
			refusal: "",
		});
		expect(planned.sections.map(({ heading, places: items }) => [heading, items.map(({ talkId }) => talkId)])).toEqual([
			["First", [idOf("a"), null]],
			["Later", [idOf("a"), idOf("c")]],
		]);
		expect(planned.talks.map(({ id, note }) => [id, note])).toEqual(
			expect.arrayContaining([
				[idOf("a"), "made"],
				[idOf("c"), null],
			]),
		);
		expect(planned.unknown).toMatchObject([
			{ title: "A radio made of rain", candidates: [{ id: idOf("b"), isSameTitle: true, conference: "conf" }] },
		]);
		expect(await listWriteUps(getDb(), userId)).toEqual([]);
	});

	it("is a write-up that says what the notes made of it say", async () => {
		const [unknown] = (await plan()).unknown;
		const id = await imported({ picks: new Map([[unknown?.itemId ?? "", idOf("b")]]), marksWatched: true });
		expect(
			(await listNotes(getDb(), { userId })).map(({ talkId, text, takeaways }) => [talkId, text, takeaways.length]),
		).toEqual([
			[idOf("a"), "I liked [Tides](https://conf.example/a).", 2],
			[idOf("b"), "Nothing links here.", 0],
		]);
		const note = await getNote(getDb(), { userId, talkId: idOf("a") });
		expect(note?.takeaways).toMatchObject([{ text: "Columns outlive *programs*" }, { text: "At", time: 754 }]);
		const writeUp = await getWriteUp(getDb(), { userId, id });
		expect(writeUp?.content.sections[0]?.items[0]).toMatchObject({ talkId: idOf("a"), text: null, takeaways: null });
		expect(await listMarks(getDb(), { userId })).toHaveLength(3);
	});

	it("that was written here comes back the same, and a changed note shows in it", async () => {
		const id = await imported();
		expect(await compile(id)).toBe(POST);
		const note = await getNote(getDb(), { userId, talkId: idOf("a") });
		const { takeaways = [], revision = 0 } = note ?? {};
		await saveNote(getDb(), { userId, talkId: idOf("a"), text: "Changed.", takeaways, baseRevision: revision });
		expect(await compile(id)).toContain("Changed.");
	});

	describe("about a talk that has a note", () => {
		const before = { text: "My own.", takeaways: [{ id: "mine", text: "Columns outlive *programs*" }] };

		beforeEach(async () => {
			await saveNote(getDb(), { userId, talkId: idOf("a"), ...before, baseRevision: 0 });
		});

		it("leaves it alone, and is written as it was", async () => {
			expect((await plan()).talks.find(({ id }) => id === idOf("a"))).toMatchObject({ note: "kept" });
			const id = await imported();
			expect(await getNote(getDb(), { userId, talkId: idOf("a") })).toMatchObject(before);
			expect(await compile(id)).toBe(POST);
		});

		it("adds to it what it lacks where that is chosen, and adds it once", async () => {
			const choices = new Map([[idOf("a"), "add" as const]]);
			const id = await imported({ choices });
			const note = await getNote(getDb(), { userId, talkId: idOf("a") });
			expect(note).toMatchObject({
				text: "My own.\n\nI liked [Tides](https://conf.example/a).",
				takeaways: [{ id: "mine" }, { text: "At", time: 754 }],
			});
			expect(await compile(id)).toBe(POST);
			await imported({ choices });
			expect(await getNote(getDb(), { userId, talkId: idOf("a") })).toEqual(note);
		});

		it("takes its place where that is chosen, and keeps it as a revision", async () => {
			const id = await imported({ choices: new Map([[idOf("a"), "replace" as const]]) });
			expect(await getNote(getDb(), { userId, talkId: idOf("a") })).toMatchObject({
				text: "I liked [Tides](https://conf.example/a).",
			});
			expect(await listRevisions(getDb(), { userId, talkId: idOf("a") })).toHaveLength(1);
			expect(await compile(id)).toBe(POST);
		});
	});

	it("leaves marks alone that there are", async () => {
		await setMark(getDb(), { userId, talkId: idOf("c"), status: "MISSED" });
		await imported({ marksWatched: true });
		expect(await listMarks(getDb(), { userId })).toEqual(
			expect.arrayContaining([
				{ talkId: idOf("a"), status: "WATCHED" },
				{ talkId: idOf("c"), status: "MISSED" },
			]),
		);
	});

	it("that is there already is said to be, also after its notes were changed", async () => {
		const id = await imported();
		expect((await plan()).existing).toEqual([{ id, title: "What I saw", isSame: true }]);
		expect((await plan(POST.replace("An intro.", "Another."))).existing).toEqual([
			{ id, title: "What I saw", isSame: false },
		]);
		await imported();
		expect(await listWriteUps(getDb(), userId)).toHaveLength(2);
		expect(await listNotes(getDb(), { userId })).toHaveLength(1);
	});

	it("is compared with a write-up as the visitor's exports are written, where it has no options of its own", async () => {
		const id = await imported();
		await getDb().writeUp.update({ where: { id }, data: { options: Prisma.DbNull } });
		await saveExportSettings(getDb(), userId, exportSettingsSchema.parse({ bullet: "+" }));
		const content = (await getWriteUp(getDb(), { userId, id }))?.content ?? expect.unreachable();
		const talks = await loadWriteUpTalks(getDb(), { userId, talkIds: listTalkIds(content) });
		const planned = (bullet: "+" | "*") =>
			plan(compileWriteUp(content, talks, { ...DEFAULT_OPTIONS, bullet })).then(({ existing }) => existing);
		expect(await planned("+")).toMatchObject([{ id, isSame: true }]);
		expect(await planned("*")).toMatchObject([{ id, isSame: false }]);
	});

	it("takes no talk for a heading that an address tells", async () => {
		const planned = await plan(
			POST,
			new Map([
				["i1", idOf("d")],
				["nothing", idOf("d")],
				["i2", 2_147_483_647],
			]),
		);
		expect(planned.sections[0]?.places.map(({ talkId }) => talkId)).toEqual([idOf("a"), null]);
	});

	it("of an address that several talks have is none of theirs", async () => {
		await getDb().talkLink.create({
			data: { talkId: idOf("d"), kind: "RECORDING", url: "https://video.example/a.webm", title: "", position: 0 },
		});
		expect((await plan()).sections[1]?.places.map(({ talkId }) => talkId)).toEqual([idOf("c")]);
	});

	it("with a text that cannot be kept is refused, and nothing is made", async () => {
		const markdown = `## A\n\n${"word ".repeat(25_000)}\n`;
		const sentence = "A section's prose can have up to 100,000 characters.";
		expect((await plan(markdown)).refusal).toBe(sentence);
		expect(await bring({ markdown })).toEqual({ kind: "refused", message: sentence });
		expect(await listWriteUps(getDb(), userId)).toEqual([]);
	});

	const SEED = new URL("../../../../shared/seed/fosdem-2026-the-talks-i-missed.md", import.meta.url);
	const SCHEDULE = new URL("../../../../shared/schedules/fosdem-2026.as-of-2026-03-20.xml", import.meta.url);
	const isThere = existsSync(SEED) && existsSync(SCHEDULE);

	describe.skipIf(!isThere)(isThere ? "of a real author" : "of a real author (skipped: there is no ../shared)", () => {
		it("becomes notes on its 17 talks with 68 takeaways, and a write-up of 18 places that is the post", async () => {
			await importSchedule(getDb(), await readSchedule(readFileSync(SCHEDULE)), { source: "test", now: new Date() });
			const markdown = readFileSync(SEED, "utf8");
			const planned = await plan(markdown);
			const items = planned.sections.flatMap((section) => section.places);
			expect(planned.sameness).toBe("says-the-same");
			expect(planned.talks).toHaveLength(17);
			expect(items.filter(({ talkId }) => talkId !== null)).toHaveLength(18);
			expect(items.filter(({ takeawayCount }) => takeawayCount > 0)).toHaveLength(17);
			expect(items.reduce((sum, { takeawayCount }) => sum + takeawayCount, 0)).toBe(68);
			expect(planned.unknown).toEqual([]);
			const id = await imported({ markdown });
			const notes = await listNotes(getDb(), { userId });
			expect(notes).toHaveLength(17);
			expect(notes.reduce((sum, { takeaways }) => sum + takeaways.length, 0)).toBe(68);
			const again = await plan(await compile(id));
			expect(again).toMatchObject({ sameness: "same", existing: [{ id, isSame: true }] });
			expect(again.talks.map(({ note }) => note)).toEqual(again.talks.map(() => "same"));
		}, 60_000);
	});
});
