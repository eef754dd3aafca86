import { describe, expect, it } from "vitest";
import { measureCpuTime } from "@/lib/testing/cpu-time";
import { findPretalxWidgets, findScheduleLinks } from "./schedule-links";

const PAGE = "https://conf.example/2026/";

describe("scheduleLinks", () => {
	it("ranks files by what they are called and their kind", () => {
		const html = `<!doctype html><head>
			<link rel="alternate" type="text/calendar" href="/2026/all.ics" title="Conference">
			<link rel="stylesheet" href="schedule.css"></head>
			<a href="schedule.csv">CSV</a> <a href="schedule.ics">iCalendar</a> <a href="schedule.json">JSON</a>
			<a href="/2026/schedule/xml">XML</a> <a href="export?format=json">Schedule as JSON</a>`;
		expect(findScheduleLinks(html, PAGE)).toEqual({
			files: [
				"https://conf.example/2026/schedule/xml",
				"https://conf.example/2026/export?format=json",
				"https://conf.example/2026/schedule.json",
				"https://conf.example/2026/schedule.ics",
				"https://conf.example/2026/schedule.csv",
				"https://conf.example/2026/all.ics",
			],
			pages: [],
		});
	});

	it("prefers the page's own year, all talks to one, and its own host", () => {
		const html = `<a href="/2025/schedule.xml">2025</a><a href="/2026/talk/1/schedule.ics">This talk</a>
			<a href="https://other.example/schedule.xml">x</a><a href="/2026/schedule.xml">2026</a>`;
		expect(findScheduleLinks(html, PAGE).files).toEqual([
			"https://conf.example/2026/schedule.xml",
			"https://other.example/schedule.xml",
			"https://conf.example/2025/schedule.xml",
			"https://conf.example/2026/talk/1/schedule.ics",
		]);
	});

	it("finds pages about the schedule by what their links read or lead to, in several languages", () => {
		const html = `<a href="/about">About</a> <a href="/p/1"><span>Full</span> <b>Programme</b></a>
			<a href="/2026/fahrplan/">Alle Vorträge</a> <a href="/2026/x" title="Timetable">When</a>
			<a href="/2026/program.pdf">Program as PDF</a> <iframe src="https://talks.example/c/schedule/"></iframe>`;
		expect(findScheduleLinks(html, PAGE)).toEqual({
			files: [],
			pages: [
				"https://conf.example/p/1",
				"https://conf.example/2026/x",
				"https://conf.example/2026/fahrplan/",
				"https://talks.example/c/schedule/",
			],
		});
	});

	it("follows the page's base, and calendars that are to be subscribed to", () => {
		const html = `<base href="https://cdn.example/c/"><a href="schedule.xml#x">a</a>
			<a href="webcal://talks.example/program.ics">b</a>`;
		expect(findScheduleLinks(html, PAGE).files).toEqual([
			"https://cdn.example/c/schedule.xml",
			"https://talks.example/program.ics",
		]);
	});

	it("leaves out feeds, itself, files that speak of no schedule and what is no web address", () => {
		const html = `<link rel="alternate" type="application/atom+xml" href="/2026/schedule/updates" title="Schedule">
			<link rel="alternate" type="application/json+oembed" href="/oembed.json?of=schedule" title="Schedule">
			<a href="/2026/schedule/feed.xml">Schedule updates</a> <a href="#schedule">Schedule</a>
			<a href="/api/members.json">Members</a> <a href="/sitemap.xml">Schedule</a>
			<a href="javascript:schedule()">Schedule</a> <a href="http://[/schedule.xml">Schedule</a>
			<a>Schedule</a> <a href="file:///schedule.xml">Schedule</a>`;
		expect(findScheduleLinks(html, PAGE)).toEqual({ files: [], pages: [] });
	});

	it("finds no links in scripts, comments and texts", () => {
		const html = `<script>x = '<a href="/schedule.xml">x</a>'</script><!-- <a href="/schedule.json">x</a> -->
			<textarea><a href="/schedule.ics">x</a></textarea><style><a href="/schedule.csv">x</a></style>`;
		expect(findScheduleLinks(html, PAGE)).toEqual({ files: [], pages: [] });
	});

	it("takes no longer for a page that is written to take long", () => {
		const link = `<a href="/schedule.xml">x</a>`;
		const found = { files: ["https://conf.example/schedule.xml"], pages: [] };
		const many = (unit: (index: number) => string) =>
			Array.from({ length: 100_000 }, (_, index) => unit(index)).join("");
		const findAll = () => {
			expect(findScheduleLinks(link + many(() => "<div>"), PAGE)).toEqual(found);
			expect(findScheduleLinks(link + many((index) => `<b id=${index}><p>`), PAGE)).toEqual(found);
			expect(findScheduleLinks(`${link}<p ${many((index) => `a${index} `)}>${link}`, PAGE)).toEqual(found);
		};
		expect(measureCpuTime(findAll)).toBeLessThan(10_000);
	});
});

it("pretalxWidgets finds the events whose schedule a page embeds", () => {
	const html = `<pretalx-schedule event-url="https://talks.example/conf-26/" locale="en"></pretalx-schedule>
		<pretalx-schedule></pretalx-schedule>`;
	expect(findPretalxWidgets(html, PAGE)).toEqual(["https://talks.example/conf-26/"]);
});
