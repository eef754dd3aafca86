import { describe, expect, it } from "vitest";
import {
	findZoneByOffset,
	getConferenceDay,
	isTimeZone,
	parseCalendarDay,
	parseStart,
	parseTimeOfDay,
	resolveConferenceDay,
} from "@/lib/time/date-time";
import { TIME_ZONES } from "../edits/schema";
import { oneLine, parseHttpUrl, parseLanguageTag, toMarkdownText, toSourceText } from "./text";

const brussels = { day: "2026-01-31", dayChange: 540, timeZone: "Europe/Brussels" };
const start = (date: string, time = "", context = brussels) => parseStart(date, time, context)?.toISOString() ?? null;

describe("dayOf", () => {
	const dayIn =
		(context: { dayChange: number }) =>
		(start: string, day: string | null, end = "") =>
			resolveConferenceDay(new Date(start), { day, end }, { timeZone: "Europe/Brussels", ...context });
	const plain = dayIn({ dayChange: 0 });

	it("believes the list where the talk begins on that day or in the night after it", () => {
		expect([
			plain("2026-01-31T09:00:00+01:00", "2026-01-31"),
			plain("2026-02-01T05:59:00+01:00", "2026-01-31"),
			plain("2026-02-01T10:00:00+01:00", "2026-01-31", "2026-02-01T12:00:00+01:00"),
			dayIn({ dayChange: 9 * 60 })("2026-02-01T08:30:00+01:00", "2026-01-31"),
			// Before the day change, but the list says that day itself.
			dayIn({ dayChange: 9 * 60 })("2026-01-31T08:30:00+01:00", "2026-01-31"),
		]).toEqual(Array(5).fill("2026-01-31"));
	});

	it("does not believe a list that names its days by their date in UTC", () => {
		const end = "2023-09-10T21:29:59+00:00";
		const inKochi = { dayChange: 0, timeZone: "Asia/Kolkata" };
		expect(resolveConferenceDay(new Date("2023-09-10T05:00:00Z"), { day: "2023-09-09", end }, inKochi)).toBe(
			"2023-09-10",
		);
	});

	it("believes the talk's own date where the list says another day", () => {
		expect([
			plain("2026-02-01T09:00:00+01:00", "2026-01-31"),
			plain("2026-02-01T10:00:00+01:00", "2026-01-30"),
			plain("2026-02-01T10:00:00+01:00", "2026-01-31", "2026-01-31T23:00:00+01:00"),
			plain("2026-02-01T01:00:00+01:00", null),
			dayIn({ dayChange: 4 * 60 })("2026-02-02T01:00:00+01:00", null),
		]).toEqual(Array(5).fill("2026-02-01"));
	});
});

describe("parseStart", () => {
	it("believes an offset before everything else", () => {
		expect([
			start("2026-01-31T10:00:00+01:00", "23:00"),
			start("2026-01-31T09:00:00Z"),
			start("2026-01-31 10:00+0100"),
			start("2026-01-31T14:45:00.000+05:45"),
		]).toEqual(Array(4).fill("2026-01-31T09:00:00.000Z"));
	});

	it("reads a date and time without an offset in the conference's zone", () => {
		expect(start("2026-07-01T10:00:00")).toBe("2026-07-01T08:00:00.000Z");
	});

	it("puts a time before the day change on the next calendar day, unless the date names that day itself", () => {
		expect(start("", "01:30")).toBe("2026-02-01T00:30:00.000Z");
		expect(start("2026-01-31", "01:30")).toBe("2026-02-01T00:30:00.000Z");
		expect(start("2026-02-01", "01:30")).toBe("2026-02-01T00:30:00.000Z");
		expect(start("", "09:00")).toBe("2026-01-31T08:00:00.000Z");
	});

	it("knows when it cannot tell", () => {
		expect([
			start(""),
			start("soon", "later"),
			start("2026-13-45T10:00:00+01:00"),
			start("2026-02-31T10:00:00+01:00"),
			start("", "25:00"),
		]).toEqual(Array(5).fill(null));
		expect(start("", "10:00", { ...brussels, day: "2026-02-31" })).toBeNull();
	});
});

