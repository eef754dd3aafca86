import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySchedule, writeFrabXml } from "@/lib/testing/any-schedule";
import { runs } from "@/lib/testing/property-runs";
import { readSchedule } from "../formats";
import type { ParsedSchedule, ScheduleTalk } from "../types";

/** A schedule around events, with whatever of the conference a test changes. */
function xml(events: string, { conference = "", day = 'date="2026-01-31"', before = "" } = {}): string {
	return `<?xml version="1.0" encoding="UTF-8"?><schedule><version>1</version><conference><acronym>conf-2026</acronym>
		<title>Conf 2026</title><start>2026-01-31</start><end>2026-02-01</end><day_change>09:00:00</day_change>
		<base_url>https://conf.example/2026/</base_url><time_zone_name>Europe/Brussels</time_zone_name>${conference}
		</conference>${before}<day index="1" ${day}><room name="Janson" slug="janson">${events}</room></day></schedule>`;
}

const event = (inner: string, attributes = 'guid="g-1" id="1"') =>
	`<event ${attributes}><date>2026-01-31T10:00:00+01:00</date><duration>00:30</duration><title>One</title>${inner}</event>`;

async function talk(inner: string, attributes?: string): Promise<ScheduleTalk> {
	const { schedule, warnings } = await readSchedule(xml(event(inner, attributes)));
	expect(warnings).toEqual([]);
	return schedule.talks[0] as ScheduleTalk;
}

const titles = ({ schedule }: ParsedSchedule) => schedule.talks.map(({ title }) => title);

