import { beforeAll, describe, expect, it } from "vitest";
import { filterTalks } from "@/lib/search/filter";
import { loadTalkIndex } from "@/lib/search/queries";
import { NO_FILTER } from "@/lib/search/types";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import {
	findConference,
	findSpeaker,
	findTrack,
	listConferences,
	listDays,
	listRooms,
	listSpeakers,
	listTracks,
} from "./conferences";
import {
	findExistingTalks,
	findNextInRoom,
	findTalk,
	listDayTalks,
	listRoomTalks,
	listSpeakerTalks,
	listTalksDuring,
	listTrackTalks,
	talkExists,
} from "./queries";
import type { TalkListItem } from "./types";

const slugs = (talks: readonly TalkListItem[]) => talks.map(({ slug }) => slug);

describeOnEachDatabase("a conference's talks", (getDb) => {
	let id: number;
	let idOf: (talk: string) => number;

	beforeAll(async () => {
		({ id, idOf } = await createConference(getDb(), {
			slug: "conf",
			talks: [
				{ slug: "opening", start: "2026-01-31T08:30:00Z", room: "hall", track: "main", speakers: ["Zoe", "Émile"] },
				{
					slug: "long",
					start: "2026-01-31T09:00:00Z",
					duration: 120,
					room: "lab",
					track: "go",
					links: ["SLIDES", "RECORDING", "RECORDING"],
					abstract: "About *gophers*",
				},
				{ slug: "second", start: "2026-01-31T09:00:00Z", room: "hall", track: "main", speakers: ["Zoe"] },
				{ slug: "third", start: "2026-01-31T10:30:00Z", room: "hall", track: "main" },
				{ slug: "gone", start: "2026-01-31T09:30:00Z", room: "hall", track: "main", withdrawn: true },
				{ slug: "sunday", start: "2026-02-01T09:00:00Z", day: "2026-02-01", room: "hall", track: "main" },
			],
		}));
		await createConference(getDb(), {
			slug: "older",
			startDate: "2025-02-01",
			talks: [{ slug: "opening", start: "2025-02-01T09:00:00Z" }],
		});
	});

	it("lists conferences, the latest first, with what they hold now", async () => {
		const listed = await listConferences(getDb());
		expect(listed.map(({ slug, talkCount, recordingCount }) => [slug, talkCount, recordingCount])).toEqual([
			["conf", 5, 1],
			["older", 1, 0],
		]);
		expect(await findConference(getDb(), "nothing")).toBeNull();
	});

	it("lists days, tracks, rooms and speakers with the number of their talks", async () => {
		expect(await listDays(getDb(), id)).toEqual([
			{ date: "2026-01-31", talkCount: 4 },
			{ date: "2026-02-01", talkCount: 1 },
		]);
		expect(await listTracks(getDb(), id)).toEqual([
			{ slug: "main", name: "main", talkCount: 4 },
			{ slug: "go", name: "go", talkCount: 1 },
		]);
		expect(await listRooms(getDb(), id)).toEqual([
			{ slug: "hall", name: "hall", talkCount: 4 },
			{ slug: "lab", name: "lab", talkCount: 1 },
		]);
		expect((await listSpeakers(getDb(), id)).map(({ name, talkCount }) => [name, talkCount])).toEqual([
			["Émile", 1],
			["Zoe", 2],
		]);
	});

	it("lists a day in order of time and room, without what was withdrawn", async () => {
		expect(slugs(await listDayTalks(getDb(), id, "2026-01-31"))).toEqual(["opening", "second", "long", "third"]);
		expect(slugs(await listTrackTalks(getDb(), id, "main"))).toEqual(["opening", "second", "third", "sunday"]);
		expect(slugs(await listRoomTalks(getDb(), id, "lab"))).toEqual(["long"]);
		expect(slugs(await listSpeakerTalks(getDb(), id, "Zoe"))).toEqual(["opening", "second"]);
	});

	it("finds a talk with everything its page shows, a withdrawn one too", async () => {
		const talk = await findTalk(getDb(), id, "long");
		expect(talk).toMatchObject({
			hasRecording: true,
			hasSlides: true,
			abstract: "About *gophers*",
			isCancelled: false,
			isWithdrawn: false,
		});
		expect(talk?.links.map(({ kind }) => kind)).toEqual(["SLIDES", "RECORDING", "RECORDING"]);
		expect((await findTalk(getDb(), id, "opening"))?.speakers.map(({ name }) => name)).toEqual(["Zoe", "Émile"]);
		expect((await findTalk(getDb(), id, "gone"))?.isWithdrawn).toBe(true);
		expect(await findTalk(getDb(), id, "nothing")).toBeNull();
		expect(await talkExists(getDb(), idOf("long"))).toBe(true);
		expect(await talkExists(getDb(), 2_000_000_000)).toBe(false);
		// More than SQLite takes parameters.
		const many = Array.from({ length: 3_000 }, (_, index) => 2_000_000_000 + index);
		expect(await findExistingTalks(getDb(), [...many, idOf("long"), idOf("long")])).toEqual(new Set([idOf("long")]));
	});

	it("knows what runs at the same time, and what follows in the room", async () => {
		const long = await findTalk(getDb(), id, "long");
		const opening = await findTalk(getDb(), id, "opening");
		const third = await findTalk(getDb(), id, "third");
		if (!long || !opening || !third) throw new Error("The talks are there.");
		expect(slugs(await listTalksDuring(getDb(), id, long))).toEqual(["second", "third"]);
		expect(slugs(await listTalksDuring(getDb(), id, opening))).toEqual([]);
		expect((await findNextInRoom(getDb(), id, opening))?.slug).toBe("second");
		expect(await findNextInRoom(getDb(), id, third)).toBeNull();
	});

	it("keeps the same slug in two conferences apart", async () => {
		const older = await findConference(getDb(), "older");
		expect((await findTalk(getDb(), older?.id ?? 0, "opening"))?.day).toBe("2025-02-01");
		expect(await findTrack(getDb(), older?.id ?? 0, "main")).toBeNull();
		expect(await findSpeaker(getDb(), older?.id ?? 0, "Zoe")).toBeNull();
	});

	describe("made ready for search", () => {
		it("are read again once an import has raised the revision, and not before", async () => {
			const before = await findConference(getDb(), "conf");
			if (!before) throw new Error("The conference is there.");
			const find = async (conference: typeof before) => {
				const index = await loadTalkIndex(getDb(), conference);
				return slugs(filterTalks(index.talks, { ...NO_FILTER, query: "gophers" }, new Map()));
			};
			expect(await find(before)).toEqual(["long"]);
			await getDb().talk.update({ where: { id: idOf("long") }, data: { abstract: "" } });
			expect(await find(before)).toEqual(["long"]);
			await getDb().conference.update({ where: { id }, data: { revision: { increment: 1 } } });
			const after = await findConference(getDb(), "conf");
			expect(await find(after ?? before)).toEqual([]);
		});
	});
});
