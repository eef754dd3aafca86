import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySchedule } from "@/lib/testing/any-schedule";
import { diffSchedules, isUnchanged } from "./diff";
import { type StoredTalk, toStoredSchedule } from "./stored";
import type { Schedule, ScheduleTalk } from "./types";

const text = (words: string) => ({ markup: "html", text: words }) as const;

const talk: ScheduleTalk = {
	key: "guid:1",
	guid: "1",
	slug: "one",
	title: "One",
	subtitle: "",
	type: "devroom",
	language: "en",
	day: "2026-01-31",
	start: new Date("2026-01-31T09:00:00Z"),
	duration: 30,
	track: "go",
	room: "a",
	url: null,
	isCancelled: false,
	willBeRecorded: null,
	abstract: text("<p>a</p>"),
	description: text(""),
	speakers: ["id:1"],
	links: [{ kind: "SLIDES", url: "https://x.example/s.pdf", title: "Slides" }],
};
const schedule: Schedule = {
	conference: {
		slug: "c",
		title: "C",
		subtitle: "",
		timeZone: "Europe/Brussels",
		startDate: "2026-01-31",
		endDate: "2026-02-01",
		dayChange: 0,
		venue: "",
		city: "",
		url: null,
		version: "1",
	},
	tracks: [{ slug: "go", name: "Go" }],
	rooms: [{ slug: "a", name: "A" }],
	speakers: [{ key: "id:1", slug: "ann", name: "Ann", biography: text("<p>b</p>") }],
	talks: [talk],
};
const stored = toStoredSchedule(schedule, "x");
const [storedTalk] = stored.talks as [StoredTalk];
const withTalks = (...talks: ScheduleTalk[]) => diffSchedules(stored, { ...schedule, talks }, "x").talks;
const NONE = { added: [], changed: [], returned: [], withdrawn: [], unchanged: [], displaced: [] };

