import { expect, it } from "vitest";
import { detectLanguage, labelSubtitles } from "./label-subtitles";

it.each<[string, string, string, string]>([
	["English subtitles", "https://example.org/a.vtt", "de", "en"],
	["Untertitel (Deutsch)", "https://example.org/a.vtt", "", "de"],
	["Subtitles [pt-br]", "https://example.org/a.vtt", "", "pt-BR"],
	["Video recording subtitle file (VTT)", "https://example.org/2026/FE7ULY-war-scarcity-and-ai.vtt", "", ""],
	["", "https://example.org/why-go.vtt", "", ""],
	["", "https://example.org/a.de.vtt?x=1", "en", "de"],
	["", "https://example.org/a_eng.srt", "", "en"],
	["", "https://example.org/a.v2.vtt", "en", "en"],
	["", "https://example.org/a.xq.vtt", "", ""],
	["", "https://example.org/subtitles?v=1&lang=fr&fmt=vtt", "", "fr"],
	["", "https://example.org/a.vtt", "en-GB", "en-GB"],
	["", "https://example.org/a.vtt", "<b>", ""],
	["", "no address", "", ""],
])("of a file %j at %s of a talk in %j is %j", (title, url, talk, expected) => {
	expect(detectLanguage({ title, url }, talk)).toBe(expected);
});

it("labels files so that each has another label", () => {
	const links = [
		{ url: "https://example.org/a.en.vtt", title: "" },
		{ url: "https://example.org/b.en.vtt", title: "" },
		{ url: "https://example.org/c.vtt", title: "Captions" },
		{ url: "https://example.org/d.vtt", title: "" },
	];
	expect(labelSubtitles(links, "")).toEqual([
		{ url: "https://example.org/a.en.vtt", language: "en", label: "English" },
		{ url: "https://example.org/b.en.vtt", language: "en", label: "English 2" },
		{ url: "https://example.org/c.vtt", language: "", label: "Captions" },
		{ url: "https://example.org/d.vtt", language: "", label: "Subtitles" },
	]);
	expect(labelSubtitles(links, "de").map(({ label }) => label)).toEqual(["English", "English 2", "German", "German 2"]);
});
