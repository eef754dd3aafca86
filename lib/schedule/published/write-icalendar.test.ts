import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { anyPublished, GENERATOR } from "@/lib/testing/any-published";
import { runs } from "@/lib/testing/property-runs";
import { toExportedTalks } from "./exported-talks";
import type { PublishedSchedule, PublishedTalk } from "./types";
import { writeICalendar } from "./write-icalendar";

const write = (schedule: PublishedSchedule) => writeICalendar(schedule, GENERATOR);

const talk: PublishedTalk = {
	...{ key: "guid:9c3ebb8c-7716-5130-b9fe-ff8544f56360", guid: "9c3ebb8c-7716-5130-b9fe-ff8544f56360", slug: "one" },
	...{ title: "One; two, three\u0007 \\ four", subtitle: "", type: "", language: "en", day: "2026-10-24" },
	...{ start: new Date("2026-10-24T08:00:00Z"), duration: 50, track: "go", room: "hall", isCancelled: false },
	willBeRecorded: null,
	...{ abstract: "A *text*.\n\nAnd more.", description: "", url: "https://conf.example/one?a=b,c;d", links: [] },
	speakers: ["id:1", "id:2"],
	updatedAt: new Date("2026-01-02T03:04:05Z"),
};
const schedule: PublishedSchedule = {
	conference: {
		...{ slug: "conf-2026", title: "Conf 2026", subtitle: "", version: "1", venue: "", city: "", url: null },
		...{ timeZone: "Europe/Brussels", startDate: "2026-10-24", endDate: "2026-10-25", dayChange: 0 },
	},
	tracks: [{ slug: "go", name: "Go, and more" }],
	rooms: [{ slug: "hall", name: "The hall" }],
	speakers: [
		{ key: "id:1", slug: "ada", name: "Ada", biography: "" },
		{ key: "id:2", slug: "bo", name: "Bo", biography: "" },
	],
	talks: [talk],
};
const withTalks = (...talks: Partial<PublishedTalk>[]) => ({
	...schedule,
	talks: talks.map((given, index) => ({ ...talk, guid: null, key: `hash:${index}`, ...given })),
});

function read(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text));
	const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
	const events = calendar.getAllSubcomponents("vevent").map((component) => {
		const moment = (name: string) => {
			const value = component.getFirstPropertyValue(name);
			if (!(value instanceof ICAL.Time)) return null;
			const tzid = component.getFirstProperty(name)?.getFirstParameter("tzid");
			const zone = zones.find((one) => one.tzid === tzid);
			if (tzid && !zone) throw new Error(`There is no ${tzid}.`);
			if (zone) value.zone = zone;
			return value.toJSDate();
		};
		return { component, start: moment("dtstart"), end: moment("dtend") };
	});
	return { calendar, zones, events };
}

it("writes a talk, letter for letter", () => {
	expect(write(schedule).split("\r\n")).toEqual([
		"BEGIN:VCALENDAR",
		"PRODID:-//Talkshelf//Talkshelf 1.2.3//EN",
		"VERSION:2.0",
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		"NAME:Conf 2026",
		"X-WR-CALNAME:Conf 2026",
		"X-WR-TIMEZONE:Europe/Brussels",
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
		"DTSTART;TZID=Europe/Brussels:20261024T100000",
		"DTEND;TZID=Europe/Brussels:20261024T105000",
		"SUMMARY:One\\; two\\, three \\\\ four",
		"DESCRIPTION:Ada\\, Bo\\n\\nA *text*.\\n\\nAnd more.",
		"LOCATION:The hall",
		"CATEGORIES:Go\\, and more",
		"URL:https://conf.example/one?a=b,c;d",
		"STATUS:CONFIRMED",
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	]);
});

it("tells both offsets of a night in which the clocks are turned, and the hour that comes twice", () => {
	const times = ["2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"];
	const text = write(withTalks(...times.map((start) => ({ start: new Date(start), duration: 0 }))));
	expect(text.match(/^(?:DTSTART|TZOFFSETTO).*$/gm)).toEqual([
		"DTSTART:20260329T020000",
		"TZOFFSETTO:+0200",
		"DTSTART:20261025T030000",
		"TZOFFSETTO:+0100",
		"DTSTART;TZID=Europe/Brussels:20261025T013000",
		"DTSTART:20261025T003000Z",
		"DTSTART:20261025T013000Z",
		"DTSTART;TZID=Europe/Brussels:20261025T033000",
	]);
	expect(read(text).events.map(({ start }) => start?.toISOString())).toEqual(
		times.map((time) => time.replace("Z", ".000Z")),
	);
	expect(text).not.toContain("DTEND");
});

it("needs no zone for UTC, and one without turns for a zone that has none", () => {
	const inZone = (timeZone: string) => write({ ...schedule, conference: { ...schedule.conference, timeZone } });
	expect(inZone("UTC")).toMatch(/^DTSTART:20261024T080000Z\r$/m);
	expect(inZone("UTC")).not.toContain("VTIMEZONE");
	const { zones, events } = read(inZone("Etc/GMT-1"));
	expect([zones.map(({ tzid }) => tzid), events[0]?.start]).toEqual([["Etc/GMT-1"], talk.start]);
});

it("says that a talk is cancelled, and nothing that there is not", () => {
	const bare = { isCancelled: true, abstract: "", speakers: [], track: null, room: null, url: null };
	const text = write(withTalks(bare));
	expect(text).toContain("\r\nSTATUS:CANCELLED\r\n");
	expect(text).not.toMatch(/^(?:LOCATION|CATEGORIES|DESCRIPTION|URL)/m);
});

it("is a calendar of no talks where there are none", () => {
	expect(read(write(withTalks())).events).toEqual([]);
});

describe("any schedule", () => {
	it("is read back by another's reader as it was, in lines of 75 octets at most", () => {
		fc.assert(
			fc.property(anyPublished, (given) => {
				const text = write(given);
				expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
				for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(
					read(text).events.map(({ component, start, end }) => ({
						uid: component.getFirstPropertyValue("uid"),
						title: component.getFirstPropertyValue("summary"),
						status: component.getFirstPropertyValue("status"),
						room: component.getFirstPropertyValue("location"),
						...{ start, end },
					})),
				).toEqual(
					toExportedTalks(given).map(({ exportedGuid, title, isCancelled, room, start, duration }) => ({
						uid: exportedGuid,
						title,
						status: isCancelled ? "CANCELLED" : "CONFIRMED",
						room: given.rooms.find(({ slug }) => slug === room)?.name ?? null,
						start,
						end: duration === 0 ? null : new Date(start.getTime() + duration * 60_000),
					})),
				);
			}),
			runs(150),
		);
	});
});
