import { beforeAll, expect, it } from "vitest";
import type { MarkStatus } from "@/lib/marks/status";
import { saveNote } from "@/lib/notes/mutations";
import type { Takeaway } from "@/lib/notes/types";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { loadNotesOverview } from "./queries";

const day = (number: number) => new Date(Date.UTC(2026, 1, number));

describeOnEachDatabase("the overview of one's notes", (getDb) => {
	let idOf: (talk: string) => number;
	let ofOlder: (talk: string) => number;

	async function write(userId: string, talkId: number, text: string, takeaways: Takeaway[], updatedAt: Date) {
		await saveNote(getDb(), { userId, talkId, text, takeaways, baseRevision: 0 });
		await getDb().note.updateMany({ where: { userId, talkId }, data: { updatedAt } });
	}

	function mark(userId: string, talkId: number, status: MarkStatus, updatedAt: Date) {
		return getDb().mark.create({ data: { userId, talkId, status, updatedAt } });
	}

	beforeAll(async () => {
		const start = "2026-01-31T09:00:00Z";
		({ idOf } = await createConference(getDb(), {
			slug: "conf",
			talks: ["a", "b", "c", "d", "e"].map((slug) => ({ slug, start, title: slug.toUpperCase() })),
		}));
		({ idOf: ofOlder } = await createConference(getDb(), {
			slug: "older",
			startDate: "2025-02-01",
			talks: [
				{ slug: "old", start: "2025-02-01T09:00:00Z", withdrawn: true },
				{ slug: "seen", start: "2025-02-01T10:00:00Z" },
			],
		}));
		for (const user of ["ada", "bob"]) await createUser(getDb(), user);
		const takeaways = [
			{ id: "z", text: "First", time: 754 },
			{ id: "a", text: "Second" },
		];
		await write("ada", idOf("a"), "", takeaways, day(2));
		await write("ada", ofOlder("old"), "Prose", [], day(3));
		// Nothing to be seen of it.
		await write("ada", idOf("b"), " \n", [{ id: "x", text: "\u3000" }], day(4));
		await write("ada", idOf("c"), "Gone", [], day(5));
		await saveNote(getDb(), { userId: "ada", talkId: idOf("c"), text: "", takeaways: [], baseRevision: 1 });
		await write("bob", idOf("d"), "Bob's own", [{ id: "b", text: "His" }], day(6));
		await write("bob", idOf("a"), "Bob's, on the same talk", [], day(7));
		await mark("ada", idOf("a"), "WATCHED", day(1));
		await mark("ada", idOf("b"), "WATCHED", day(1));
		await mark("ada", idOf("c"), "MISSED", day(2));
		await mark("ada", idOf("d"), "WATCHED", day(3));
		await mark("ada", ofOlder("seen"), "WATCHED", day(2));
		await mark("bob", idOf("e"), "WATCHED", day(9));
		await getDb().rating.create({ data: { userId: "ada", talkId: idOf("a"), stars: 4 } });
		await getDb().rating.create({ data: { userId: "bob", talkId: ofOlder("old"), stars: 1 } });
		for (const [userId, name] of [
			["ada", "Tides"],
			["bob", "Bob's"],
		] as const) {
			const topic = { userId, slug: name.toLowerCase(), name, talks: { create: { talkId: idOf("a") } } };
			await getDb().topic.create({ data: topic });
		}
	});

	it("has the notes that hold something, the latest first, with what the visitor made of their talks", async () => {
		const { notes } = await loadNotesOverview(getDb(), "ada");
		expect(
			notes.map(({ talk: { conference, ...talk }, note }) => ({ ...talk, conference: conference.slug, note })),
		).toEqual([
			{
				id: ofOlder("old"),
				slug: "old",
				title: "old",
				isWithdrawn: true,
				conference: "older",
				mark: null,
				rating: null,
				topics: [],
				note: { text: "Prose", takeaways: [], updatedAt: day(3) },
			},
			{
				id: idOf("a"),
				slug: "a",
				title: "A",
				isWithdrawn: false,
				conference: "conf",
				mark: "WATCHED",
				rating: 4,
				topics: [{ slug: "tides", name: "Tides" }],
				note: {
					text: "",
					takeaways: [
						{ id: "z", text: "First", time: 754 },
						{ id: "a", text: "Second" },
					],
					updatedAt: day(2),
				},
			},
		]);
	});

	it("has what was watched and has nothing written on it, the latest first", async () => {
		const { talksWithoutNote: unwritten } = await loadNotesOverview(getDb(), "ada");
		expect(unwritten.map(({ talk, watchedAt }) => [talk.slug, talk.conference.slug, watchedAt])).toEqual([
			["d", "conf", day(3)],
			["seen", "older", day(2)],
			["b", "conf", day(1)],
		]);
	});

	it("is each visitor's own", async () => {
		const { notes, talksWithoutNote: unwritten } = await loadNotesOverview(getDb(), "bob");
		expect(notes.map(({ talk, note }) => [talk.slug, note.text, talk.mark, talk.rating])).toEqual([
			["a", "Bob's, on the same talk", null, null],
			["d", "Bob's own", null, null],
		]);
		expect(notes.map(({ talk }) => talk.topics)).toEqual([[{ slug: "bob's", name: "Bob's" }], []]);
		expect(unwritten.map(({ talk }) => talk.slug)).toEqual(["e"]);
		expect(await loadNotesOverview(getDb(), "nobody")).toEqual({ notes: [], talksWithoutNote: [] });
	});

	it("has more notes than a list of a statement may have values", async () => {
		await createUser(getDb(), "carl");
		const talks = Array.from({ length: 1_200 }, (_, index) => ({ slug: `t${index}`, start: "2026-01-31T09:00:00Z" }));
		const { id: conferenceId } = await createConference(getDb(), { slug: "large", talks: [] });
		await getDb().talk.createMany({
			data: talks.map(({ slug, start }) => ({
				conferenceId,
				key: slug,
				slug,
				title: slug,
				day: "2026-01-31",
				start: new Date(start),
				duration: 30,
			})),
		});
		const ids = await getDb().talk.findMany({ where: { conferenceId }, select: { id: true } });
		await getDb().note.createMany({ data: ids.map(({ id }) => ({ userId: "carl", talkId: id, text: `On ${id}` })) });
		const { notes } = await loadNotesOverview(getDb(), "carl");
		expect(notes).toHaveLength(1_200);
		expect(notes.every(({ talk, note }) => note.text === `On ${talk.id}`)).toBe(true);
	});
});
