import { beforeAll, expect, it } from "vitest";
import { saveNote } from "@/lib/notes/mutations";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { listWatchlist } from "../queries";
import type { WatchlistEntry } from "../types";

const MARKED_AT = new Date("2026-02-03T08:15:00.250Z");

describeOnEachDatabase("an entry of the watchlist", (getDb) => {
	let idOf: (talk: string) => number;
	let entries: readonly WatchlistEntry[];

	beforeAll(async () => {
		const db = getDb();
		await createUser(db, "ada");
		await createUser(db, "bob");
		({ idOf } = await createConference(db, {
			slug: "conf",
			talks: [
				{
					slug: "full",
					start: "2026-01-31T09:00:00Z",
					track: "main",
					room: "hall",
					speakers: ["Zoe", "Abe"],
					links: ["SLIDES", "RECORDING", "RECORDING", "OTHER"],
				},
				{ slug: "bare", start: "2026-01-31T10:00:00Z", links: ["CHAT"] },
				{ slug: "blank", start: "2026-01-31T11:00:00Z", withdrawn: true },
				{ slug: "unmarked", start: "2026-01-31T12:00:00Z" },
			],
		}));
		await db.talk.update({ where: { id: idOf("full") }, data: { willBeRecorded: true, isCancelled: true } });
		await db.talk.update({ where: { id: idOf("bare") }, data: { willBeRecorded: false } });
		for (const [talk, status] of [
			["full", "WATCHED"],
			["bare", "MISSED"],
			["blank", "MUST_SEE"],
		] as const) {
			await db.mark.create({ data: { userId: "ada", talkId: idOf(talk), status, updatedAt: MARKED_AT } });
		}
		await db.mark.create({ data: { userId: "bob", talkId: idOf("bare"), status: "MUST_SEE" } });
		for (const [userId, stars] of [
			["ada", 5],
			["bob", 1],
		] as const) {
			await db.rating.create({ data: { userId, talkId: idOf("full"), stars } });
			await db.watchlistPlace.create({ data: { userId, talkId: idOf("full"), rank: `${userId}-a0` } });
			for (const name of ["Tracing", "eBPF", `of ${userId}`]) {
				const talks = { create: { talkId: idOf("full") } };
				await db.topic.create({ data: { userId, name, slug: name.toLowerCase(), talks } });
			}
			await db.note.create({
				data: {
					userId,
					talkId: idOf("full"),
					takeaways: { create: ["a", "b"].map((id, position) => ({ id, position, text: userId })) },
				},
			});
		}
		const blank = { text: " \n\t\u3000", takeaways: [] };
		await saveNote(db, { userId: "ada", talkId: idOf("blank"), ...blank, baseRevision: 0 });
		await db.note.create({ data: { userId: "ada", talkId: idOf("unmarked"), text: "not on the watchlist" } });
		entries = await listWatchlist(db, "ada", null);
	});

	it("has all that the visitor made of the talk, and nothing of somebody else's", () => {
		const { conference, ...entry } = entries[0] as WatchlistEntry;
		expect(conference).toMatchObject({ slug: "conf", timeZone: "Europe/Brussels" });
		expect(entry).toEqual({
			talk: {
				id: idOf("full"),
				slug: "full",
				title: "full",
				subtitle: "",
				type: "",
				language: "",
				day: "2026-01-31",
				start: new Date("2026-01-31T09:00:00Z"),
				duration: 30,
				track: { slug: "main", name: "main" },
				room: { slug: "hall", name: "hall" },
				speakers: [
					{ slug: "Zoe", name: "Zoe" },
					{ slug: "Abe", name: "Abe" },
				],
				hasRecording: true,
				hasSlides: true,
				isCancelled: true,
				isWithdrawn: false,
			},
			status: "WATCHED",
			markedAt: MARKED_AT,
			hasNote: true,
			takeawayCount: 2,
			rating: 5,
			topics: [
				{ slug: "ebpf", name: "eBPF" },
				{ slug: "of ada", name: "of ada" },
				{ slug: "tracing", name: "Tracing" },
			],
			rank: "ada-a0",
			willBeRecorded: true,
			isNewlyRecorded: false,
		});
	});

	it("has little where there is little, and a note of white space is none", () => {
		const little = entries.map(({ talk, hasNote, takeawayCount, rating, topics, rank, willBeRecorded }) => [
			[talk.slug, talk.track, talk.hasRecording, talk.isWithdrawn],
			[hasNote, takeawayCount, rating, topics.length, rank, willBeRecorded],
		]);
		expect(little.slice(1)).toEqual([
			[
				["bare", null, false, false],
				[false, 0, null, 0, null, false],
			],
			[
				["blank", null, false, true],
				[false, 0, null, 0, null, null],
			],
		]);
	});
});
