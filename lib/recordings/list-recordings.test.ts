import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readSchedule } from "@/lib/schedule/formats";
import { createEmbedUrl } from "./embeds";
import { listRecordings } from "./list-recordings";

const link = (url: string, title = "", kind: "RECORDING" | "SLIDES" = "RECORDING") => ({ kind, url, title });

const FOSDEM = "../shared/schedules/fosdem-2026.as-of-2026-03-20.xml";
const isThere = existsSync(FOSDEM);

it.skipIf(!isThere)(
	`is one recording of each of FOSDEM's${isThere ? "" : ` (skipped: there is no ${FOSDEM})`}`,
	async () => {
		const { schedule } = await readSchedule(await readFile(FOSDEM), FOSDEM);
		const found = schedule.talks.map(({ links }) => listRecordings(links)).filter((each) => each.length > 0);
		expect(found).toHaveLength(983);
		const shapes = found.map((each) =>
			each.map((one) =>
				one.kind === "files"
					? one.files
							.map(({ type }) => type)
							.sort()
							.join(" ")
					: one.kind,
			),
		);
		expect(new Set(shapes.map(String))).toEqual(new Set(['video/mp4 video/webm; codecs="av01.0.08M.08"']));
	},
);

describe("what can be watched", () => {
	it("is one recording where files differ in their form alone, in the order of the schedule", () => {
		const links = [
			link("https://v.example/2026/janson/A-talk.av1.webm", "AV1"),
			link("https://v.example/2026/janson/A-talk.mp4", "MP4"),
			link("https://v.example/2026/janson/A-talk.mp4"),
			link("https://v.example/slides.mp4", "Slides", "SLIDES"),
		];
		expect(listRecordings(links)).toEqual([
			{
				kind: "files",
				label: "AV1",
				isAudio: false,
				files: [
					{
						url: "https://v.example/2026/janson/A-talk.av1.webm",
						type: 'video/webm; codecs="av01.0.08M.08"',
						label: "AV1",
					},
					{ url: "https://v.example/2026/janson/A-talk.mp4", type: "video/mp4", label: "MP4" },
				],
			},
		]);
	});

	it("is several recordings where their names differ, sound alone last", () => {
		const links = [
			link("https://v.example/talk.opus"),
			link("https://v.example/talk-part1_hd.mp4"),
			link("https://v.example/talk-part1_webm-sd.webm"),
			link("https://v.example/talk-part2_hd.mp4"),
		];
		const names = listRecordings(links).map((each) => (each.kind === "files" ? each.files.map(({ url }) => url) : []));
		expect(names).toEqual([
			["https://v.example/talk-part1_hd.mp4", "https://v.example/talk-part1_webm-sd.webm"],
			["https://v.example/talk-part2_hd.mp4"],
			["https://v.example/talk.opus"],
		]);
	});

	it.each([
		["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1h2m3s", "youtube", "dQw4w9WgXcQ", "", 3723],
		["https://youtu.be/dQw4w9WgXcQ?t=754", "youtube", "dQw4w9WgXcQ", "", 754],
		["https://m.youtube.com/live/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ", "", 0],
		["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=9", "youtube", "dQw4w9WgXcQ", "", 9],
		["https://vimeo.com/123456789", "vimeo", "123456789", "", 0],
		["https://vimeo.com/123456789/abcdef0123#t=12m34s", "vimeo", "123456789", "abcdef0123", 754],
		["https://player.vimeo.com/video/123456789?h=abcdef0123", "vimeo", "123456789", "abcdef0123", 0],
		["https://media.ccc.de/v/36c3-10555-a_talk#t=20", "media.ccc.de", "36c3-10555-a_talk", "", 20],
	])("%s is shown by its host's player", (url, host, id, secret, start) => {
		expect(listRecordings([link(url, "Video")])).toEqual([
			{ kind: "embed", label: "Video", host, id, secret, start, url: new URL(url).href },
		]);
	});

	it.each([
		"https://www.youtube.com/playlist?list=PL123",
		"https://www.youtube.com/@conference",
		"https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
		"https://vimeo.com/conference",
		"https://media.ccc.de/c/36c3",
		"https://example.org/talks/1",
	])("%s is a page to go to", (url) => {
		expect(listRecordings([link(url)])).toEqual([{ kind: "page", label: new URL(url).host, url: new URL(url).href }]);
	});

	it("is nothing where an address is none, or not of the web", () => {
		expect(
			listRecordings(["nothing", "ftp://a.example/a.mp4", "javascript:alert(1)//a.mp4"].map((url) => link(url))),
		).toEqual([]);
	});

	it("is loaded from the host's own player, at the moment wanted", () => {
		const addresses = ["https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/123456/abcdef", "https://media.ccc.de/v/a"]
			.flatMap((url) => listRecordings([link(url)]))
			.map((each) => (each.kind === "embed" ? createEmbedUrl(each, 75.5, "https://shelf.example") : ""));
		expect(addresses).toEqual([
			"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?enablejsapi=1&autoplay=1&playsinline=1&rel=0&origin=https%3A%2F%2Fshelf.example&start=75",
			"https://player.vimeo.com/video/123456?dnt=1&autoplay=1&h=abcdef#t=75s",
			"https://media.ccc.de/v/a/oembed#t=75",
		]);
	});
});
