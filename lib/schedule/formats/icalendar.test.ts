import { describe, expect, it } from "vitest";
import { readSchedule } from "../formats";

/** A calendar of one event; lines end as RFC 5545 has them, or as `end` says. */
function calendar(event: string, { head = "", end = "\r\n" } = {}): string {
	const lines = `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//conf//EN\n${head}BEGIN:VEVENT\nUID:1@conf\n${event}\nEND:VEVENT\nEND:VCALENDAR\n`;
	return lines.replaceAll("\n", end);
}

async function read(event: string, options: Parameters<typeof calendar>[1] = {}) {
	const { schedule, warnings } = await readSchedule(calendar(event, options), "https://conf.example/conf-2026.ics");
	return { ...schedule, talk: schedule.talks[0], names: schedule.speakers.map(({ name }) => name), warnings };
}

const TIME = "DTSTART:20260131T090000Z\nDTEND:20260131T093000Z";

describe("iCalendar", () => {
	it("is read with folded lines, escapes, odd parameters and line ends", async () => {
		const event = `SUMMARY;CHARSET=UTF-8;LANGUAGE=de-AT:Über\\, das Ge\n heimnis\\; oder\\nnicht
DTSTART;TZID=Europe/Berlin:20260131T100000\nDTEND;TZID=Europe/Berlin:20260131T103000
LOCATION;CHARSET=UTF-8:Großer Saal\nCATEGORIES:Web,Other\nSTATUS:CANCELLED\nURL:https://conf.example/1
DESCRIPTION:One\\nby: Ann One and Bob Two\\n<p>A <b>text</b></p>\nATTACH;FILENAME=Slides:https://conf.example/1.pdf`;
		for (const end of ["\n", "\r\n", "\r\r\n"]) {
			const { talk, names, conference, tracks, rooms, warnings } = await read(event, { end });
			expect(talk).toMatchObject({
				key: "guid:1@conf",
				title: "Über, das Geheimnis; oder nicht",
				language: "de-AT",
				start: new Date("2026-01-31T09:00:00Z"),
				duration: 30,
				isCancelled: true,
				willBeRecorded: null,
				url: "https://conf.example/1",
				abstract: { markup: "html", text: "One\n<p>A <b>text</b></p>" },
				links: [{ kind: "SLIDES", url: "https://conf.example/1.pdf", title: "Slides" }],
			});
			expect([names, tracks, rooms]).toEqual([
				["Ann One", "Bob Two"],
				[{ slug: "web", name: "Web" }],
				[{ slug: "grosser-saal", name: "Großer Saal" }],
			]);
			expect([conference.title, conference.timeZone, warnings]).toEqual(["conf 2026", "Europe/Berlin", []]);
		}
	});

	it("tells the time in UTC, without a zone, by a zone of its own, and of whole days", async () => {
		const named = { head: "X-WR-CALNAME:Conf\nX-WR-TIMEZONE:Europe/Brussels\n" };
		const zone = `BEGIN:VTIMEZONE\nTZID:Our zone\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100
TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n`;
		const starts = [
			await read(`SUMMARY:A\n${TIME}`, named),
			await read("SUMMARY:A\nDTSTART:20260131T100000\nDURATION:PT30M", named),
			await read("SUMMARY:A\nDTSTART;TZID=/vendor/2026/Europe/Brussels:20260131T100000\nDURATION:PT30M", named),
			await read("SUMMARY:A\nDTSTART;TZID=Our zone:20260131T100000\nDTEND;TZID=Our zone:20260131T103000", {
				head: `${named.head}${zone}`,
			}),
		];
		for (const { talk, conference } of starts) {
			expect([talk?.start, talk?.duration]).toEqual([new Date("2026-01-31T09:00:00Z"), 30]);
			expect([conference.title, conference.timeZone]).toEqual(["Conf", "Europe/Brussels"]);
		}
		const { talk } = await read("SUMMARY:A\nDTSTART;VALUE=DATE:20260131\nDTEND;VALUE=DATE:20260202", named);
		expect([talk?.day, talk?.start, talk?.duration]).toEqual(["2026-01-31", new Date("2026-01-30T23:00:00Z"), 2880]);
	});

	it("knows the zones of Outlook, and the conference's by them", async () => {
		const event = 'SUMMARY:A\nDTSTART;TZID="W. Europe Standard Time":20260131T100000\nDURATION:PT30M';
		const { talk, conference, warnings } = await read(event);
		expect([talk?.start, conference.timeZone, warnings]).toEqual([
			new Date("2026-01-31T09:00:00Z"),
			"Europe/Berlin",
			[],
		]);
	});

	it("says where it takes a time for one of the conference's zone", async () => {
		const odd = "SUMMARY:A\nDTSTART;TZID=Somewhere Standard Time:20260131T100000\nDURATION:PT30M";
		const { talk, warnings } = await read(odd, { head: "X-WR-TIMEZONE:Europe/Berlin\n" });
		expect(talk?.start).toEqual(new Date("2026-01-31T09:00:00Z"));
		expect(warnings).toEqual([
			'The calendar does not define "Somewhere Standard Time"; times in it are taken for those of the conference\'s zone.',
		]);
	});

	it("finds the speakers among those who attend, in the title of pretalx, or in the text", async () => {
		const attending = `ATTENDEE;CN="Ann One";CUTYPE=INDIVIDUAL:invalid:nomail\nATTENDEE;CUTYPE=ROOM;CN=Hall:invalid:nomail`;
		expect((await read(`SUMMARY:A\n${TIME}\n${attending}\nDESCRIPTION:von: Ann One\\n\\nText`)).names).toEqual([
			"Ann One",
		]);
		const file = calendar(`SUMMARY:Go - fast - Ann One\\, Bob Two\n${TIME}`).replace(
			"-//conf//EN",
			"-//pretalx//conf//",
		);
		const { schedule } = await readSchedule(file);
		expect([schedule.talks[0]?.title, schedule.speakers.map(({ name }) => name)]).toEqual([
			"Go - fast",
			["Ann One", "Bob Two"],
		]);
		const lines = ["Speaker: Ann One", "Vortragende: Ann One", "Text\\nPresented by: Ann One", "by: Ann One"];
		for (const line of lines)
			expect((await read(`SUMMARY:A\n${TIME}\nDESCRIPTION:${line}`)).names).toEqual(["Ann One"]);
		expect((await read(`SUMMARY:A\n${TIME}\nDESCRIPTION:Held by nobody. With: care`)).names).toEqual([]);
	});

	it("takes a title of pretalx without speakers whole", async () => {
		for (const [summary, title] of [
			["Go - ", "Go"],
			["Go - fast - ", "Go - fast"],
		] as const) {
			const file = calendar(`SUMMARY:${summary}\n${TIME}`).replace("-//conf//EN", "-//pretalx//conf//");
			const { schedule } = await readSchedule(file);
			expect([schedule.talks[0]?.title, schedule.speakers]).toEqual([title, []]);
		}
	});

	it("names nobody by an address, and leaves a title before a name whole", async () => {
		const invited = `ATTENDEE;CUTYPE=INDIVIDUAL;CN=ann@conf.example;X-NUM-GUESTS=0:mailto:ann@conf.example`;
		expect((await read(`SUMMARY:A\n${TIME}\n${invited}`)).names).toEqual([]);
		const { names } = await read(`SUMMARY:A\n${TIME}\nDESCRIPTION:Speaker: A/Prof Ann One / Bob Two`);
		expect(names).toEqual(["A/Prof Ann One", "Bob Two"]);
	});

	it("says which events are repeated, of which it takes the first", async () => {
		const alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Soon\nTRIGGER:-PT10M\nEND:VALARM";
		const { talk, warnings } = await read(`SUMMARY:Breakfast\n${TIME}\nRRULE:FREQ=DAILY;COUNT=3\n${alarm}`, {
			head: "X-WR-TIMEZONE:Europe/Brussels\n",
		});
		expect([talk?.title, talk?.start]).toEqual(["Breakfast", new Date("2026-01-31T09:00:00Z")]);
		expect(warnings).toEqual(['The calendar repeats "Breakfast"; only the first time of each is taken.']);
	});

	it("reads several calendars in one file", async () => {
		const other = calendar(`SUMMARY:B\n${TIME}`).replace("UID:1@conf", "UID:2@conf");
		const { schedule } = await readSchedule(calendar(`SUMMARY:A\n${TIME}`) + other);
		expect(schedule.talks.map(({ title }) => title)).toEqual(["A", "B"]);
	});

	it("prefers the description in HTML", async () => {
		const alternative = "X-ALT-DESC;FMTTYPE=text/html:<p>In <i>HTML</i></p>\nDESCRIPTION:Plain";
		expect((await read(`SUMMARY:A\n${TIME}\n${alternative}`)).talk?.abstract).toEqual({
			markup: "html",
			text: "<p>In <i>HTML</i></p>",
		});
	});

	it("leaves out an event that cannot be read, and names it", async () => {
		const events = `SUMMARY:Good\n${TIME}\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Broken\nDTSTART;=:\nno colon here\nEND:VEVENT
BEGIN:VEVENT\nUID:3\nSUMMARY:Timeless`;
		const { schedule, warnings } = await readSchedule(calendar(events));
		expect(schedule.talks.map(({ title }) => title)).toEqual(["Good"]);
		expect(warnings).toEqual([
			'"Broken" is left out: it is not well formed.',
			"The schedule names no time zone; its times are shown in UTC.",
			'"Timeless" is left out: when it begins cannot be read.',
		]);
	});

	it("refuses a calendar that is cut off or empty", async () => {
		const whole = calendar(`SUMMARY:A\n${TIME}`);
		await expect(readSchedule(whole.slice(0, -20))).rejects.toThrow("The calendar is cut off.");
		await expect(readSchedule("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")).rejects.toThrow("holds no talks");
	});
});
