import { describe, expect, it } from "vitest";
import { readSchedule } from "../formats";
import { ScheduleError } from "../schedule-error";

const CONFERENCE = {
	acronym: "conf2026",
	title: "Conf 2026",
	start: "2026-01-31",
	end: "2026-02-01",
	daysCount: 1,
	timeslot_duration: "00:15",
	time_zone_name: "Europe/Berlin",
	url: "https://conf.example/2026/",
};

const EVENT = {
	id: 17,
	guid: "270FA44C-821a-577f-8ca3-33e8d4a8c2a7",
	code: "HQCCYH",
	date: "2026-01-31T10:30:00+01:00",
	start: "10:30",
	duration: "00:45",
	room: "Saal 1",
	slug: "conf2026-17-opening",
	url: "/2026/talk/HQCCYH/",
	title: "Opening",
	subtitle: null,
	track: "Keynotes",
	type: "talk",
	language: "de",
	abstract: "*Willkommen*",
	description: "<p>Mehr</p>",
	do_not_record: false,
	persons: [{ id: 5, code: "AAA", public_name: "Ann One", biography: "Writes.", avatar: null, answers: [] }],
	links: [{ url: "https://conf.example/more", title: "More" }],
	attachments: [{ url: "/media/slides.pdf", title: "Folien", type: "slides" }],
	feedback_url: "https://conf.example/talk/HQCCYH/feedback/",
};

const version1 = (rooms: object, conference: object = {}) => ({
	schedule: {
		version: "0.7",
		base_url: "https://conf.example/2026/schedule/",
		conference: {
			...CONFERENCE,
			days: [
				{
					index: 1,
					date: "2026-01-31",
					day_start: "2026-01-31T04:00:00+01:00",
					day_end: "2026-02-01T03:59:00+01:00",
					rooms,
				},
			],
			...conference,
		},
	},
});

const read = (file: unknown) => readSchedule(typeof file === "string" ? file : JSON.stringify(file));

