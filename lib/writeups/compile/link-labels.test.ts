import { expect, test } from "vitest";
import { labelLinks } from "./talk-lines";
import type { ExportedLink } from "./types";

const labels = (kind: ExportedLink["kind"], ...links: [url: string, title: string][]) =>
	labelLinks(links.map(([url, title]) => ({ kind, url, title }))).map(({ label }) => label);

test("a recording is told by its format", () => {
	expect(
		labels(
			"RECORDING",
			["https://v.example/a.av1.webm", "Video recording (AV1/WebM; preferred) - 44.2 MB"],
			["https://v.example/a.MP4?download=1", "Video recording (MP4; for legacy systems) - 1.1 GB"],
		),
	).toEqual(["WebM", "MP4"]);
});

test("recordings of one format are told by their titles", () => {
	expect(
		labels(
			"RECORDING",
			["https://v.example/a.webm", "Video (AV1/WebM) - 44.2 MB"],
			["https://v.example/b.webm", "Video (VP9/WebM) - 63 MB"],
			["https://v.example/c.mp4", ""],
		),
	).toEqual(["Video (AV1/WebM)", "Video (VP9/WebM)", "MP4"]);
});

test("a recording without a format or a title is told by where it leads", () => {
	expect(labels("RECORDING", ["https://v.example/watch/talk-7", ""], ["https://v.example", "On the air"])).toEqual([
		"talk-7",
		"On the air",
	]);
});

test("slides are told by their titles, without the sizes of files", () => {
	expect(
		labels(
			"SLIDES",
			["https://s.example/a.pdf", "Talk slides (2.4 MB)"],
			["https://s.example/b.pdf", "Slides (PDF, 300 kB)"],
			["https://s.example/c.pdf", "Handout – 1,5 MiB"],
			["https://s.example/d.pdf", ""],
			["https://s.example/e.pdf", "How 640 kB ought to be enough"],
		),
	).toEqual(["Talk slides", "Slides (PDF)", "Handout", "d.pdf", "How 640 kB ought to be enough"]);
});

test("links that would have the same label are numbered", () => {
	expect(
		labels(
			"SLIDES",
			["https://s.example/a.pdf", "Slides"],
			["https://s.example/b.pdf", "Slides"],
			["https://c.example/c", "C"],
		),
	).toEqual(["Slides", "Slides (2)", "C"]);
});
