import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it, vi } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import type { Calendar, CalendarEvent } from "./write-calendar";
import { writeCalendar } from "./write-calendar";

const GENERATOR = { name: "Talkshelf", version: "1.2.3" } as const;

const event: CalendarEvent = {
	uid: "9c3ebb8c-7716-5130-b9fe-ff8544f56360",
	changedAt: new Date("2026-01-02T03:04:05Z"),
	sequence: 2,
	start: new Date("2026-10-24T08:00:00Z"),
	duration: 50,
	timeZone: "Europe/Brussels",
	title: "One; two, three",
	description: "A text.\n\nAnd more.",
	location: "The hall, Old harbour",
	categories: ["Must-see", "Go, and more"],
	url: "https://shelf.example/conferences/a/talks/b",
	isCancelled: false,
};
const calendar = (events: readonly CalendarEvent[], also: Partial<Calendar> = {}): Calendar => ({
	...{ name: "Mine", timeZone: null, url: null, refreshHours: 1, events },
	...also,
});
const write = (events: readonly CalendarEvent[]) => writeCalendar(calendar(events), GENERATOR);
const lines = (text: string, name: string) => text.split("\r\n").filter((line) => line.startsWith(name));

describe("a calendar", () => {
	it("says when to ask again, and of each event how often it was revised, letter for letter", () => {
		expect(write([event]).split("\r\n")).toEqual([
			"BEGIN:VCALENDAR",
			"PRODID:-//Talkshelf//Talkshelf 1.2.3//EN",
			"VERSION:2.0",
			"CALSCALE:GREGORIAN",
			"METHOD:PUBLISH",
			"NAME:Mine",
			"X-WR-CALNAME:Mine",
			"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
			"X-PUBLISHED-TTL:PT1H",
			"BEGIN:VTIMEZONE",
			"TZID:Europe/Brussels",
			"BEGIN:DAYLIGHT",
			"DTSTART:20260329T020000",
			"TZOFFSETFROM:+0100",
			"TZOFFSETTO:+0200",
			"TZNAME:CEST",
			"END:DAYLIGHT",
			"END:VTIMEZONE",
			"BEGIN:VEVENT",
			"UID:9c3ebb8c-7716-5130-b9fe-ff8544f56360",
			"DTSTAMP:20260102T030405Z",
			"LAST-MODIFIED:20260102T030405Z",
			"SEQUENCE:2",
			"DTSTART;TZID=Europe/Brussels:20261024T100000",
			"DTEND;TZID=Europe/Brussels:20261024T105000",
			"SUMMARY:One\\; two\\, three",
			"DESCRIPTION:A text.\\n\\nAnd more.",
			"LOCATION:The hall\\, Old harbour",
			"CATEGORIES:Must-see,Go\\, and more",
			"URL:https://shelf.example/conferences/a/talks/b",
			"STATUS:CONFIRMED",
			"END:VEVENT",
			"END:VCALENDAR",
			"",
		]);
	});

	it("explains each zone once, before the events, from the first event in it to the end of the last", () => {
		const at = (start: string, timeZone: string) => ({ ...event, start: new Date(start), timeZone });
		const text = write([
			at("2024-02-03T09:00:00Z", "Europe/Brussels"),
			at("2025-07-01T14:00:00Z", "America/New_York"),
			at("2026-01-31T09:00:00Z", "Europe/Brussels"),
			at("2026-08-01T09:00:00Z", "UTC"),
		]);
		expect(lines(text, "TZID:")).toEqual(["TZID:America/New_York", "TZID:Europe/Brussels"]);
		expect(lines(text, "DTSTART;").concat(lines(text, "DTSTART:2026080"))).toEqual([
			"DTSTART;TZID=Europe/Brussels:20240203T100000",
			"DTSTART;TZID=America/New_York:20250701T100000",
			"DTSTART;TZID=Europe/Brussels:20260131T100000",
			"DTSTART:20260801T090000Z",
		]);
		expect(lines(text, "TZOFFSETTO:")).toEqual(
			["-0400", "+0100", "+0200", "+0100", "+0200", "+0100"].map((to) => `TZOFFSETTO:${to}`),
		);
		expect(text.lastIndexOf("END:VTIMEZONE")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
	});

	// Those that the platform lists, and the old names of the database (its file "backward" and three of its oldest).
	const ZONES = [...Intl.supportedValuesOf("timeZone"), "EST", "MST", "HST", "EST5EDT", "Asia/Calcutta", "US/Pacific"];

	/** The events' instants as a reader has them who knows no zones but those that the calendar explains. */
	function instants(text: string): (number | undefined)[] {
		const read = new ICAL.Component(ICAL.parse(text));
		const zones = read.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
		return read.getAllSubcomponents("vevent").map((vevent) => {
			const property = vevent.getFirstProperty("dtstart");
			const start = property?.getFirstValue();
			if (!(start instanceof ICAL.Time)) return undefined;
			const zone = zones.find(({ tzid }) => tzid === property?.getFirstParameter("tzid"));
			if (zone) start.zone = zone;
			return start.toUnixTime() * 1000;
		});
	}

	it("explains every zone so that the instants come back, also where its only turn was from local mean time", () => {
		const winterAndSummer = [new Date("2026-01-15T09:00:00Z"), new Date("2026-07-15T09:00:00Z")];
		const polar = [new Date("1970-01-15T09:00:00Z"), new Date("1977-01-15T09:00:00Z")];
		for (const [timeZone, dates] of [
			...ZONES.map((timeZone) => [timeZone, winterAndSummer] as const),
			["Antarctica/Rothera", polar] as const,
		]) {
			const events = dates.map((start) => ({ ...event, start, timeZone }));
			expect([timeZone, instants(write(events))]).toEqual([timeZone, dates.map((date) => date.getTime())]);
		}
		const from1970 = {
			min: new Date("1970-01-01T00:00:00Z"),
			max: new Date("2040-12-31T00:00:00Z"),
			noInvalidDate: true,
		};
		const start = fc.date(from1970).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), fc.array(start, { minLength: 1, maxLength: 3 }), (timeZone, starts) => {
				const text = write(starts.map((start) => ({ ...event, start, timeZone })));
				expect(instants(text)).toEqual(starts.map((start) => start.getTime()));
				for (const line of lines(text, "TZOFFSET")) expect(line).toMatch(/^TZOFFSET(?:FROM|TO):[+-]\d{4}(?:\d\d)?$/);
			}),
			{ numRuns: 60 },
		);
	});

	it("tells a zone whose clocks were turned once by that turn, seconds and all", () => {
		const text = write([{ ...event, start: new Date("2026-05-01T03:00:00Z"), timeZone: "Asia/Bangkok" }]);
		expect(text.split("\r\n").slice(9, 17)).toEqual([
			"BEGIN:VTIMEZONE",
			"TZID:Asia/Bangkok",
			"BEGIN:STANDARD",
			"DTSTART:19200401T000000",
			"TZOFFSETFROM:+064204",
			"TZOFFSETTO:+0700",
			"TZNAME:GMT+7",
			"END:STANDARD",
		]);
		expect(lines(text, "DTSTART;")).toEqual(["DTSTART;TZID=Asia/Bangkok:20260501T100000"]);
	});

	it("leaves out an event that cannot be written, and no other; one in a zone that is none is told in UTC", () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => {});
		const broken = { ...event, uid: "broken", start: new Date(Number.NaN), timeZone: "Asia/Tokyo" };
		const zoneless = { ...event, uid: "zoneless", timeZone: "IST" };
		const text = write([event, broken, zoneless]);
		expect(lines(text, "UID:")).toEqual([`UID:${event.uid}`, "UID:zoneless"]);
		expect(lines(text, "TZID:")).toEqual(["TZID:Europe/Brussels"]);
		expect(lines(text, "DTSTART:20261024")).toEqual(["DTSTART:20261024T080000Z"]);
		expect(logged).toHaveBeenCalledOnce();
		logged.mockRestore();
	});

	it("is one of no events where there are none, and says nothing of what it does not know", () => {
		const text = writeCalendar(calendar([], { refreshHours: undefined }), GENERATOR);
		expect(text).not.toMatch(/VEVENT|VTIMEZONE|REFRESH-INTERVAL|X-PUBLISHED-TTL|X-WR-TIMEZONE|^URL/m);
		const { sequence: _, ...bare } = {
			...event,
			duration: 0,
			description: "",
			location: "",
			categories: ["", " "],
			url: null,
		};
		expect(write([bare])).not.toMatch(/^(?:SEQUENCE|DTEND|DESCRIPTION|LOCATION|URL)/m);
	});

	it("keeps every hostile text to itself, in lines of 75 octets at most, and gives the same bytes again", () => {
		const hostile = fc.oneof(
			fc.string({ unit: "binary", maxLength: 200 }),
			fc.constantFrom(
				"\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged",
				"a\nSTATUS:CANCELLED",
				"\\n\\,\\;\\\\",
				'"; X=1:',
				"🦑".repeat(90),
				"\u2028\u0085\u0007,;:\\",
			),
		);
		// What cannot be in a file at all is left out; a title and a place are one line, and what is around them is not theirs.
		const kept = (given: string) => given.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]|[\p{Cs}\uFFFE\uFFFF]/gu, "");
		const line = (given: string) => kept(given).replace(/[\n\t]+/g, " ");
		const given = fc.record({ title: hostile, description: hostile, place: hostile, category: hostile, name: hostile });
		fc.assert(
			fc.property(given, ({ title, description, place, category, name }) => {
				const events = [{ ...event, title, description, location: place, categories: ["Must-see", category] }];
				const text = writeCalendar(calendar(events, { name }), GENERATOR);
				expect(writeCalendar(calendar(events, { name }), GENERATOR)).toBe(text);
				for (const each of text.split("\r\n")) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
				const read = new ICAL.Component(ICAL.parse(text));
				const [only, ...others] = read.getAllSubcomponents("vevent");
				expect(others).toEqual([]);
				const value = (property: string) => only?.getFirstPropertyValue(property) ?? "";
				expect({
					name: read.getFirstPropertyValue("x-wr-calname") ?? "",
					uid: value("uid"),
					title: value("summary"),
					description: value("description"),
					place: value("location"),
					categories: only?.getFirstProperty("categories")?.getValues(),
					status: value("status"),
				}).toEqual({
					name: line(name),
					uid: event.uid,
					title: line(title),
					description: kept(description).trim(),
					place: line(place),
					categories: ["Must-see", line(category)].filter((each) => each !== ""),
					status: "CONFIRMED",
				});
			}),
			runs(300),
		);
	});
});
