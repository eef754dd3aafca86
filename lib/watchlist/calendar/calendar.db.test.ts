import fc from "fast-check";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { mergeVisitors } from "@/lib/accounts/merge-visitors";
import type { Db } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { readSource } from "@/lib/imports/sources/read-source";
import { readSchedule } from "@/lib/schedule/formats";
import { loadPublished } from "@/lib/schedule/published/queries";
import { writeICalendar } from "@/lib/schedule/published/write-icalendar";
import type { ScheduleTalk } from "@/lib/schedule/types";
import { createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { setMark } from "@/lib/testing/set-mark";
import { disableFeed, enableFeed, renewFeed } from "./mutations";
import { findCalendarFeed, findFeedOwner, listCalendarTalks } from "./queries";
import { parseCalendarRequest, selectCalendarTalks } from "./select";
import { writeWatchlistCalendar } from "./write";

const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";
const GENERATOR = { name: "Talkshelf", version: "1.2.3" } as const;
const OPTIONS = { name: "Mine", baseUrl: "https://shelf.example", isFeed: true, generator: GENERATOR };

type Change = (talks: readonly ScheduleTalk[]) => readonly ScheduleTalk[];

/** Imports the bundled sample with its talks as `change` leaves them. */
async function importSample(db: Db, change: Change = (talks) => talks): Promise<void> {
	const { bytes, source } = await readSource(SAMPLE);
	const parsed = await readSchedule(bytes, source);
	const schedule = { ...parsed.schedule, talks: change(parsed.schedule.talks) };
	await importSchedule(db, { ...parsed, schedule }, { source, now: new Date() });
}

/** The sample with one of its talks otherwise. */
const withTalk = (index: number, changes: Partial<ScheduleTalk>): Change => {
	return (talks) => talks.map((talk, position) => (position === index ? { ...talk, ...changes } : talk));
};

function events(text: string) {
	const all = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
	const value = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));
	return all.map((event) => ({
		uid: value(event, "uid"),
		title: value(event, "summary"),
		status: value(event, "status"),
		start: value(event, "dtstart"),
		sequence: Number(value(event, "sequence")),
	}));
}

