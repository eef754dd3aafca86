import { describe, expect, it } from "vitest";
import { readSchedule } from "../formats";
import { ScheduleError } from "../schedule-error";

const read = async (table: string, name = "") => {
	const { schedule, warnings } = await readSchedule(table, name);
	return { ...schedule, warnings };
};

describe("CSV", () => {
	it("is read with what stands before its header", async () => {
		const { conference, talks, speakers, tracks, warnings } = await read(`# title: Big Conf 2026
# time zone: Europe/Brussels
# acronym: big-conf-2026
# conference url: https://conf.example/2026/
title,date,start,duration,room,track,speakers,abstract,recording,slides,links,language,url,id,cancelled,colour
Opening,2026-01-31,9:30,30,Aula,Keynotes,Ann One; Bob Two,<p>Hi</p>,https://conf.example/1.mp4,https://conf.example/1.pdf,https://a.example;https://b.example,en,/talk/1,17,,red
"A ""quoted""
title",31.1.2026,23:30,1:30,Aula,,Ann One,*Markdown*,,,,,,,yes,
`);
		expect(conference).toMatchObject({
			slug: "big-conf-2026",
			title: "Big Conf 2026",
			timeZone: "Europe/Brussels",
			startDate: "2026-01-31",
			url: "https://conf.example/2026/",
		});
		expect(tracks).toEqual([{ slug: "keynotes", name: "Keynotes" }]);
		expect(speakers.map(({ name }) => name)).toEqual(["Ann One", "Bob Two"]);
		expect(talks).toMatchObject([
			{
				key: "id:17@2026-01-31T08:30:00.000Z@aula",
				title: "Opening",
				day: "2026-01-31",
				duration: 30,
				language: "en",
				url: "https://conf.example/talk/1",
				isCancelled: false,
				willBeRecorded: null,
				abstract: { markup: "html", text: "<p>Hi</p>" },
				links: [
					{ kind: "RECORDING", url: "https://conf.example/1.mp4" },
					{ kind: "SLIDES", url: "https://conf.example/1.pdf" },
					{ kind: "OTHER", url: "https://a.example" },
					{ kind: "OTHER", url: "https://b.example" },
				],
			},
			{
				title: 'A "quoted" title',
				start: new Date("2026-01-31T22:30:00Z"),
				duration: 90,
				isCancelled: true,
				willBeRecorded: null,
				abstract: { markup: "markdown", text: "*Markdown*" },
			},
		]);
		expect(warnings).toEqual([]);
	});

	it("takes other separators, names and ways to write a time", async () => {
		const times = [
			`\uFEFFSession Title;Start Time;End_Time;Time Zone\r\nOne;31.1.2026 9:05;31.1.2026 10:00;Europe/Berlin\r\n`,
			"Title\tStart\tEnd\nOne\t2026-01-31T09:05:00+01:00\t2026-01-31T10:00:00+01:00\n",
			"title,date,start,end,timezone\nOne,2026/01/31,9:05,10:00,Europe/Berlin\n",
			"title,date,start,end,tz\nOne,2026-01-31,9:05 AM,10 a.m.,Europe/Berlin\n",
			"title,start,end,tz\nOne,2026-01-31 9:05:00 am,2026-01-31 10:00am,Europe/Berlin\n",
			'"title","start","minutes","tz"\n"One","2026-01-31 09:05","55","Europe/Berlin"',
		];
		for (const table of times) {
			const { talks, conference } = await read(table, "https://conf.example/files/my_conf-2026.csv?raw=1");
			expect(talks).toMatchObject([{ title: "One", start: new Date("2026-01-31T08:05:00Z"), duration: 55 }]);
			expect(conference.title).toBe("my conf 2026");
		}
	});

	it("reads what Sessionize, Sched, pretalx, Google Calendar and Excel export", async () => {
		const tables = [
			`Session Id,Title,Owner,Speakers,Room,Scheduled At,Scheduled Duration\n7,Über,Ann One,"Ann One, Bob Two",Hall,31 Jan 2026 09:05 AM,55\n`,
			`name,event_start,event_end,venue,speakers\nÜber,2026-01-31 09:05,2026-01-31 10:00,Hall,"Ann One, Bob Two"\n`,
			`ID,Proposal title,Speaker names,Room,Start,End\nABC,Über,"Ann One\nBob Two",Hall,2026-01-31T09:05:00+00:00,2026-01-31T10:00:00+00:00\n`,
			`Subject,Start Date,Start Time,End Date,End Time,Location,Speakers\r\nÜber,01/31/2026,9:05 AM,01/31/2026,10:00 AM,Hall,Ann One;Bob Two\r\n`,
			`sep=;\r\nTitel;Datum;Uhrzeit;Raum;Referenten\r\nÜber;31.01.26;9.05 – 10.00 Uhr;Hall;"Ann One\r\nBob Two"\r\n`,
		];
		for (const table of tables) {
			const { talks, rooms, speakers } = await read(table);
			expect(talks).toMatchObject([{ title: "Über", start: new Date("2026-01-31T09:05:00Z"), duration: 55 }]);
			expect([rooms[0]?.name, speakers.map(({ name }) => name)]).toEqual(["Hall", ["Ann One", "Bob Two"]]);
		}
	});

	it("takes no comma within a name for one between names", async () => {
		const { speakers } = await read('title,date,start,speakers\nA,2026-01-31,10:00,"King, Martin Luther"\n');
		expect(speakers.map(({ name }) => name)).toEqual(["King, Martin Luther"]);
	});

	it("tells from the whole table whether the day or the month stands first", async () => {
		const days = async (...dates: string[]) => {
			const { talks } = await read(`title,date,start\n${dates.map((date) => `T,${date},10:00\n`).join("")}`);
			return talks.map(({ day }) => day);
		};
		expect(await days("31/01/2026", "01/02/2026")).toEqual(["2026-01-31", "2026-02-01"]);
		expect(await days("1/31/2026", "2/1/2026")).toEqual(["2026-01-31", "2026-02-01"]);
		await expect(days("01/02/2026")).rejects.toThrow("cannot be read");
		await expect(days("31/01/2026", "1/31/2026")).rejects.toThrow("cannot be read");
	});

	it("ends a talk where its start says when", async () => {
		const ranges = ["10:00 - 10:30", "10:00-10:30", "10:00–10:30", "10:00 AM – 10:30 AM", "10:00 to 10:30"];
		const rows = ranges.map((range, index) => `${index},2026-01-31,${range}\n`).join("");
		const { talks, warnings } = await read(`# time zone: UTC\ntitle,date,time\n${rows}`);
		expect(talks.map(({ start, duration }) => [start.toISOString(), duration])).toEqual(
			ranges.map(() => ["2026-01-31T10:00:00.000Z", 30]),
		);
		expect(warnings).toEqual([]);
	});

	it("is read in Windows-1252 where it is no UTF-8, however the bytes come", async () => {
		const table = "title,date,start,speakers\nÜber,2026-01-31,10:00,Jörg Müller\n";
		const latin1 = Buffer.from(table, "latin1");
		const broken = Buffer.concat([Buffer.from(table), Buffer.of(0xe4)]);
		for (const [bytes, size] of [
			[latin1, latin1.length],
			[latin1, 1],
			[latin1, 27],
			[broken, 7],
		] as const) {
			async function* pieces() {
				for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
			}
			const { schedule } = await readSchedule(pieces());
			expect([schedule.talks[0]?.title, schedule.speakers[0]?.name]).toEqual(["Über", "Jörg Müller"]);
		}
	});

	it("takes noon and midnight in twelve hours for what they are", async () => {
		const { talks } = await read(
			"title,date,start,end,tz\nA,2026-01-31,12:00 PM,1:30 pm,UTC\nB,2026-01-31,12:15 AM,1:00,UTC\n",
		);
		expect(talks.map(({ start, duration }) => [start.toISOString(), duration])).toEqual([
			["2026-01-31T12:00:00.000Z", 90],
			["2026-01-31T00:15:00.000Z", 45],
		]);
	});

	it("ends a talk after midnight that ends before it began", async () => {
		const { talks } = await read("title,date,start,end\nParty,2026-01-31,22:00,1:30\n");
		expect(talks[0]?.duration).toBe(210);
	});

	it("leaves out a line that is no talk, and says which", async () => {
		const { talks, warnings } = await read(
			"title,date,start,timezone\nOne,2026-01-31,10:00,UTC\n,2026-01-31,11:00\nTwo,1/2/2026,x\n",
		);
		expect(talks.map(({ title }) => title)).toEqual(["One"]);
		expect(warnings).toEqual([
			"The event on 2026-01-31 has no title and is left out.",
			'"Two" is left out: when it begins cannot be read from "1/2/2026 x".',
			'"One" has no duration.',
		]);
	});

	it("is not any table, and says what is wrong with a broken one", async () => {
		await expect(read("a,b\n1,2\n")).rejects.toThrow("This is not a schedule in a format that can be read here");
		await expect(read("title,start\n")).rejects.toThrow("The schedule holds no talks.");
		await expect(read('title,start\n"One,2026-01-31 10:00\n')).rejects.toThrow(ScheduleError);
	});
});
