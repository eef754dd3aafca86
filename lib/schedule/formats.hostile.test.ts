import { describe, expect, it } from "vitest";
import { readSchedule } from "./formats";
import { MAX_SCHEDULE_BYTES } from "./reading/text-chunks";
import { ScheduleError } from "./schedule-error";
import { scheduleSchema } from "./schema";
import type { ParsedSchedule } from "./types";

const CONFERENCE = "<acronym>conf</acronym><title>Conf</title><time_zone_name>Europe/Brussels</time_zone_name>";
const event = (inner: string, guid = "g") =>
	`<event guid="${guid}"><date>2026-01-31T10:00:00+01:00</date><duration>00:30</duration>${inner}</event>`;
const xml = (events: string) =>
	`<schedule><conference>${CONFERENCE}</conference><day date="2026-01-31"><room name="A">${events}</room></day></schedule>`;

/** What a file is: a schedule that is one, or the one sentence that refuses it. Anything else fails the test. */
async function outcome(input: string | Uint8Array): Promise<ParsedSchedule | string> {
	try {
		const parsed = await readSchedule(input);
		scheduleSchema.parse(parsed.schedule);
		return parsed;
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		expect(error.message).toMatch(/^[^\n]{10,600}\.$/);
		return error.message;
	}
}

describe("a hostile file", () => {
	it("may be 32 MB, in any format, and not more", async () => {
		const fill = (count: number) => "x".repeat(count);
		const starts = ["<schedule>", '{"schedule":"', "BEGIN:VCALENDAR\r\nX-A:", 'title,start\n"'];
		for (const start of starts) {
			expect(await outcome(`${start}${fill(MAX_SCHEDULE_BYTES)}`)).toBe("The file is larger than 32 MB.");
			expect(await outcome(`${start}${fill(MAX_SCHEDULE_BYTES - 100)}`)).toBeTypeOf("string");
		}
	});

	it("cannot have anything expanded or fetched", async () => {
		const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
		for (const type of [
			`<!DOCTYPE schedule [<!ENTITY l0 "lol">${laughs}]>`,
			'<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
			'<!DOCTYPE schedule SYSTEM "https://evil.example/x.dtd">',
		]) {
			expect(await outcome(`<?xml version="1.0"?>${type}${xml(event("<title>&x;&l9;</title>"))}`)).toMatch(/DOCTYPE/);
		}
		expect(await outcome(xml(event("<title>&x;</title>")))).toBeTypeOf("string");
	});

	it("may name any time zone, also those that one part of the platform knows and another refuses", async () => {
		const old = "ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST";
		for (const zone of [...old.split(" "), "Mars/Base", "+01:00", "__proto__"]) {
			const quotedZone = `"${zone}"`;
			const warning = `The schedule names the time zone ${quotedZone}, which does not exist; its times are shown in UTC+1.`;
			const xmlRead = await outcome(xml(event("<title>A</title>")).replace("Europe/Brussels", zone));
			expect(xmlRead).toMatchObject({ schedule: { conference: { timeZone: "Etc/GMT-1" } }, warnings: [warning] });
			const calendar = (start: string) =>
				`BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:${zone}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\nDTSTART${start}\r\nDTEND${start}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
			expect(await outcome(calendar(":20260701T090000Z"))).toMatchObject({
				schedule: { talks: [{ start: new Date("2026-07-01T09:00:00Z") }] },
			});
			expect(await outcome(calendar(":20260701T090000"))).toContain(quotedZone);
			expect(await outcome(`# time zone: ${zone}\ntitle,date,start,end\nA,2026-07-01,9:00,9:30`)).toBe(
				`The schedule's times are in the time zone ${quotedZone}, which does not exist; name one such as Europe/Brussels.`,
			);
		}
	});

	it("cannot be nested without end", async () => {
		const deep = (count: number, open: string, close: string) => `${open.repeat(count)}${close.repeat(count)}`;
		expect(await outcome(xml(event(deep(100_000, "<a>", "</a>"))))).toMatch(/nested/);
		expect(await outcome(xml(event(`<title>A</title><abstract>${deep(40, "<p>", "</p>")}</abstract>`)))).toBeTypeOf(
			"object",
		);
		expect(await outcome(`{"schedule":${deep(1_000_000, "[", "]")}}`)).toBeTypeOf("string");
		expect(
			await outcome(`{"schedule":{"conference":{"days":${deep(3000, '[{"a":', "}]").replace("}", "1}")}}}}`),
		).toBeTypeOf("string");
		expect(
			await outcome(
				`BEGIN:VCALENDAR\n${"BEGIN:VEVENT\n".repeat(20_000)}${"END:VEVENT\n".repeat(20_000)}END:VCALENDAR\n`,
			),
		).toBeTypeOf("string");
	});

	it("may hold many thousands of talks, but not 100,000", async () => {
		const talks = (count: number) =>
			Array.from({ length: count }, (_, index) =>
				event(`<title>Talk</title><persons><person>P ${index % 300}</person></persons>`, `g${index}`),
			);
		expect(await outcome(xml(talks(20_000).join("")))).toMatchObject({ schedule: { talks: { length: 20_000 } } });
		const lines = Array.from({ length: 100_000 }, (_, index) => `Talk ${index},2026-01-31 10:00,UTC`);
		for (const file of [xml(talks(100_000).join("")), `title,start,timezone\n${lines.join("\n")}`]) {
			expect(await outcome(file)).toBe("The schedule lists 100000 talks, more than the 50000 that can be kept.");
		}
	}, 60_000);

	it("may repeat one talk, name or address as often as it likes", async () => {
		const same = event("<title>Same</title>").repeat(20_000);
		expect(await outcome(xml(same))).toMatchObject({ schedule: { talks: { length: 1 } } });
		const slots = Array.from({ length: 5000 }, (_, minute) =>
			event("<title>Same</title>").replace(
				"T10:00:00",
				`T${String(minute % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`,
			),
		);
		expect(await outcome(xml(slots.join("")))).toBeTypeOf("object");
		const links = '<link href="https://a.example/x">x</link>'.repeat(20_000);
		expect(await outcome(xml(event(`<title>A</title><links>${links}</links>`)))).toMatchObject({
			schedule: { talks: [{ links: { length: 1 } }] },
		});
	});

	it("brings no control characters and no addresses but those of the web", async () => {
		const title = "Bell\u0007 null tab\t end";
		const links = [
			"javascript:alert(1)",
			"JaVaScRiPt:alert(1)",
			"data:text/html,<script>",
			"vbscript:x",
			"file:///etc/passwd",
			" java\nscript:x",
		];
		const talk = {
			guid: "g\u0000",
			title: `${title}\u0000`,
			date: "2026-01-31T10:00:00Z",
			duration: "0:30",
			url: "javascript:alert(1)",
			abstract: "<script>alert(1)</script><p onclick=x>Text\u0000</p>",
			persons: [{ name: "A\u0000nn\u202e" }],
			links: links.map((url) => ({ url, title: "x\u0000" })),
		};
		const file = {
			schedule: { conference: { title: "C\u0000", days: [{ date: "2026-01-31", rooms: { "R\u0000": [talk] } }] } },
		};
		const found = await outcome(JSON.stringify(file));
		expect(JSON.stringify(found)).not.toMatch(/\\u000[0-8]|"url":"(?!https?:)/i);
		expect(found).toMatchObject({ schedule: { talks: [{ url: null, links: [] }] } });
	});

	it("may be written in every script and direction", async () => {
		const titles = [
			"日本語の講演",
			"محاضرة عن البرمجيات",
			"הרצאה",
			"Ω≈ç√ 🤷🏽‍♀️👩‍👩‍👧",
			"ไทย",
			"\u202eevil\u202c",
			"a\u0301\u0327".repeat(50),
			"𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
			"".padEnd(2_000, "x"),
		];
		for (const title of titles) {
			const found = await outcome(xml(event(`<title>${title}</title>`)));
			expect(found).toMatchObject({
				schedule: { talks: [{ slug: expect.stringMatching(/^[A-Za-z0-9._-]{1,300}$/) }] },
			});
		}
	});

	it("may be long-winded, but no line without end", async () => {
		const talks = [
			event("<title>Good</title>", "a"),
			event(`<title>${"x".repeat(10_000)}</title>`, "b"),
			event(`<title>Named</title><persons><person>${"x".repeat(10_000)}</person></persons>`, "c"),
			event(`<title>Told</title><abstract>${"word ".repeat(50_000)}</abstract>`, "d"),
		];
		const found = await outcome(xml(talks.join("")));
		if (typeof found === "string") throw new Error(found);
		expect(found.schedule.talks.map(({ title, abstract }) => [title, abstract.text.length])).toEqual([
			["Good", 0],
			["Told", 100_000],
		]);
		expect(found.warnings).toEqual([
			`"${"x".repeat(160)}…" is left out: its title is too long to be one.`,
			`"Named" is left out: its speaker's name is too long to be one.`,
			'"Told": its text is cut off after 100000 characters.',
		]);
	});

	it("may be of any time that there is, and of no other", async () => {
		const dates = [
			"0000-00-00T00:00:00Z",
			"99999-01-01T00:00:00Z",
			"2026-02-31T10:00:00Z",
			"9999-12-31T23:59:59+14:00",
			"0001-01-01T00:00:00-12:00",
			"-2026-01-31T10:00:00Z",
		];
		for (const date of dates) {
			const found = await outcome(xml(event("<title>A</title>").replace("2026-01-31T10:00:00+01:00", date)));
			if (typeof found === "object") expect(Number.isNaN(found.schedule.talks[0]?.start.getTime())).toBe(false);
		}
		for (const duration of ["99999999999999", "-5", "1e9", "24:00", "120:30", "99999:59", "Infinity", "NaN"]) {
			const found = await outcome(xml(event("<title>A</title>").replace("00:30", duration)));
			if (typeof found === "string") throw new Error(found);
			expect(found.schedule.talks[0]?.duration).toBeLessThanOrEqual(31 * 24 * 60);
			expect(found.schedule.talks[0]?.duration).toBeGreaterThanOrEqual(0);
		}
	});

	it("has talks left out that are of another age or have no title to be seen", async () => {
		const far = event("<title>Far</title>", "far").replace("2026-", "9915-");
		const early = event("<title>Early</title>", "early").replace("2026-", "1264-");
		const unseen = event("<title>\u202e\u200b\u00a0</title>", "unseen");
		expect(await outcome(xml(far + early + unseen + event("<title>A</title>")))).toMatchObject({
			schedule: { conference: { startDate: "2026-01-31", endDate: "2026-01-31" }, talks: [{ title: "A" }] },
			warnings: [
				'"Far" is left out: when it begins cannot be read from "9915-01-31T10:00:00+01:00".',
				'"Early" is left out: when it begins cannot be read from "1264-01-31T10:00:00+01:00".',
				"The event unseen has no title and is left out.",
			],
		});
	});

	it("brings no halves of letters, nor warnings that are no sentence", async () => {
		const talk = {
			title: "One\ud800 two",
			date: "2026-01-31T10:00:00Z",
			duration: `${"9".repeat(5000)}\n\n`,
			abstract: "Text\udfff",
			links: Array.from({ length: 900 }, (_, index) => ({
				url: index === 0 ? "https://a.example/\udc00" : `no\naddress ${index}`,
			})),
		};
		const file = { schedule: { conference: { time_zone_name: "UTC", days: [{ rooms: { A: [talk] } }] } } };
		const found = await outcome(JSON.stringify(file));
		expect(found).toMatchObject({
			schedule: { talks: [{ title: "One two", links: [], abstract: { text: "Text" } }] },
			warnings: [expect.stringMatching(/^"One two": [^\n]{300,1000} and 895 more\.$/)],
		});
	});

	it("may be bytes of any kind", async () => {
		const inputs = [
			new Uint8Array([0xff, 0xfe, 0x00]),
			new Uint8Array([0xef, 0xbb, 0xbf]),
			new Uint8Array(100_000).fill(0x3c),
			new Uint8Array(100_000),
			new TextEncoder().encode('<?xml version="1.0" encoding="x-nothing"?><schedule/>'),
			new Uint8Array([...new TextEncoder().encode("<schedule>"), 0xc3, 0x28, 0xa0, 0xa1]),
		];
		for (const input of inputs) expect(await outcome(input)).toBeTypeOf("string");
	});
});
