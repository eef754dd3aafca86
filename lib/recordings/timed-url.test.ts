import { describe, expect, it } from "vitest";
import { findTimedRecording, toTimedUrl } from "./timed-url";

describe("the address of a moment", () => {
	it.each([
		["https://video.example.org/2026/a/talk.av1.webm", "https://video.example.org/2026/a/talk.av1.webm#t=754"],
		["https://video.example.org/a.MP4?x=1#t=3", "https://video.example.org/a.MP4?x=1#t=754"],
		["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=754s"],
		["https://youtu.be/dQw4w9WgXcQ?t=9", "https://youtu.be/dQw4w9WgXcQ?t=754s"],
		["https://vimeo.com/123456", "https://vimeo.com/123456#t=754s"],
		["https://media.ccc.de/v/36c3-1-talk", "https://media.ccc.de/v/36c3-1-talk#t=754"],
		["https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=754s"],
	])("%s", (url, expected) => {
		expect(toTimedUrl(url, 754.9)).toBe(expected);
	});

	it.each(["https://media.ccc.de/", "https://example.org/talk", "ftp://example.org/a.mp4", "nothing"])(
		"%s has none",
		(url) => {
			expect(toTimedUrl(url, 1)).toBeNull();
		},
	);

	it("is of what plays everywhere, before what not everybody can play", () => {
		const link = (url: string, kind: "RECORDING" | "SLIDES" = "RECORDING") => ({ kind, url });
		const links = [
			link("https://a.example/slides.mp4", "SLIDES"),
			link("https://a.example/page"),
			link("https://a.example/talk.webm"),
			link("https://a.example/talk.mp4"),
		];
		expect(findTimedRecording(links, 5)).toBe("https://a.example/talk.mp4#t=5");
		expect(findTimedRecording(links.slice(0, 3), 5)).toBe("https://a.example/talk.webm#t=5");
		expect(findTimedRecording(links.slice(0, 2), 5)).toBeNull();
	});
});
