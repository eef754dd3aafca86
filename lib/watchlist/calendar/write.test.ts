import { describe, expect, it, vi } from "vitest";
import { deriveGuid } from "@/lib/schedule/identity";
import { toExportedTalks } from "@/lib/schedule/published/exported-talks";
import { calendarTalk } from "@/lib/testing/calendar-talk";
import { toEvents } from "./write";

const BASE = "https://shelf.example";
const GUID = "9c3ebb8c-7716-5130-b9fe-ff8544f56360";

const toEvent = (overrides: Parameters<typeof calendarTalk>[0]) => toEvents([calendarTalk(overrides)], BASE)[0];

describe("a talk in a calendar", () => {
	it("has all that one needs to go there, and to come back here", () => {
		expect(
			toEvent({
				...{ id: 7, guid: GUID, key: `guid:${GUID}`, slug: "tide-tables", title: "Tide tables", subtitle: "A file" },
				...{ revisions: 3, track: "Data, old", room: "H.1302", speakers: ["Ada", "Bo"], topics: ["Water", "Text"] },
				abstract: "About *one* [file](https://files.example).\n\n- old\n- big",
				url: "https://conf.example/tide",
				recordings: [{ url: "https://video.example/tide.webm", title: "Video" }],
				conference: { slug: "fosdem-2026", title: "FOSDEM 2026", venue: "ULB", city: "Brussels" },
			}),
		).toEqual({
			uid: GUID,
			changedAt: new Date("2026-01-02T03:04:05Z"),
			sequence: 3,
			start: new Date("2026-01-31T09:00:00Z"),
			duration: 30,
			timeZone: "Europe/Brussels",
			title: "Tide tables",
			description: [
				"A file\n\nAda, Bo\n\nAbout one file (https://files.example).\n\n• old\n• big\n",
				"FOSDEM 2026",
				`Your marks and notes: ${BASE}/conferences/fosdem-2026/talks/tide-tables`,
				"At the conference: https://conf.example/tide",
				"Recording: https://video.example/tide.webm",
			].join("\n"),
			location: "H.1302, ULB, Brussels",
			categories: ["Must-see", "Data, old", "Water", "Text"],
			url: `${BASE}/conferences/fosdem-2026/talks/tide-tables`,
			isCancelled: false,
		});
	});

	it("is cancelled where the schedule says so or has it no more, and says which in words", () => {
		const summarize = (event: ReturnType<typeof toEvent>) => [event?.isCancelled, event?.description.split("\n")[0]];
		expect(summarize(toEvent({ isCancelled: true }))).toEqual([true, "This talk is cancelled."]);
		expect(summarize(toEvent({ isWithdrawn: true }))).toEqual([true, "This talk is no longer in the schedule."]);
		expect(summarize(toEvent({}))).toEqual([false, "Conf"]);
	});

	it("is left out alone where it cannot be written", () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => {});
		const talks = [calendarTalk({ id: 1, changedAt: new Date(0) }), calendarTalk({ id: 2, slug: "\uD800" })];
		expect(toEvents(talks, BASE).map(({ title }) => title)).toEqual(["Talk 1"]);
		expect(logged).toHaveBeenCalledOnce();
		logged.mockRestore();
	});

	it("is told on its own conference's clocks, in the order of time", () => {
		const talks = [
			calendarTalk({ id: 1, start: new Date("2026-02-01T09:00:00Z") }),
			calendarTalk({ id: 2, start: new Date("2025-05-01T09:00:00Z"), conference: { timeZone: "Asia/Tokyo" } }),
		];
		expect(toEvents(talks, BASE).map(({ title, timeZone }) => [title, timeZone])).toEqual([
			["Talk 2", "Asia/Tokyo"],
			["Talk 1", "Europe/Brussels"],
		]);
		expect(toEvents(talks.toReversed(), BASE)).toEqual(toEvents(talks, BASE));
	});
});

describe("its UID", () => {
	it("is that of the conference's own calendar, whatever tells the talk apart there", () => {
		const keys = [
			{ key: `guid:${GUID}`, guid: GUID },
			{ key: `guid:${GUID}@2026-01-31T09:00:00.000Z@hall`, guid: GUID },
			{ key: "guid:not-a-uuid", guid: "not-a-uuid" },
			{ key: "id:7@2026-01-31T09:00:00.000Z@hall", guid: null },
			{ key: "hash:abc", guid: null },
		];
		const talks = keys.map((key, index) => calendarTalk({ id: index + 1, ...key, conference: { slug: "conf-2026" } }));
		const own = toExportedTalks({
			conference: { slug: "conf-2026" },
			talks: keys.map((key) => ({ ...key })),
		} as unknown as Parameters<typeof toExportedTalks>[0]);
		expect(toEvents(talks, BASE).map(({ uid }) => uid)).toEqual(own.map(({ exportedGuid: uid }) => uid));
	});

	it("is no other's where a schedule was brought in twice", () => {
		const twice = ["first", "second"].map((slug, index) =>
			calendarTalk({
				id: index + 1,
				key: `guid:${GUID}`,
				guid: index === 0 ? GUID : GUID.toUpperCase(),
				conference: { slug },
			}),
		);
		expect(toEvents(twice, BASE).map(({ uid }) => uid)).toEqual([GUID, deriveGuid("second", `guid:${GUID}`)]);
	});
});