describe("diffSchedules", () => {
	it("finds nothing between a schedule and itself", () => {
		fc.assert(
			fc.property(anySchedule, (any) => {
				const changes = diffSchedules(toStoredSchedule(any, "x"), structuredClone(any), "x");
				expect(isUnchanged(changes)).toBe(true);
				expect(changes.talks.unchanged).toHaveLength(any.talks.length);
			}),
		);
	});

	it("puts every talk, incoming or stored, in one group", () => {
		fc.assert(
			fc.property(anySchedule, anySchedule, (before, after) => {
				const { added, changed, unchanged, withdrawn } = diffSchedules(toStoredSchedule(before, "x"), after, "x").talks;
				const kept = [...changed.map(({ stored }) => stored), ...unchanged];
				const taken = [...added, ...changed.map(({ incoming }) => incoming), ...unchanged];
				expect(slugs(taken)).toEqual(slugs(after.talks));
				expect(keys([...kept, ...withdrawn])).toEqual(keys(before.talks));
			}),
		);
	});

	it("names every field that changed", () => {
		const others: Partial<ScheduleTalk> = {
			guid: null,
			slug: "two",
			title: "Two",
			subtitle: "s",
			type: "",
			language: "nl",
			day: "2026-02-01",
			start: new Date(0),
			duration: 31,
			track: null,
			room: null,
			url: "https://x.example/",
			willBeRecorded: false,
			abstract: text("<p>c</p>"),
			description: text("d"),
			speakers: [],
			links: [],
		};
		const fields = Object.keys(others) as (keyof ScheduleTalk)[];
		const found = fields.map((field) =>
			withTalks({ ...talk, [field]: others[field] }).changed.map((one) => [...one.fields]),
		);
		expect(found).toEqual(fields.map((field) => [[field]]));
	});

	it("sees a link's kind, title and order, speakers' order, and a text that is written in other markup", () => {
		const second = { kind: "OTHER", url: "https://x.example/", title: "" } as const;
		const [first] = talk.links as [(typeof talk.links)[0]];
		const links = [[{ ...first, kind: "OTHER" } as const], [{ ...first, title: "S" }], [second, first]];
		for (const changed of links)
			expect(withTalks({ ...talk, links: changed }).changed[0]?.fields).toEqual(new Set(["links"]));
		const twice = { ...schedule, talks: [{ ...talk, speakers: ["a", "b"] }] };
		const turned = diffSchedules(
			toStoredSchedule(twice, "x"),
			{ ...schedule, talks: [{ ...talk, speakers: ["b", "a"] }] },
			"x",
		);
		expect(turned.talks.changed[0]?.fields).toEqual(new Set(["speakers"]));
		const markdown = { ...talk, abstract: { markup: "markdown", text: talk.abstract.text } as const };
		expect(withTalks(markdown).changed[0]?.fields).toEqual(new Set(["abstract"]));
	});

	it("withdraws a talk once, lets it return, and keeps what it needs", () => {
		const other: Schedule = {
			...schedule,
			tracks: [],
			rooms: [],
			speakers: [],
			talks: [{ ...talk, key: "guid:2", guid: "2", slug: "x", track: null, room: null, speakers: [] }],
		};
		const gone = diffSchedules(stored, other, "x");
		expect(gone.talks).toEqual({ ...NONE, added: other.talks, withdrawn: [storedTalk] });
		expect([gone.tracks.removed, gone.rooms.removed, gone.speakers.removed]).toEqual([[], [], []]);

		const withdrawn = { ...stored, talks: [{ ...storedTalk, isWithdrawn: true }] };
		const empty = { ...schedule, tracks: [], rooms: [], speakers: [], talks: [] };
		expect(isUnchanged(diffSchedules(withdrawn, empty, "x"))).toBe(true);
		const back = diffSchedules(withdrawn, schedule, "x");
		expect(back.talks).toEqual({
			...NONE,
			returned: [{ stored: withdrawn.talks[0], incoming: talk, fields: new Set() }],
		});
		expect(isUnchanged(back)).toBe(false);
	});

	it("gives the slug of a withdrawn talk and of its speaker to who has it now", () => {
		const incoming: Schedule = {
			...schedule,
			speakers: [{ ...(schedule.speakers[0] as Schedule["speakers"][0]), key: "id:2" }],
			talks: [{ ...talk, key: "guid:2", guid: "2", speakers: ["id:2"] }],
		};
		const { talks, speakers } = diffSchedules(stored, incoming, "x");
		expect(talks.displaced).toEqual([{ stored: storedTalk, slug: "one-withdrawn" }]);
		expect(speakers.displaced).toEqual([{ stored: stored.speakers[0], slug: "ann-withdrawn" }]);
	});

	it("keeps the track, room, speaker and slug of a talk that was added by hand", () => {
		const manual = { ...stored, talks: [{ ...storedTalk, isByHand: true }] };
		const none: Schedule = { ...schedule, tracks: [], rooms: [], speakers: [], talks: [] };
		expect(isUnchanged(diffSchedules(manual, none, "x"))).toBe(true);
		const sameSlug = { ...schedule, talks: [{ ...talk, key: "guid:2", guid: "2" }] };
		expect(diffSchedules(manual, sameSlug, "x").talks.displaced).toEqual([
			{ stored: manual.talks[0], slug: expect.any(String) },
		]);
	});

	it("sees places move, change their name, come and go", () => {
		const rooms = [
			{ slug: "b", name: "B" },
			{ slug: "a", name: "Aula" },
		];
		expect(diffSchedules(stored, { ...schedule, rooms }, "x").rooms).toEqual({
			added: [{ slug: "b", name: "B", position: 0 }],
			changed: [{ ...stored.rooms[0], name: "Aula", position: 1 }],
			removed: [],
		});
		const moved = { ...schedule, rooms: [], talks: [{ ...talk, room: null }] };
		expect(diffSchedules(stored, moved, "x").rooms.removed).toEqual(stored.rooms);
	});

	it("sees what changed about the conference and its speakers", () => {
		const [ann] = schedule.speakers as [Schedule["speakers"][0]];
		const incoming = {
			...schedule,
			conference: { ...schedule.conference, version: "2" },
			speakers: [{ ...ann, name: "Anne", biography: text("<p>c</p>") }],
		};
		const changes = diffSchedules(stored, incoming, "y");
		expect(changes.conference).toEqual(new Set(["version", "source"]));
		expect(changes.speakers.changed.map(({ fields }) => fields)).toEqual([new Set(["name", "biography"])]);
		expect(isUnchanged(changes)).toBe(false);
	});
});

const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key).sort();
const slugs = (all: readonly { slug: string }[]) => all.map(({ slug }) => slug).sort();
