import { beforeAll, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { listWatchlist } from "../queries";
import { listLoggedTalks, listSeenSpeakers } from "./queries";
import { computeStatistics, type WatchHistory } from "./statistics";

describeOnEachDatabase("statistics of a watchlist", (getDb) => {
	let watching: WatchHistory;

	beforeAll(async () => {
		const db = getDb();
		await createUser(db, "ada");
		await createUser(db, "bob");
		const talk = { track: "go", speakers: ["Zoe", "Abe"], duration: 45 };
		const one = await createConference(db, {
			slug: "one",
			startDate: "2025-02-01",
			talks: [
				{ ...talk, slug: "a", start: "2025-02-01T09:00:00Z" },
				{ slug: "b", start: "2025-02-01T23:30:00Z", day: "2025-02-01", links: ["RECORDING"] },
			],
		});
		const two = await createConference(db, {
			slug: "two",
			talks: [{ ...talk, slug: "c", start: "2026-01-31T09:00:00Z" }],
		});
		const mark = (userId: string, talkId: number, status: "MUST_SEE" | "WATCHED", at: string) =>
			setMark(db, { userId, talkId, status, at: new Date(at) });
		await mark("ada", one.idOf("a"), "WATCHED", "2025-02-02T23:30:00Z");
		await mark("ada", one.idOf("a"), "MUST_SEE", "2025-02-10T10:00:00Z");
		await mark("ada", one.idOf("a"), "WATCHED", "2025-02-11T10:00:00Z");
		await mark("ada", one.idOf("b"), "MUST_SEE", "2025-02-02T10:00:00Z");
		await mark("ada", two.idOf("c"), "MUST_SEE", "2026-02-02T10:00:00Z");
		await mark("bob", two.idOf("c"), "WATCHED", "2026-02-02T10:00:00Z");
		const [entries, log, speakers] = await Promise.all([
			listWatchlist(db, "ada", null),
			listLoggedTalks(db, "ada"),
			listSeenSpeakers(db, "ada"),
		]);
		watching = { entries, log, speakers };
	});

	it("count a talk that was watched twice once in the totals and twice over time, and nothing of somebody else's", () => {
		const { totals, overTime, speakers, tracks } = computeStatistics(watching, null);
		expect(totals).toEqual({
			watched: { talks: 1, minutes: 45 },
			left: { talks: 2, minutes: 75 },
			recorded: { talks: 1, minutes: 30 },
		});
		expect(overTime).toEqual({
			step: "week",
			periods: [
				{ start: "2025-02-03", talks: 1, minutes: 45 },
				{ start: "2025-02-10", talks: 1, minutes: 45 },
			],
		});
		expect(tracks.map(({ name, watched, left }) => [name, watched.minutes, left.minutes])).toEqual([
			["go", 45, 45],
			["No track", 0, 30],
		]);
		expect(speakers.map(({ speaker, conference, talks }) => [speaker.name, conference.slug, talks])).toEqual([
			["Abe", "one", 1],
			["Zoe", "one", 1],
		]);
	});

	it("are of one conference where one is asked for, and show the hours of the latest else", () => {
		const all = computeStatistics(watching, null);
		expect([all.conferences.map(({ conference }) => conference.slug), all.hours?.conference.slug]).toEqual([
			["two", "one"],
			"two",
		]);
		const one = computeStatistics(watching, "one");
		expect(one.conferences.map(({ conference }) => conference.slug)).toEqual(["one"]);
		expect(one.hours?.map.days).toEqual(["2025-02-01"]);
		expect([one.hours?.map.hours[0], one.hours?.map.hours.at(-1)]).toEqual([10, 24]);
		const two = computeStatistics(watching, "two");
		expect([two.overTime.periods, two.speakers, two.totals.watched.talks]).toEqual([[], [], 0]);
	});

	it("are nothing for somebody who has nothing", async () => {
		const db = getDb();
		const of = await createUser(db, "eve");
		const [entries, log, speakers] = await Promise.all([
			listWatchlist(db, of, null),
			listLoggedTalks(db, of),
			listSeenSpeakers(db, of),
		]);
		expect([entries, log, speakers]).toEqual([[], [], []]);
		expect(computeStatistics({ entries, log, speakers }, null).hours).toBeNull();
	});
});
