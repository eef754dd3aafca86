import { describe, expect, it } from "vitest";
import { listFosdemFiles, listPretalxFiles } from "./find-schedule";

describe("pretalxFiles", () => {
	it("names the exports of an event from any of its pages", () => {
		const exports = (event: string) => [
			`${event}/schedule/export/schedule.xml`,
			`${event}/schedule/export/schedule.json`,
		];
		const pages = ["", "/", "/schedule/", "/schedule/v/0.5/", "/talk/ABC123/", "/speaker/XYZ/?lang=de#top", "/cfp"];
		expect(pages.map((page) => listPretalxFiles(`https://talks.example:8443/conf-26${page}`))).toEqual(
			pages.map(() => exports("https://talks.example:8443/conf-26")),
		);
		expect(listPretalxFiles("https://example.org/pretalx/conf-26/talk/ABC123/")).toEqual(
			exports("https://example.org/pretalx/conf-26"),
		);
	});

	it("names nothing where the address has no event", () => {
		expect(listPretalxFiles("https://talks.example/?schedule")).toEqual([]);
	});
});

describe("fosdemFiles", () => {
	it("names a year's schedule from any page of that year", () => {
		const pages = [
			"https://fosdem.org/2026",
			"https://fosdem.org/2026/schedule/track/go/",
			"https://www.fosdem.org/2026/?x",
			"https://archive.fosdem.org/2019/schedule/",
		];
		expect(pages.map(listFosdemFiles)).toEqual([
			["https://fosdem.org/2026/schedule/xml"],
			["https://fosdem.org/2026/schedule/xml"],
			["https://www.fosdem.org/2026/schedule/xml"],
			["https://archive.fosdem.org/2019/schedule/xml"],
		]);
	});

	it("names nothing for other hosts, however they are called, and other pages", () => {
		const pages = [
			"https://fosdem.org/",
			"https://fosdem.org/about/2026/",
			"https://fosdem.org/20260/",
			"https://notfosdem.org/2026/",
			"https://fosdem.org.example/2026/",
		];
		expect(pages.flatMap(listFosdemFiles)).toEqual([]);
	});
});
