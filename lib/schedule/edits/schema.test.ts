import { describe, expect, it } from "vitest";
import {
	conferenceSchema,
	readFormValues,
	readId,
	readTexts,
	talkSchema,
	toConferenceValues,
	toFieldErrors,
	toTalkValues,
} from "./schema";
import type { TalkInput } from "./talk-input";

const input: TalkInput = {
	...{ title: "Low water", subtitle: "", type: "talk", language: "pt-BR", day: "2026-01-31", time: "09:30" },
	...{ duration: 30, track: "go", room: null, speakers: ["Ann", "Bob [bob-2]"], isCancelled: true },
	url: "https://matrix.to/#/#a:b.org?web-instance[element.io]=c",
	abstract: "An *abstract*.\n\n- of <two>",
	description: "",
	links: [{ kind: "SLIDES", url: "https://conf.example/a.pdf", title: "Slides & more" }],
};

const errors = (changes: object) => {
	const parsed = talkSchema.safeParse({ ...toTalkValues(input), ...changes });
	return parsed.success ? {} : toFieldErrors(parsed.error);
};

describe("a talk's form", () => {
	it("says again what it was filled with", () => {
		expect(talkSchema.parse(toTalkValues(input))).toEqual(input);
	});

	it("is read without NULs, in what names a row too", () => {
		const form = new FormData();
		for (const name of ["conference", "track", "speakers.name"]) form.append(name, "a\0b");
		expect(readTexts(form, ["conference", "talk"])).toEqual({ conference: "ab", talk: "" });
		const { track, speakers } = readFormValues(form, talkSchema);
		expect({ track, speakers }).toEqual({ track: "ab", speakers: [{ name: "ab" }] });
	});

	it("is read without the rows that were left empty, and without what browsers add", () => {
		const form = new FormData();
		for (const [name, value] of [
			...[
				["title", "  Low\u0000 water "],
				["day", "2026-01-31"],
				["time", "09:30"],
				["duration", " 30 "],
			],
			...[
				["speakers.name", "Ann"],
				["speakers.name", " "],
				["abstract", "Two\r\nlines.\r\n"],
				["url", " "],
				["track", ""],
			],
			...[
				["links.kind", "SLIDES"],
				["links.url", ""],
				["links.title", ""],
			],
			...[
				["links.kind", "RECORDING"],
				["links.url", "https://v.example/a.mp4"],
				["links.title", ""],
			],
		] as [string, string][]) {
			form.append(name, value);
		}
		expect(talkSchema.parse(readFormValues(form, talkSchema))).toEqual({
			...{ title: "Low water", subtitle: "", type: "", language: "", day: "2026-01-31", time: "09:30", duration: 30 },
			...{ track: null, room: null, speakers: ["Ann"], url: null, isCancelled: false, description: "" },
			abstract: "Two\nlines.",
			links: [{ kind: "RECORDING", url: "https://v.example/a.mp4", title: "" }],
		});
	});

	it("says of each field what is wrong with it", () => {
		const address = "Give a whole address, such as https://example.org/talk.";
		const link = (url: string) => ({ kind: "OTHER", url, title: "" });
		expect(
			errors({
				...{
					title: " ",
					language: "Klingon",
					day: "31.1.2026",
					time: "9:3",
					duration: "-1",
					url: "javascript:alert(1)",
				},
				links: [link("https://a.example/"), link("data:text/html,x"), { ...link("https://a.example/"), kind: "VIRUS" }],
				speakers: [{ name: "x".repeat(501) }],
			}),
		).toEqual({
			title: "Give the talk a title.",
			language: "Give a language's code, such as en or pt-BR.",
			day: "Give a day, such as 2026-01-31.",
			time: "Give a time, such as 09:30.",
			duration: "Give a number of minutes, such as 30.",
			url: address,
			"links.1.url": address,
			"links.2.kind": "Choose what the link leads to.",
			"speakers.0.name": "Use at most 500 characters.",
		});
	});
});

describe("a conference's form", () => {
	it("says again what it was filled with", () => {
		const conference = {
			...{ title: "Conf", subtitle: "", timeZone: "Europe/Brussels", startDate: "2026-01-31", endDate: "2026-02-01" },
			...{ dayChange: 540, venue: "ULB", city: "", url: null },
		};
		expect(conferenceSchema.parse(toConferenceValues(conference))).toEqual(conference);
	});

	it("says what is wrong with days, zone and time", () => {
		const values = {
			title: "A",
			subtitle: "",
			venue: "",
			city: "",
			url: "ftp://a.example",
			// One that Intl knows, and nothing can be computed with.
			timeZone: "IST",
		};
		const parsed = conferenceSchema.safeParse({ ...values, startDate: "2026-02-30", endDate: "", dayChange: "24:00" });
		expect(parsed.error && toFieldErrors(parsed.error)).toEqual({
			startDate: "Give a day, such as 2026-01-31.",
			endDate: "Give a day, such as 2026-01-31.",
			timeZone: "Choose a time zone from the list, for example Europe/Brussels.",
			dayChange: "Give a time, such as 09:30.",
			url: "Give a whole address, such as https://example.org/talk.",
		});
	});
});

it("takes for a row's id only what a database can hold", () => {
	expect(["17", "0", "", "-1", "1.5", "1e3", "0x10", "1000000000000", "NaN"].map(readId)).toEqual([
		17, 0, 0, 0, 0, 0, 0, 0, 0,
	]);
});