describe("frab XML", () => {
	it("is read whole", async () => {
		const parsed = await readSchedule(
			xml(
				`<event guid="9C3E" id="8376"><date>2026-01-31T09:30:00+01:00</date><start>09:30</start><duration>00:20</duration>
				<slug>SFKNTZ-welcome_to_it_</slug><url>https://conf.example/2026/event/SFKNTZ/</url><title>Welcome</title>
				<subtitle>all</subtitle><track slug="main">Main &amp; more</track><type>maintrack</type><language>en</language>
				<abstract>&lt;p&gt;Hello.&lt;/p&gt;</abstract><description></description>
				<feedback_url>https://pretalx.conf.example/x/feedback/</feedback_url>
				<persons><person id="2">Zoë Ångström</person></persons>
				<attachments><attachment type="slides" href="https://conf.example/a/x.pdf">Talk slides</attachment></attachments>
				<links><link href="https://video.fosdem.org/2026/x.mp4">Video recording (MP4)</link></links></event>`,
				{
					before: `<tracks><track slug="unused">Unused</track><track slug="main">Main &amp; more</track></tracks>
						<persons><person id="1"><name>Nobody</name></person><person id="2"><name>Zoë Ångström</name>
						<slug>zoe_angstrom</slug><biography>&lt;p&gt;Is.&lt;/p&gt;</biography></person></persons>`,
				},
			),
		);
		expect(parsed).toEqual({
			warnings: [],
			schedule: {
				conference: {
					slug: "conf-2026",
					title: "Conf 2026",
					subtitle: "",
					timeZone: "Europe/Brussels",
					startDate: "2026-01-31",
					endDate: "2026-02-01",
					dayChange: 540,
					venue: "",
					city: "",
					url: "https://conf.example/2026/",
					version: "1",
				},
				tracks: [{ slug: "main", name: "Main & more" }],
				rooms: [{ slug: "janson", name: "Janson" }],
				speakers: [
					{
						key: "id:2",
						slug: "zoe_angstrom",
						name: "Zoë Ångström",
						biography: { markup: "html", text: "<p>Is.</p>" },
					},
				],
				talks: [
					{
						key: "guid:9c3e",
						guid: "9C3E",
						slug: "SFKNTZ-welcome_to_it_",
						title: "Welcome",
						subtitle: "all",
						type: "maintrack",
						language: "en",
						day: "2026-01-31",
						start: new Date("2026-01-31T08:30:00Z"),
						duration: 20,
						track: "main",
						room: "janson",
						url: "https://conf.example/2026/event/SFKNTZ/",
						isCancelled: false,
						willBeRecorded: null,
						abstract: { markup: "html", text: "<p>Hello.</p>" },
						description: { markup: "markdown", text: "" },
						speakers: ["id:2"],
						links: [
							{ kind: "RECORDING", url: "https://video.fosdem.org/2026/x.mp4", title: "Video recording (MP4)" },
							{ kind: "SLIDES", url: "https://conf.example/a/x.pdf", title: "Talk slides" },
							{ kind: "FEEDBACK", url: "https://pretalx.conf.example/x/feedback/", title: "Feedback" },
						],
					},
				],
			},
		});
	});

	it("gives every schedule back that is written in it, however the bytes come", async () => {
		await fc.assert(
			fc.asyncProperty(anySchedule, fc.integer({ min: 1, max: 5000 }), async (schedule, size) => {
				const bytes = new TextEncoder().encode(writeFrabXml(schedule));
				async function* pieces() {
					for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
				}
				expect(await readSchedule(pieces())).toEqual({ schedule, warnings: [] });
			}),
			runs(60),
		);
	});

	it("tells the time from day, start, day change and zone where there is no date", async () => {
		const at = (start: string, day: string) =>
			`<event guid="${day}${start}"><start>${start}</start><duration>1:00</duration><title>t</title></event>`;
		const { schedule } = await readSchedule(
			xml(at("09:00", "a") + at("23:30", "a") + at("02:15", "a"), { day: 'date="2026-03-28"' }),
		);
		expect(schedule.talks.map(({ day, start }) => [day, start.toISOString()])).toEqual([
			["2026-03-28", "2026-03-28T08:00:00.000Z"],
			["2026-03-28", "2026-03-28T22:30:00.000Z"],
			// The night in which Brussels changes to summer time: there is no 02:15, and it is taken as 03:15.
			["2026-03-28", "2026-03-29T01:15:00.000Z"],
		]);
	});

	it("keeps a talk after midnight on the day that lists it, and works the day out where none is named", async () => {
		const night = event("").replace("2026-01-31T10:00:00+01:00", "2026-02-01T01:30:00+01:00");
		const listed = await readSchedule(xml(night));
		const unlisted = await readSchedule(xml(night, { day: "" }));
		expect([listed, unlisted].map(({ schedule }) => schedule.talks[0]?.day)).toEqual(["2026-01-31", "2026-01-31"]);
	});

	it("takes a date in UTC, as DebConf gives it, for the instant that it is", async () => {
		const { schedule } = await readSchedule(
			xml(event("").replace("2026-01-31T10:00:00+01:00", "2026-01-31T09:00:00+00:00")),
		);
		expect(schedule.talks[0]?.start.toISOString()).toBe("2026-01-31T09:00:00.000Z");
	});

	it("guesses a zone from the first offset where none is named, and says so", async () => {
		const bare = xml(event("")).replace(/<time_zone_name>.*<\/time_zone_name>/, "");
		const wrong = xml(event("")).replace("Europe/Brussels", "Europe/Atlantis");
		const read = await Promise.all([bare, wrong].map((text) => readSchedule(text)));
		expect(read.map(({ schedule, warnings }) => [schedule.conference.timeZone, warnings])).toEqual([
			["Etc/GMT-1", ["The schedule names no time zone; its times are shown in UTC+1."]],
			[
				"Etc/GMT-1",
				['The schedule names the time zone "Europe/Atlantis", which does not exist; its times are shown in UTC+1.'],
			],
		]);
	});

	it("makes do without a conference", async () => {
		const text = `<schedule><day date="2026-01-31"><room name="A">${event("")}</room></day></schedule>`;
		const { conference } = (await readSchedule(text)).schedule;
		expect(conference).toMatchObject({
			slug: "conference",
			title: "Conference",
			startDate: "2026-01-31",
			endDate: "2026-01-31",
		});
	});

	it("folds white space in titles and removes control characters", async () => {
		const { schedule } = await readSchedule(xml(event("").replace("One", "  From\u0085 Drones\n\tto  &#x9F;Data:  ")));
		expect(titles({ schedule, warnings: [] })).toEqual(["From Drones to Data:"]);
	});

	it("leaves a talk out that cannot be read, names it and goes on", async () => {
		const parsed = await readSchedule(
			xml(
				event("") +
					event("", 'guid="g-2"').replace("2026-01-31T10:00:00+01:00", "soon").replace("One", "Two") +
					event("", 'id="77"').replace("One", " ") +
					event("", 'guid="g-3"').replace("00:30", "half an hour").replace("One", "Three"),
			),
		);
		expect(titles(parsed)).toEqual(["One", "Three"]);
		expect(parsed.schedule.talks[1]?.duration).toBe(0);
		expect(parsed.warnings).toEqual([
			'"Two" is left out: when it begins cannot be read from "soon".',
			"The event 77 has no title and is left out.",
			'"Three": its duration "half an hour" cannot be read.',
		]);
	});

	it("keeps both of two talks with one identity apart by their slot, and one of what is there twice", async () => {
		const other = event("").replace("T10:00", "T11:00");
		const parsed = await readSchedule(xml(event("") + other + event("")));
		expect(parsed.schedule.talks.map(({ key, slug }) => [key, slug])).toEqual([
			["guid:g-1", "one"],
			["guid:g-1@2026-01-31T10:00:00.000Z@janson", "one-1"],
		]);
		expect(parsed.warnings).toEqual([
			'"One" has the identity of another talk; both are kept.',
			'"One" stands in the schedule twice; it is taken once.',
		]);
	});

	it("identifies talks without guid by id, start and room, and without either by what they are", async () => {
		const { schedule } = await readSchedule(
			xml(
				event("", 'id="5"') +
					event("<persons><person>Ada</person></persons>", "") +
					event("", "").replace("One", "Break"),
			),
		);
		expect(schedule.talks.map(({ key }) => key)).toEqual([
			"id:5@2026-01-31T09:00:00.000Z@janson",
			expect.stringMatching(/^hash:[0-9a-f]{32}$/),
			expect.stringMatching(/^hash:[0-9a-f]{32}$/),
		]);
	});

	it("tells persons apart by guid, id, code or name, and names each once", async () => {
		const persons = `<persons><person guid="G">Ann</person><person id="1">Ann</person><person id="1">Ann again</person>
			<person code="XY">Bo</person><person>Bo</person><person>bo</person><person id="9"> </person></persons>`;
		const { schedule } = await readSchedule(xml(event(persons)));
		expect(schedule.talks[0]?.speakers).toEqual(["guid:g", "id:1", "code:XY", "name:bo"]);
		expect(schedule.speakers.map(({ slug, name }) => [slug, name])).toEqual([
			["ann", "Ann"],
			["ann-1", "Ann"],
			["bo", "Bo"],
			[expect.stringMatching(/^bo-[0-9a-f]{8}$/), "Bo"],
		]);
	});

	it("never shows one person for another where a number is given to two", async () => {
		const persons = (names: readonly string[]) =>
			`<persons>${names.map((name) => `<person id="17">${name}</person>`).join("")}</persons>`;
		const { schedule } = await readSchedule(
			xml(
				event(persons(["Ann One"])) +
					event(persons(["Bo Two"]), 'guid="g-2"') +
					event(persons(["Bo Two", "Ann M. One", "annie"]), 'guid="g-3"'),
			),
		);
		const nameOf = new Map(schedule.speakers.map(({ key, name }) => [key, name]));
		expect(schedule.talks.map(({ speakers }) => speakers.map((key) => nameOf.get(key)))).toEqual([
			["Ann One"],
			["Bo Two"],
			["Bo Two", "Ann One"],
		]);
		expect(schedule.speakers.map(({ key }) => key)).toEqual(["id:17", "id:17 name:bo two"]);
	});

	it("makes slugs where the schedule has none, and keeps out what cannot stand in an address", async () => {
		const slugs = await Promise.all([
			talk(""),
			talk("", 'guid="g" code="SFKNTZ"'),
			talk("<slug>a/b c</slug>"),
			talk("<slug>..</slug>"),
		]);
		expect(slugs.map(({ slug }) => slug)).toEqual(["one", "SFKNTZ-one", "a-b-c", "one"]);
	});

	it("names tracks and rooms after their slugs, else after their names", async () => {
		const { schedule } = await readSchedule(
			xml(
				event("<track>Go &amp; Rust</track>") +
					event("<track></track>", 'guid="2"') +
					event("<track>No Track</track>", 'guid="4"'),
			)
				.replace('name="Janson" slug="janson"', 'name="日本"')
				.replace("</day>", `<room name="">${event("<room>Aula  Magna</room>", 'guid="3"')}</room></day>`),
		);
		expect(schedule.tracks).toEqual([{ slug: "go-and-rust", name: "Go & Rust" }]);
		expect(schedule.rooms).toEqual([
			{ slug: expect.stringMatching(/^room-[0-9a-f]{8}$/), name: "日本" },
			{ slug: "aula-magna", name: "Aula Magna" },
		]);
	});

	it("resolves a talk's own address, and warns of links that lead nowhere", async () => {
		const links = `<links><link href="/system/x.pdf">a</link><link href="thttps://x.example">b</link>
			<link href="javascript:alert(1)">c</link><link href=" https://ok.example/ü ">d</link><link>e</link></links>`;
		const parsed = await readSchedule(xml(event(`<url>event/one</url>${links}`)));
		expect(parsed.schedule.talks[0]).toMatchObject({
			url: "https://conf.example/2026/event/one",
			links: [
				{ kind: "OTHER", url: "https://conf.example/system/x.pdf", title: "a" },
				{ kind: "OTHER", url: "https://ok.example/ü", title: "d" },
			],
		});
		expect(parsed.warnings).toEqual([
			'"One": left out, for they are no web addresses: "thttps://x.example", "javascript:alert(1)".',
		]);
	});

	it("resolves a link against the talk's own address where the conference has none", async () => {
		const links = `<url>https://conf.example/2019/events/1.html</url>
			<attachments><attachment href="/system/1/x.pdf">Slides</attachment></attachments>`;
		const { schedule, warnings } = await readSchedule(xml(event(links)).replace(/<base_url>.*<\/base_url>/, ""));
		expect([schedule.talks[0]?.links, warnings]).toEqual([
			[{ kind: "SLIDES", url: "https://conf.example/system/1/x.pdf", title: "Slides" }],
			[],
		]);
	});

	it("never takes a talk's address of another scheme", async () => {
		const parsed = await readSchedule(xml(event("<url>javascript:alert(1)</url>")));
		expect(parsed.schedule.talks[0]?.url).toBeNull();
		expect(parsed.warnings).toEqual(['"One": its address "javascript:alert(1)" is none.']);
	});

	it("takes the recording element's address, and each address once", async () => {
		const inner = `<recording><license>CC</license><optout>false</optout><url>https://tube.example/v/1</url></recording>
			<links><link href="https://tube.example/v/1">Watch it</link><link href="https://tube.example/v/1">Again</link></links>`;
		expect((await talk(inner)).links).toEqual([
			{ kind: "RECORDING", url: "https://tube.example/v/1", title: "Watch it" },
		]);
	});

	it("knows who opts out of being recorded, and where it is not said", async () => {
		const optouts = ["<optout>true</optout>", "<optout> False </optout>", "<license>CC</license>", "<optout/>"];
		const read = [...optouts.map((inner) => talk(`<recording>${inner}</recording>`)), talk("")];
		expect((await Promise.all(read)).map(({ willBeRecorded }) => willBeRecorded)).toEqual([
			false,
			true,
			null,
			null,
			null,
		]);
	});

	it("takes the first of several languages, and none that is no code", async () => {
		const read = ["de, en", "pt_BR", "Klingon", ""].map((language) => talk(`<language>${language}</language>`));
		expect((await Promise.all(read)).map(({ language }) => language)).toEqual(["de", "pt-BR", "", ""]);
	});

	it("tells HTML from Markdown, in CDATA and as real elements too", async () => {
		const texts = await Promise.all([
			talk("<abstract>a &lt;b&gt;c&lt;/b&gt;</abstract>"),
			talk("<abstract><![CDATA[<p>x & y</p>]]></abstract>"),
			talk('<abstract><p>one &amp; <a href="https://x.example/?a&amp;b">two</a><br/></p></abstract>'),
			talk("<abstract>**a** < b</abstract>".replace("<b", "&lt; b").replace(" < ", " &lt; ")),
		]);
		expect(texts.map(({ abstract }) => abstract)).toEqual([
			{ markup: "html", text: "a <b>c</b>" },
			{ markup: "html", text: "<p>x & y</p>" },
			{ markup: "html", text: '<p>one &amp; <a href="https://x.example/?a&amp;b">two</a><br></p>' },
			{ markup: "markdown", text: "**a** < b" },
		]);
	});
});
