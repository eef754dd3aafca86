import { describe, expect, it } from "vitest";
import { readSchedule } from "./formats";
import type { ScheduleInput } from "./reading/text-chunks";
import { ScheduleError } from "./schedule-error";

const EVENT = `<event guid="g"><date>2026-01-31T10:00:00+01:00</date><duration>00:30</duration><title>One</title></event>`;
const SCHEDULE = `<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><acronym>c</acronym><time_zone_name>Europe/Brussels</time_zone_name></conference>
<day date="2026-01-31"><room name="A">${EVENT}</room></day></schedule>`;

/** The one sentence that a schedule is refused with. */
async function refusal(input: ScheduleInput): Promise<string> {
	try {
		await readSchedule(input);
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		expect(error.message).toMatch(/^[A-Z].*\.$/);
		return error.message;
	}
	throw new Error("It was taken.");
}

describe("readSchedule", () => {
	it("says what a file is that is no schedule", async () => {
		const inputs = [
			"",
			" \n",
			"<!doctype html><p>Not found",
			"<HTML><body>",
			'{"a":1}',
			"<feed><entry/></feed>",
			"a,b\n1,2",
			"\u0000PNG",
		];
		expect(await Promise.all(inputs.map(refusal))).toEqual([
			"The file is empty.",
			"The file is empty.",
			"This is an HTML page, not a schedule.",
			"This is an HTML page, not a schedule.",
			"This is not a schedule in a format that can be read here (frab/Pentabarf XML, schedule JSON, iCalendar, CSV).",
			"This is not a schedule in a format that can be read here (frab/Pentabarf XML, schedule JSON, iCalendar, CSV).",
			"This is not a schedule in a format that can be read here (frab/Pentabarf XML, schedule JSON, iCalendar, CSV).",
			"This is not a schedule in a format that can be read here (frab/Pentabarf XML, schedule JSON, iCalendar, CSV).",
		]);
	});

	it("gives no conference the address of a page of our own", async () => {
		const { schedule } = await readSchedule(SCHEDULE.replace("<acronym>c<", "<acronym>new<"));
		expect(schedule.conference.slug).toBe("new-conference");
	});

	it("refuses a schedule without talks", async () => {
		const inputs = ["<schedule/>", SCHEDULE.replace(EVENT, ""), SCHEDULE.replace("<title>One</title>", "")];
		expect(await Promise.all(inputs.map(refusal))).toEqual([
			"The schedule holds no talks.",
			"The schedule holds no talks.",
			"The schedule holds no talk that can be read: The event g has no title and is left out.",
		]);
	});

	it("refuses a file that is cut off, wherever", async () => {
		const end = SCHEDULE.length - 1;
		const refusals = new Set<string>();
		for (let length = 1; length <= end; length += 7) refusals.add(await refusal(SCHEDULE.slice(0, length)));
		refusals.add(await refusal(SCHEDULE.slice(0, end)));
		expect([...refusals].filter((text) => !/cut off|broken at line/.test(text))).toEqual([]);
		expect(await refusal(SCHEDULE.slice(0, -1))).toBe("The file is cut off: it ends before the schedule does.");
	});

	it("refuses a document type, and so every entity", async () => {
		const bomb = `<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
		const refused = "The XML brings a document type of its own (DOCTYPE), which is refused for safety.";
		expect(await refusal(SCHEDULE.replace("<schedule>", `${bomb}<schedule>`).replace("One", "&b;&c;"))).toBe(refused);
		expect(await refusal(SCHEDULE.replace("<schedule>", `<!DOCTYPE schedule SYSTEM "x.dtd"><schedule>`))).toBe(refused);
		expect(await refusal(SCHEDULE.replace("One", "&b;"))).toBe(
			"The XML is broken at line 3, column 128: undefined entity.",
		);
	});

	it("refuses control characters, broken nesting and more depth than a schedule has", async () => {
		expect(await refusal(SCHEDULE.replace("One", "O\u0000e"))).toMatch(
			/^The XML is broken at line 3, .*disallowed character\.$/,
		);
		expect(await refusal(SCHEDULE.replace("One", "O&#8;e"))).toMatch(/^The XML is broken at line 3, /);
		expect(await refusal(SCHEDULE.replace("</room>", "</rom>"))).toMatch(
			/^The XML is broken at line 3, .*unexpected close tag\.$/,
		);
		expect(await refusal(SCHEDULE.replace("One", "<a>".repeat(10_000)))).toBe(
			"The XML is nested more than 64 elements deep.",
		);
		expect(await refusal(`<schedule>${"<schedule>".repeat(10_000)}`)).toBe(
			"The XML is nested more than 64 elements deep.",
		);
	});

	it("reads UTF-8 split inside a letter, with a byte order mark, UTF-16 and declared encodings", async () => {
		const text = SCHEDULE.replace("One", "Zoë 🐧");
		const utf8 = new TextEncoder().encode(`\uFEFF${text}`);
		async function* bytes() {
			for (const byte of utf8) yield Uint8Array.of(byte);
		}
		const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text.replace("UTF-8", "UTF-16")}`, "utf16le"));
		const latin1 = new Uint8Array(Buffer.from(text.replace("UTF-8", "ISO-8859-1").replace(" 🐧", ""), "latin1"));
		const streamed = new Blob([utf8]).stream();
		const read = await Promise.all(
			[bytes(), utf16, latin1, streamed, `\uFEFF${text}`].map((input) => readSchedule(input)),
		);
		expect(read.map(({ schedule }) => schedule.talks[0]?.title)).toEqual([
			"Zoë 🐧",
			"Zoë 🐧",
			"Zoë",
			"Zoë 🐧",
			"Zoë 🐧",
		]);
		expect(await refusal(new TextEncoder().encode(text.replace("UTF-8", "EBCDIC-XYZ")))).toBe(
			'The file says that it is written in "EBCDIC-XYZ", which cannot be read here.',
		);
	});

	it("refuses a file past 32 MB without reading on", async () => {
		let pieces = 0;
		async function* endless() {
			yield new TextEncoder().encode("<schedule>");
			const piece = new TextEncoder().encode(`<!--${" ".repeat(1024 * 1024)}-->`);
			for (; ; pieces++) yield piece;
		}
		expect(await refusal(endless())).toBe("The file is larger than 32 MB.");
		expect(pieces).toBeLessThan(33);
	});

	it("takes comments, instructions and unknown elements in its stride", async () => {
		const noisy = SCHEDULE.replace("<schedule>", "<!-- <schedule> --><?x y?><schedule><generator>z</generator>")
			.replace("<title>", "<!-- a --><logo>b</logo><title>")
			.replace("<day", "<day/><day><room/></day><day");
		expect((await readSchedule(noisy)).schedule.talks.map(({ title }) => title)).toEqual(["One"]);
	});
});