it("names the day of the conference that an instant falls on", () => {
	const day = (instant: string) => getConferenceDay(new Date(instant), brussels);
	expect([day("2026-02-01T07:59:00Z"), day("2026-02-01T08:00:00Z")]).toEqual(["2026-01-31", "2026-02-01"]);
});

it("reads times of day, days and zones", () => {
	expect(["9:00", "09:00:00", "24:00", "9", "9:60"].map(parseTimeOfDay)).toEqual([540, 540, 1440, null, null]);
	expect(
		["2026-01-31", "2026-01-31T09:00:00+01:00", "31.1.2026", "2026-99-01", "2026-02-31"].map(parseCalendarDay),
	).toEqual(["2026-01-31", "2026-01-31", null, null, null]);
	const known = ["Europe/Brussels", "Asia/Kolkata", "Asia/Calcutta", "UTC", "EST", "Etc/GMT-1"];
	// The last three Intl knows, and nothing can be computed with.
	const unknown = ["", "Mars/Base", "+01:00", "IST", "PST", "ACT"];
	expect([...known, ...unknown].filter(isTimeZone)).toEqual(known);
	expect(TIME_ZONES.filter((name) => !isTimeZone(name))).toEqual([]);
	expect(["T10:00:00+01:00", "T10:00-0500", "T10:00+00:00", "T10:00+05:30", "T10:00"].map(findZoneByOffset)).toEqual([
		"Etc/GMT-1",
		"Etc/GMT+5",
		"UTC",
		"Asia/Kolkata",
		null,
	]);
});

it("takes web addresses alone, and leaves a good one as it is", () => {
	const good = [
		"https://matrix.to/#/#2026-main:fosdem.org?web-instance[element.io]=chat.fosdem.org",
		"http://example.org:8080/ä?b=c&d#e",
		"https://fosdem.org",
	];
	expect(good.map((text) => parseHttpUrl(text))).toEqual(good);
	const bad = [
		"",
		" ",
		"javascript:alert(1)",
		"data:text/html,x",
		"ftp://a.example/",
		"thttps://a.example",
		"/x",
		"x",
		"https://",
		"http://[",
		"java\u0000script:x",
	];
	expect(bad.map((text) => parseHttpUrl(text))).toEqual(bad.map(() => null));
	expect(parseHttpUrl(" HTTPS://a.example/b c ")).toBe("https://a.example/b%20c");
	expect(parseHttpUrl("event/x", "https://a.example/2026/")).toBe("https://a.example/2026/event/x");
	expect(parseHttpUrl("javascript:x", "https://a.example/2026/")).toBeNull();
});

it("keeps the lines of a text that is plain but for a tag or two", () => {
	expect(toSourceText("One <i>of</i> them\n\n* a\n* b<br>\nc")).toEqual({
		markup: "html",
		text: "<p>One <i>of</i> them</p>\n<p>* a<br>* b<br>c</p>",
	});
	const wrapped = "<p>A <i>b</i>\nc</p>\n\n<p>d</p>";
	expect(toSourceText(wrapped)).toEqual({ markup: "html", text: wrapped });
	expect(toMarkdownText("a <i>b</i>\n\nc")).toEqual({ markup: "markdown", text: "a <i>b</i>\n\nc" });
});

it("tidies lines, texts and languages", () => {
	expect(oneLine(" a\t\nb \u0000c\u009F\uFEFF ")).toBe("a b c");
	expect(oneLine("e\u0301")).toBe("é");
	expect(oneLine("👩\u200D💻 \u202Bעברית\u202C")).toBe("👩\u200D💻 \u202Bעברית\u202C");
	expect(toSourceText("\r\na\r\nb\u0007\tc\n")).toEqual({ markup: "markdown", text: "a\nb\tc" });
	expect(toSourceText("a < b, c > d and <3").markup).toBe("markdown");
	expect(toSourceText("a<BR />b").markup).toBe("html");
	expect(["en", "EN_gb", "de, en", "Deutsch", "x", "en-a-b-c"].map(parseLanguageTag)).toEqual([
		"en",
		"en-GB",
		"de",
		"",
		"",
		"",
	]);
});