describe("schedule JSON", () => {
	it("is read in version 1, as frab and pretalx write it", async () => {
		const late = {
			...EVENT,
			id: 18,
			guid: "b",
			slug: "late",
			title: "Late",
			date: "2026-02-01T01:00:00+01:00",
			track: { en: "Night", de: "Nacht" },
		};
		const tracks = [{ name: "Keynotes", slug: "key-notes", color: "#fff" }];
		const { schedule, warnings } = await read(
			version1({ "Saal 1": [EVENT], "Saal 2": [{ ...late, room: "Saal 2" }] }, { tracks }),
		);
		expect(warnings).toEqual([]);
		expect(schedule.conference).toEqual({
			slug: "conf2026",
			title: "Conf 2026",
			subtitle: "",
			timeZone: "Europe/Berlin",
			startDate: "2026-01-31",
			endDate: "2026-02-01",
			dayChange: 0,
			venue: "",
			city: "",
			url: "https://conf.example/2026/",
			version: "0.7",
		});
		expect(schedule.talks[0]).toEqual({
			key: "guid:270fa44c-821a-577f-8ca3-33e8d4a8c2a7",
			guid: "270FA44C-821a-577f-8ca3-33e8d4a8c2a7",
			slug: "conf2026-17-opening",
			title: "Opening",
			subtitle: "",
			type: "talk",
			language: "de",
			day: "2026-01-31",
			start: new Date("2026-01-31T09:30:00Z"),
			duration: 45,
			track: "key-notes",
			room: "saal-1",
			url: "https://conf.example/2026/talk/HQCCYH/",
			isCancelled: false,
			willBeRecorded: true,
			abstract: { markup: "markdown", text: "*Willkommen*" },
			description: { markup: "html", text: "<p>Mehr</p>" },
			speakers: ["id:5"],
			links: [
				{ kind: "OTHER", url: "https://conf.example/more", title: "More" },
				{ kind: "SLIDES", url: "https://conf.example/media/slides.pdf", title: "Folien" },
				{ kind: "FEEDBACK", url: "https://conf.example/talk/HQCCYH/feedback/", title: "Feedback" },
			],
		});
		// After midnight, and still of the day that it is listed under; in its own language.
		expect(schedule.talks[1]).toMatchObject({ title: "Late", day: "2026-01-31", track: "nacht", room: "saal-2" });
		expect(schedule.speakers).toEqual([
			{ key: "id:5", slug: "ann-one", name: "Ann One", biography: { markup: "markdown", text: "Writes." } },
		]);
	});

	it("is read in the draft of version 2", async () => {
		const file = {
			$schema: "../schema2.json",
			schedule: {
				version: "2",
				conference: {
					...CONFERENCE,
					tracks: [{ guid: "t", name: "Science", slug: "science" }],
					rooms: [{ name: "Saal 1", slug: "saal-eins", features: { recording: "RECORD_BY_DEFAULT" } }],
				},
				events: [
					{
						type: "TALK",
						guid: "one",
						start: "2026-01-31T22:30:00+01:00",
						end: "2026-01-31T23:15:00+01:00",
						room: { name: "Saal 1", slug: "saal-eins" },
						title: { de: "Eins", en: "One" },
						abstract: { en: "In English" },
						track: { slug: "science" },
						language: "de",
						state: "cancelled",
						participants: [
							{ guid: "p", name: "Ann One", role: "SPEAKER" },
							{ guid: "q", name: "Helper", role: "CONTRIBUTOR" },
							{ guid: "p2" },
						],
						links: [{ type: "FEEDBACK", url: "https://conf.example/f" }],
						attachments: [{ type: "SLIDES", url: "https://conf.example/s.pdf" }],
					},
					{ guid: "two", title: "Two", start: "2026-02-01T00:15:00+01:00", end: "2026-02-01T00:30:00+01:00" },
				],
				persons: [
					{ guid: "p", name: "Ann One", biography: "Writes." },
					{ guid: "P2", name: "Bob Two" },
				],
			},
		};
		const { schedule, warnings } = await read(file);
		expect(warnings).toEqual([]);
		expect(schedule.talks).toMatchObject([
			{
				key: "guid:one",
				title: "Eins",
				duration: 45,
				day: "2026-01-31",
				track: "science",
				room: "saal-eins",
				isCancelled: true,
				willBeRecorded: true,
				abstract: { text: "In English" },
				speakers: ["guid:p", "guid:p2"],
				links: [
					{ kind: "FEEDBACK", url: "https://conf.example/f" },
					{ kind: "SLIDES", url: "https://conf.example/s.pdf" },
				],
			},
			// No day is listed: the night belongs to the evening before.
			{ key: "guid:two", day: "2026-01-31", track: null, room: null, willBeRecorded: null, speakers: [] },
		]);
		expect(schedule.speakers.map(({ name, biography }) => [name, biography.text])).toEqual([
			["Ann One", "Writes."],
			["Bob Two", ""],
		]);
	});

	it("knows what is not to be recorded, also in a room where all else is", async () => {
		const rooms = [{ name: "A", features: { recording: "RECORD_BY_DEFAULT" } }, { name: "B" }];
		const said = [true, false, null, "yes"];
		const inRoom = (room: string) =>
			said.map((do_not_record, index) => ({ ...EVENT, guid: `${room}${index}`, room, do_not_record }));
		const { schedule } = await read(version1({ A: inRoom("A"), B: inRoom("B") }, { rooms }));
		const [a, b] = [schedule.talks.slice(0, 4), schedule.talks.slice(4)];
		expect(a.map(({ willBeRecorded }) => willBeRecorded)).toEqual([false, true, true, true]);
		expect(b.map(({ willBeRecorded }) => willBeRecorded)).toEqual([false, true, null, null]);
	});

	it("leaves out a talk that cannot be read, and names it", async () => {
		const bad = [
			null,
			7,
			"x",
			[],
			{},
			{ title: "Timeless" },
			{ ...EVENT, title: { en: 5 } },
			{ ...EVENT, guid: "z", duration: {}, persons: "x", links: [7] },
		];
		const { schedule, warnings } = await read(version1({ A: [EVENT, ...bad], B: "none", C: null }));
		expect(schedule.talks.map(({ key }) => key)).toEqual(["guid:270fa44c-821a-577f-8ca3-33e8d4a8c2a7", "guid:z"]);
		expect(warnings).toEqual([
			"The event on 2026-01-31 has no title and is left out.",
			'"Timeless" is left out: when it begins cannot be read.',
			"The event 17 has no title and is left out.",
			'"Opening" has no duration.',
		]);
	});

	it("refuses what is cut off, nested without end, or no schedule, with one sentence", async () => {
		const whole = JSON.stringify(version1({ A: [EVENT] }));
		const inputs = [
			whole.slice(0, -1),
			whole.slice(0, 500),
			`{"schedule":${"[".repeat(200_000)}`,
			`{"schedule":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
		];
		for (const input of inputs) await expect(read(input)).rejects.toThrow(ScheduleError);
		await expect(read({ schedule: { conference: {} } })).rejects.toThrow("The schedule holds no talks.");
		await expect(read({ schedule: null, conference: [] })).rejects.toThrow("The schedule holds no talks.");
		await expect(read({ events: 7 })).rejects.toThrow("The schedule holds no talks.");
	});
});
