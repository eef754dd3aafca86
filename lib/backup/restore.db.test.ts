import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/lib/db/client";
import { anyBackup, TALK_REFS } from "@/lib/testing/any-backup";
import { createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { collectBackup } from "./collect";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { deriveId, mergeBackups } from "./merge";
import { planRestore, restoreAwaitedTalks, restoreBackup } from "./restore";
import { sortBackup } from "./sort";
import type { Backup, TalkBackup } from "./types";

describeOnEachDatabase("a backup", (getDb) => {
	let round = 0;
	let user: string;

	beforeEach(async () => {
		await getDb().user.deleteMany();
		await getDb().conference.deleteMany();
		await bringConference("here");
		user = await newUser();
	});

	async function newUser(): Promise<string> {
		round++;
		return createUser(getDb(), `visitor-${round}`);
	}

	async function bringConference(slug: string): Promise<void> {
		const { id } = await getDb().conference.create({
			data: {
				...{ slug, title: `The conference ${slug}`, timeZone: "Europe/Brussels", source: "test" },
				...{ startDate: "2026-01-31", endDate: "2026-02-01" },
			},
		});
		const talks = TALK_REFS.filter(({ conference }) => conference === slug);
		for (const [index, { guid, key, title, url }] of talks.entries()) {
			const when = { day: "2026-01-31", start: new Date("2026-01-31T09:00:00Z"), duration: 30 };
			await getDb().talk.create({ data: { conferenceId: id, slug: `t${index}`, guid, key, title, url, ...when } });
		}
	}

	/** For one run of a property, whatever comes of it. */
	async function asVisitor(work: (userId: string) => Promise<void>): Promise<void> {
		const userId = await newUser();
		try {
			await work(userId);
		} finally {
			await getDb().user.delete({ where: { id: userId } });
			await getDb().conference.deleteMany({ where: { slug: "away" } });
		}
	}

	const collect = (userId = user) => collectBackup(getDb(), userId);

	it("of anything restored by somebody new is what they have", async () => {
		await fc.assert(
			fc.asyncProperty(anyBackup, (backup) =>
				asVisitor(async (userId) => {
					await restoreBackup(getDb(), userId, backup);
					expect(withHere(await collect(userId))).toEqual(withHere(backup));
					expect((await planRestore(getDb(), userId, backup)).isNothing).toBe(true);
					await restoreBackup(getDb(), userId, backup);
					expect(withHere(await collect(userId))).toEqual(withHere(backup));
				}),
			),
			runs(25),
		);
	});

	it("restored by somebody who has something is both", async () => {
		await fc.assert(
			fc.asyncProperty(anyBackup, anyBackup, (own, added) =>
				asVisitor(async (userId) => {
					await restoreBackup(getDb(), userId, own);
					const plan = await planRestore(getDb(), userId, added);
					expect(await restoreBackup(getDb(), userId, added)).toEqual(plan);
					expect(withHere(await collect(userId))).toEqual(withHere(mergeBackups(own, added)));
				}),
			),
			runs(25),
		);
	});

	it("waits for conferences that are not here, and is joined when they come", async () => {
		await fc.assert(
			fc.asyncProperty(anyBackup, (restored) =>
				asVisitor(async (userId) => {
					await restoreBackup(getDb(), userId, restored);
					await bringConference("away");
					await getDb().$transaction((tx) => restoreAwaitedTalks(tx, "away"));
					expect(withHere(await collect(userId))).toEqual(withHere(restored));
					expect(await getDb().awaitedTalk.count({ where: { userId } })).toBe(0);
					const missingItems = { writeUp: { userId }, talkId: null, missingTalk: { not: Prisma.DbNull } };
					expect(await getDb().writeUpItem.count({ where: missingItems })).toBe(0);
				}),
			),
			runs(15),
		);
	});

	/** Conferences of which there is nothing are in no backup that is made here. */
	function withHere(backup: Backup): Backup {
		const used = new Set([
			...backup.talks.map(({ conference }) => conference),
			...backup.settings.missedAnswers.map(({ conference }) => conference),
			...backup.writeUps.flatMap(({ sections }) =>
				sections.flatMap(({ items }) => items.flatMap(({ talk }) => talk?.conference ?? [])),
			),
		]);
		return sortBackup({ ...backup, conferences: backup.conferences.filter(({ slug }) => used.has(slug)) });
	}

	const at = "2026-02-11T16:56:21.000Z";
	const [one, , three] = TALK_REFS;
	const withNote = (text: string, updatedAt: string): TalkBackup => ({
		...emptyTalk(one ?? never()),
		note: { text, takeaways: [], createdAt: at, updatedAt, revisions: [] },
	});

	describe("of a talk that the schedule names otherwise", () => {
		it("is that of the same address, and of two of one talk both are kept", async () => {
			const other = { ...withNote("Other", "2026-02-12T00:00:00.000Z"), guid: "x", key: "guid:x", title: "Renamed" };
			await restoreBackup(getDb(), user, { ...EMPTY_BACKUP, talks: [withNote("First", at), other] });
			expect((await collect()).talks).toEqual([
				{
					...withNote("Other", "2026-02-12T00:00:00.000Z"),
					note: {
						...{ text: "Other", takeaways: [], createdAt: at, updatedAt: "2026-02-12T00:00:00.000Z" },
						revisions: [{ text: "First", takeaways: [], savedAt: at }],
					},
				},
			]);
		});
	});

	it("of another talk of the same title waits for that", async () => {
		const other = { ...withNote("Other", at), guid: "x", key: "guid:x", url: null };
		await restoreBackup(getDb(), user, { ...EMPTY_BACKUP, talks: [withNote("First", at), other] });
		expect((await collect()).talks).toEqual([withNote("First", at), other]);
		expect(await getDb().note.count()).toBe(1);
		const nameless = { ...other, guid: null, key: "hash:x" };
		await restoreBackup(getDb(), user, { ...EMPTY_BACKUP, talks: [nameless] });
		expect((await collect()).talks).toHaveLength(2);
	});

	it("that is older than a note here leaves it, and tells of what gives way", async () => {
		const later = "2026-02-12T00:00:00.000Z";
		await restoreBackup(getDb(), user, { ...EMPTY_BACKUP, talks: [withNote("Later", later)] });
		expect(await restoreBackup(getDb(), user, { ...EMPTY_BACKUP, talks: [withNote("Earlier", at)] })).toMatchObject({
			...{ replacedNotes: [], changedTalks: 1 },
		});
		expect((await collect()).talks[0]?.note).toMatchObject({
			text: "Later",
			revisions: [{ text: "Earlier", savedAt: at }],
		});
		const latest = { ...EMPTY_BACKUP, talks: [withNote("Latest", "2026-02-13T00:00:00.000Z")] };
		expect(await planRestore(getDb(), user, latest)).toMatchObject({ replacedNotes: ["One"] });
	});

	it("of somebody else here takes nothing of theirs", async () => {
		const owner = user;
		const [backup] = fc.sample(anyBackup, { numRuns: 1, seed: 3 });
		const published = { ...(backup ?? never()), ...writeUpsOf(three?.title ?? never()) };
		await restoreBackup(getDb(), owner, published);
		const before = await collect(owner);
		const thief = await newUser();
		await restoreBackup(getDb(), thief, published);
		await restoreBackup(getDb(), thief, published);
		const [taken] = (await collect(thief)).writeUps;
		const [own] = before.writeUps;
		expect(taken).toEqual({
			...own,
			id: taken?.id,
			publication: { ...own?.publication, token: taken?.publication?.token },
		});
		expect(taken?.id).not.toBe(own?.id);
		expect(taken?.publication?.token).not.toBe(own?.publication?.token);
		expect((await collect(thief)).writeUps).toHaveLength(1);
		expect(await collect(owner)).toEqual(before);
	});

	function writeUpsOf(title: string): Pick<Backup, "writeUps"> {
		const texts = { title, date: "", slug: "", description: "", frontMatter: "", intro: "In", outro: "Out" };
		const publication = {
			token: "w".repeat(43),
			authorName: "Ada",
			isIndexed: false,
			canonicalUrl: null,
			publishedAt: at,
		};
		const lists = { categories: [], tags: [], keywords: [], sections: [] };
		const scope = { kind: "nothing" as const };
		return {
			writeUps: [
				{
					id: deriveId(`post ${round}`),
					...texts,
					...lists,
					options: null,
					scope,
					publication,
					createdAt: at,
					updatedAt: at,
				},
			],
		};
	}
});

function never(): never {
	throw new Error("There are named talks.");
}