describeOnEachDatabase("a visitor's calendar", (getDb) => {
	let db: Db;

	const write = async (userId = "ada") => writeWatchlistCalendar(await listCalendarTalks(db, { userId }), OPTIONS);
	/** The only talk that is marked. */
	const marked = async () => {
		const [event, ...others] = events(await write());
		expect(others).toEqual([]);
		if (!event) throw new Error("The calendar is empty.");
		return event;
	};

	beforeEach(async () => {
		db = getDb();
		await db.markChange.deleteMany();
		await db.mark.deleteMany();
		await db.user.deleteMany();
		await db.conference.deleteMany();
		await importSample(db);
		await createUser(db, "ada");
	});

	const mark = async (index: number, userId = "ada") => {
		const { bytes, source } = await readSource(SAMPLE);
		const { key } = (await readSchedule(bytes, source)).schedule.talks[index] ?? { key: "" };
		const { id } = await db.talk.findFirstOrThrow({ where: { key } });
		await setMark(db, { userId, talkId: id, status: "MUST_SEE" });
		return id;
	};

	it("has each talk under the UID of its conference's own calendar", async () => {
		for (const index of [0, 3, 8]) await mark(index);
		const schedule = await loadPublished(db, "fosdem-2026");
		const own = schedule ? events(writeICalendar(schedule, GENERATOR)) : [];
		const mine = events(await write());
		expect(mine).toHaveLength(3);
		for (const { uid, title } of mine) {
			expect(own.filter((event) => event.uid === uid).map((event) => event.title)).toEqual([title]);
		}
	});

	it("is the same bytes until something changes, and another's marks change nothing", async () => {
		await mark(0);
		const before = await write();
		await createUser(db, "bo");
		await mark(1, "bo");
		await importSample(db);
		expect(await write()).toBe(before);
	});

	it.each<[string, Change]>([
		["time", withTalk(0, { start: new Date("2026-01-31T08:05:00Z") })],
		["length", withTalk(0, { duration: 7 })],
		["room", withTalk(0, { room: null })],
		["title", withTalk(0, { title: "Another title" })],
	])("raises the sequence when the %s changes, and again on the way back", async (_, change) => {
		await mark(0);
		const first = await marked();
		await importSample(db, change);
		const moved = await marked();
		await importSample(db);
		const back = await marked();
		expect([first.sequence, moved.sequence, back.sequence]).toEqual([0, 1, 2]);
		expect([moved.uid, back.uid]).toEqual([first.uid, first.uid]);
		expect([moved, back].map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED"]);
	});

	it("leaves the sequence where nothing changed that matters to somebody who comes", async () => {
		await mark(0);
		await importSample(db, withTalk(0, { abstract: { markup: "html", text: "<p>New.</p>" }, speakers: [] }));
		expect(await marked()).toMatchObject({ sequence: 0, status: "CONFIRMED" });
	});

	it.each<[string, Change]>([
		["withdrawn", (talks) => talks.slice(1)],
		["cancelled", withTalk(0, { isCancelled: true })],
	])("has a talk that is %s as cancelled, and confirmed when it is back", async (_, change) => {
		await mark(0);
		const { title } = await marked();
		await importSample(db, change);
		expect(await marked()).toMatchObject({ title, status: "CANCELLED", sequence: 1 });
		await importSample(db);
		expect(await marked()).toMatchObject({ title, status: "CONFIRMED", sequence: 2 });
	});

	it("lets go of a talk that is unmarked, and knows it again later", async () => {
		const talkId = await mark(0);
		await importSample(db, withTalk(0, { duration: 7 }));
		const before = await marked();
		await setMark(db, { userId: "ada", talkId, status: null });
		expect(events(await write())).toEqual([]);
		await setMark(db, { userId: "ada", talkId, status: "MUST_SEE" });
		expect(await marked()).toEqual(before);
	});

	it("never lowers a sequence, whatever files follow each other, and raises it with all that people see", async () => {
		await mark(0);
		const state = fc.record({
			duration: fc.constantFrom(10, 20),
			isCancelled: fc.boolean(),
			isThere: fc.boolean(),
			title: fc.constantFrom("One", "Two"),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 5 }), async (states) => {
				let before = await marked();
				for (const { isThere, ...changes } of states) {
					await importSample(db, (talks) => (isThere ? withTalk(0, changes)(talks) : talks.slice(1)));
					const after = await marked();
					expect(after.sequence).toBeGreaterThanOrEqual(before.sequence);
					if (after.title !== before.title || after.status !== before.status) {
						expect(after.sequence).toBeGreaterThan(before.sequence);
					}
					before = after;
				}
			}),
			runs(6),
		);
	});

	it("holds the talks of more than one conference, and of only one where that is asked for", async () => {
		await mark(0);
		const { bytes, source } = await readSource(SAMPLE);
		const parsed = await readSchedule(bytes, source);
		const conference = { ...parsed.schedule.conference, slug: "other", title: "Other", timeZone: "Asia/Tokyo" };
		await importSchedule(db, { ...parsed, schedule: { ...parsed.schedule, conference } }, { source, now: new Date() });
		const other = await db.talk.findFirstOrThrow({ where: { conference: { slug: "other" } } });
		await setMark(db, { userId: "ada", talkId: other.id, status: "MISSED" });
		const text = await write();
		expect(text.match(/^TZID:.*$/gm)).toEqual(["TZID:Asia/Tokyo", "TZID:Europe/Brussels"]);
		expect(new Set(events(text).map(({ uid }) => uid)).size).toBe(2);
		const only = await listCalendarTalks(db, { userId: "ada", conference: "other" });
		expect(only.map(({ id, status }) => [id, status])).toEqual([[other.id, "MISSED"]]);
	});

	it("names the visitor's own topics, and nobody else's", async () => {
		const talkId = await mark(0);
		await createUser(db, "bo");
		for (const [userId, name] of [
			["ada", "Water"],
			["ada", "Boats"],
			["bo", "Secret"],
		] as const) {
			const topic = { userId, slug: name.toLowerCase(), name, talks: { create: { talkId } } };
			await db.topic.create({ data: topic });
		}
		const [talk] = await listCalendarTalks(db, { userId: "ada" });
		expect(talk?.topics).toEqual(["Boats", "Water"]);
		await db.topic.deleteMany();
	});

	it("is what the watchlist's filter leaves, of the conferences and talks that are asked for", async () => {
		const [first, second] = [await mark(0), await mark(8)];
		await setMark(db, { userId: "ada", talkId: second, status: "WATCHED" });
		const ids = async (query: string) => {
			const request = parseCalendarRequest(new URLSearchParams(query));
			return (await selectCalendarTalks(db, "ada", request)).map(({ id }) => id).sort((a, b) => a - b);
		};
		const both = [first, second].sort((a, b) => a - b);
		expect(await ids("")).toEqual(both);
		expect(await ids("tab=watched")).toEqual([second]);
		expect(await ids("tab=to-watch")).toEqual([first]);
		expect(await ids("conference=fosdem-2026")).toEqual(both);
		// Of which nothing is marked: none, and not all.
		expect(await ids("conference=elsewhere")).toEqual([]);
		expect(await ids(`talk=${second}&talk=0&talk=x`)).toEqual([second]);
		expect(await ids(`talk=${second}&tab=must-see`)).toEqual([]);
	});

	describe("at a private address", () => {
		const tokenOf = async (userId: string) => (await findCalendarFeed(db, userId))?.token ?? "";

		it("is there once it is switched on, and pressing twice gives no other", async () => {
			expect([await findCalendarFeed(db, "ada"), await findFeedOwner(db, "")]).toEqual([null, null]);
			await Promise.all([enableFeed(db, "ada"), enableFeed(db, "ada")]);
			const token = await tokenOf("ada");
			await enableFeed(db, "ada");
			expect([await tokenOf("ada"), await findFeedOwner(db, token)]).toEqual([token, "ada"]);
		});

		it("is elsewhere once it is renewed, and nowhere once it is switched off", async () => {
			await enableFeed(db, "ada");
			const old = await tokenOf("ada");
			expect(await renewFeed(db, "ada", new Date())).toBe("renewed");
			const token = await tokenOf("ada");
			expect(token).not.toBe(old);
			expect([await findFeedOwner(db, old), await findFeedOwner(db, token)]).toEqual([null, "ada"]);
			await disableFeed(db, "ada");
			expect([await findFeedOwner(db, token), await findCalendarFeed(db, "ada")]).toEqual([null, null]);
			expect(await renewFeed(db, "ada", new Date())).toBe("off");
			expect(await findCalendarFeed(db, "ada")).toBeNull();
		});

		it("goes with a guest into an account that has none, and stays the account's own else", async () => {
			const guest = (id: string) =>
				db.user.create({ data: { id, name: "Guest", email: `${id}@example.org`, isAnonymous: true } });
			await guest("first");
			await enableFeed(db, "first");
			const token = await tokenOf("first");
			await mergeVisitors(db, { fromUserId: "first", toUserId: "ada" });
			expect([await findFeedOwner(db, token), await tokenOf("ada")]).toEqual(["ada", token]);
			await guest("second");
			await enableFeed(db, "second");
			const other = await tokenOf("second");
			await mergeVisitors(db, { fromUserId: "second", toUserId: "ada" });
			expect([await findFeedOwner(db, other), await tokenOf("ada")]).toEqual([null, token]);
		});
	});
});
