import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { saveNote } from "@/lib/notes/mutations";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { unzip } from "@/lib/testing/unzip";
import { openVault } from "../vault/open-vault";
import { exportMarkdown, exportVault, prepareExport } from "./prepare";

describeOnEachDatabase("an export", (getDb) => {
	const ada = "ada";
	let db: Db;
	let ids: (talk: string) => number;

	beforeAll(async () => {
		db = getDb();
		const { idOf } = await createConference(db, {
			slug: "conf",
			talks: [
				{
					slug: "noted",
					title: "Noted: a talk",
					start: "2026-01-31T09:00:00Z",
					track: "Go",
					room: "r",
					speakers: ["Zoe", "Ada", "Max"],
					links: ["SLIDES", "CHAT", "RECORDING"],
				},
				{ slug: "both", start: "2026-01-31T08:00:00Z", track: "Go", withdrawn: true },
				{ slug: "blank", start: "2026-01-31T09:00:00Z" },
				{ slug: "marked", start: "2026-01-31T09:00:00Z" },
				{ slug: "unmarked", start: "2026-01-31T09:00:00Z" },
			],
		});
		ids = idOf;
		const older = await createConference(db, {
			slug: "older",
			startDate: "2025-02-01",
			talks: [{ slug: "noted", title: "Noted", start: "2025-02-01T09:00:00Z", speakers: ["Ada"] }],
		});
		await createConference(db, { slug: "untouched", talks: [{ slug: "x", start: "2026-01-31T09:00:00Z" }] });
		await createUser(db, ada);
		await createUser(db, "bob");
		const write = (userId: string, talkId: number, text: string, ...takeaways: string[]) =>
			saveNote(db, {
				userId,
				talkId,
				text,
				takeaways: takeaways.map((text, index) => ({ id: `${index}`, text })),
				baseRevision: 0,
			});
		await write(ada, idOf("noted"), "# Heading", "Second", "First");
		await write(ada, idOf("both"), "Both.");
		await write(ada, idOf("blank"), " \n\u3000\t", "", "\u00A0");
		await write(ada, older.idOf("noted"), "Old.");
		await write("bob", idOf("unmarked"), "Bob's.");
		await write("bob", idOf("noted"), "Bob's.", "Bob's");
		const mark = (userId: string, talkId: number, status: "MUST_SEE" | "WATCHED") =>
			setMark(db, { userId, talkId, status });
		await mark(ada, idOf("both"), "WATCHED");
		await mark(ada, idOf("marked"), "MUST_SEE");
		await mark("bob", idOf("noted"), "WATCHED");
		await db.note.updateMany({ data: { updatedAt: new Date("2026-03-01T10:00:00.123Z") } });
		const watched = new Date("2026-02-03T23:30:00Z");
		await db.markChange.updateMany({ where: { userId: ada, to: "WATCHED" }, data: { at: watched } });
		await db.rating.create({ data: { userId: ada, talkId: idOf("both"), stars: 4 } });
		for (const userId of [ada, "bob"]) {
			const talks = { create: { talkId: idOf("both") } };
			await db.topic.create({ data: { userId, slug: `of-${userId}`, name: `Of ${userId}`, talks } });
		}
	});

	async function prepared(userId: string | null, query: string) {
		return prepareExport(db, userId, new URLSearchParams(query));
	}

	async function exported(userId: string | null, query: string): Promise<string> {
		const found = await prepared(userId, query);
		if ("problem" in found) throw new Error(found.problem);
		return exportMarkdown(db, found);
	}

	async function headings(userId: string | null, query: string): Promise<string[]> {
		return (await exported(userId, query)).match(/^#{1,3} .*$/gm) ?? [];
	}

	async function vault(userId: string | null, query: string) {
		const found = await prepared(userId, query);
		if ("problem" in found) throw new Error(found.problem);
		return new Uint8Array(await new Response(exportVault(db, found)).arrayBuffer());
	}

	test("of a conference is the visitor's notes on it, whole", async () => {
		expect(await exported(ada, "conference=conf")).toBe(`---
title: "Notes on conf"
date: 2026-03-01T10:00:00Z
conference: "conf"
---

## Go

### both

both

Both.

### Noted: a talk

Noted: a talk by Zoe, Ada and Max

Recording: [RECORDING](https://example.org/RECORDING) · Slides: [SLIDES](https://example.org/SLIDES)

#### Heading

**Key takeaways:**
- Second
- First
`);
	});

	test("is written as its address says", async () => {
		const searchParams =
			"flavour=plain&group=none&heading-level=1&introductions=no&recording-links=no&slide-links=no&bullet=1.&takeaways-label=Learnt";
		expect(await exported(ada, `conference=conf&${searchParams}`)).toBe(`# Notes on conf

## both

Both.

## Noted: a talk

### Heading

Learnt
1. Second
2. First
`);
	});

	test("does not introduce a talk that its note links to, at the conference or here", async () => {
		const link = "See [the talk](http://localhost:3000/conferences/older/talks/noted/).";
		await db.note.updateMany({ where: { userId: ada, text: "Old." }, data: { text: link } });
		expect(await exported(ada, "conference=older&flavour=plain")).toBe(
			`# Notes on older\n\n## Other talks\n\n### Noted\n\n${link}\n`,
		);
	});

	test("is the same bytes when nothing changed", async () => {
		expect(await exported(ada, "include=marked")).toBe(await exported(ada, "include=marked"));
		expect(await vault(ada, "include=marked")).toEqual(await vault(ada, "include=marked"));
	});

	test("holds the talks that were chosen, with a note or without, and nobody else's notes", async () => {
		const talk = [ids("marked"), ids("both"), ids("unmarked"), 2_000_000_000].join();
		const text = await exported(ada, `talk=${talk}`);
		expect(text.match(/^### .*$/gm)?.toSorted()).toEqual(["### both", "### marked", "### unmarked"]);
		expect(text).toContain("Both.");
		expect(text).not.toContain("Bob's");
		expect(await exported(null, `talk=${talk}`)).not.toContain("Both.");
		expect((await headings(null, `talk=${talk}`)).filter((line) => line.startsWith("### "))).toHaveLength(3);
		expect(await headings(ada, "talk=2000000000")).toEqual([]);
		expect(await headings(ada, "talk=x")).toEqual([]);
		expect(await headings(ada, `talk=${talk}&conference=untouched`)).toEqual([]);
		expect(await headings(ada, `talk=${talk}&without-note=none`)).toEqual(["## Go", "### both", "## Other talks"]);
	});

	test("holds marked talks without a note where it is asked to", async () => {
		expect(await headings(ada, "conference=conf&include=marked")).toEqual([
			"## Go",
			"### both",
			"### Noted: a talk",
			"## Other talks",
			"### marked",
		]);
	});

	test("holds only talks of the marks that are asked for", async () => {
		expect(await headings(ada, "conference=conf&status=watched")).toEqual(["## Go", "### both"]);
		expect(await headings(ada, "conference=conf&status=must-see")).toEqual([]);
		expect(await headings(ada, "conference=conf&status=must-see,watched&include=marked")).toEqual([
			"## Go",
			"### both",
			"## Other talks",
			"### marked",
		]);
	});

	test("over all conferences names each that has something, by date", async () => {
		expect(await headings(ada, "")).toEqual([
			"## older: Other talks",
			"### Noted",
			"## conf: Go",
			"### both",
			"### Noted: a talk",
		]);
	});

	test("of nobody, or of somebody who wrote nothing, is a file without talks", async () => {
		const empty = '---\ntitle: "Notes on conf"\ndate: 2026-01-31\nconference: "conf"\n---\n';
		expect(await exported(null, "conference=conf&include=marked")).toBe(empty);
		expect(await exported("nobody", "conference=conf&include=marked")).toBe(empty);
		expect(await exported(null, "")).toBe('---\ntitle: "Conference notes"\nconferences: []\n---\n');
		expect((await unzip(await vault(null, ""))).map(({ path }) => path)).toEqual(["Index.md"]);
	});

	test("of a conference or a write-up that is not there is none", async () => {
		const unknown = { problem: "There is no such conference here." };
		expect(await prepared(ada, "conference=none")).toEqual(unknown);
		expect(await prepared(null, "conference=no%00ne")).toEqual(unknown);
		expect(await prepared(ada, "writeup=none%00")).toEqual({ problem: "There is no such write-up here." });
		expect(await prepared(null, "writeup=none")).toEqual({ problem: "There is no such write-up here." });
	});

	test("as a vault has what else is known of a talk, and only the visitor's", async () => {
		const notes = openVault(await unzip(await vault(ada, "conference=conf")));
		expect(notes.map(({ path }) => path)).toEqual([
			"Index.md",
			"Conferences/conf.md",
			"Tracks/conf/Go.md",
			"Topics/Of ada.md",
			"Speakers/Ada.md",
			"Speakers/Max.md",
			"Speakers/Zoe.md",
			"Talks/conf/both.md",
			"Talks/conf/Noted a talk.md",
		]);
		expect(notes.find(({ name }) => name === "both")).toMatchObject({
			properties: {
				title: "both",
				conference: "[[conf]]",
				track: "[[Go]]",
				topics: ["[[Of ada]]"],
				tags: ["conf", "Of-ada"],
				status: "watched",
				rating: 4,
				// Past midnight in Brussels.
				watched: expect.toSatisfy((day: unknown) => JSON.stringify(day).startsWith('"2026-02-04')),
			},
			body: "\n[[conf]] · [[Go]] · [[Of ada]]\n\nboth\n\nBoth.\n",
		});
	});

	test("has room for more notes than a database takes parameters", async () => {
		const conference = await db.conference.findUniqueOrThrow({ where: { slug: "untouched" } });
		const many = Array.from({ length: 1_100 }, (_, index) => `talk-${String(index).padStart(4, "0")}`);
		const talk = { conferenceId: conference.id, day: "2026-01-31", start: new Date(0), duration: 5 };
		await db.talk.createMany({ data: many.map((slug) => ({ ...talk, key: slug, slug, title: slug })) });
		const created = await db.talk.findMany({
			where: { slug: { startsWith: "talk-" } },
			select: { id: true, slug: true },
		});
		await createUser(db, "carol");
		await db.note.createMany({ data: created.map(({ id, slug }) => ({ id: slug, userId: "carol", talkId: id })) });
		await db.takeaway.createMany({
			data: created.flatMap(({ slug }) =>
				["One", "Two"].map((text, position) => ({ noteId: slug, id: text, position, text })),
			),
		});
		const markdown = await exported("carol", "");
		expect(markdown.match(/^### .*$/gm)).toEqual(many.map((slug) => `### ${slug}`));
		expect(markdown.match(/^- One\n- Two$/gm)).toHaveLength(many.length);
		expect(await headings("carol", `talk=${created.map(({ id }) => id).join()}`)).toHaveLength(many.length + 1);
		expect(await unzip(await vault("carol", ""))).toHaveLength(many.length + 2);
	});
});
