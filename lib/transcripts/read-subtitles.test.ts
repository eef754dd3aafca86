import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureCpuTime } from "@/lib/testing/cpu-time";
import { runs } from "@/lib/testing/property-runs";
import { readSubtitles, SubtitleError } from "./read-subtitles";
import type { Cue } from "./types";
import { toVtt } from "./write-vtt";

const read = (text: string) => readSubtitles(new TextEncoder().encode(text));
const vtt = (...blocks: string[]) => read(["WEBVTT", ...blocks].join("\n\n"));
const refusal = (bytes: Uint8Array): string => {
	try {
		readSubtitles(bytes);
	} catch (error) {
		if (error instanceof SubtitleError) return error.message;
		throw error;
	}
	throw new Error("It was read.");
};

const HELLO: Cue = { start: 1, end: 2, text: "Hello" };
const THERE: Cue = { start: 3, end: 4.5, text: "there, Łódź" };
const FILE = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:03.000 --> 00:04.500\nthere, Łódź\n";

describe("how a file is written", () => {
	const utf16 = (text: string, littleEndian: boolean) => {
		const bytes = new Uint8Array(text.length * 2);
		const view = new DataView(bytes.buffer);
		for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
		return bytes;
	};

	it.each<[string, Uint8Array]>([
		["UTF-8", new TextEncoder().encode(FILE)],
		["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${FILE}`)],
		["UTF-16, little endian", utf16(`\uFEFF${FILE}`, true)],
		["UTF-16, big endian", utf16(`\uFEFF${FILE}`, false)],
		["UTF-16 that does not say so", utf16(FILE, true)],
		["UTF-16, big endian, that does not say so", utf16(FILE, false)],
		["lines that end with CR and LF", new TextEncoder().encode(FILE.replaceAll("\n", "\r\n"))],
		["lines that end with CR", new TextEncoder().encode(FILE.replaceAll("\n", "\r"))],
		["no line break at the end", new TextEncoder().encode(FILE.trimEnd())],
	])("may be %s", (_, bytes) => expect(readSubtitles(bytes)).toEqual([HELLO, THERE]));

	it("may be Windows-1252, as older SRT files are", () => {
		const text = "1\n00:00:01,000 --> 00:00:02,000\nCaf\u00e9 \u0093d\u0094\n";
		expect(readSubtitles(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toEqual([
			{ start: 1, end: 2, text: "Café “d”" },
		]);
	});
});

describe("WebVTT", () => {
	it("may have a header, without a blank line after it too", () => {
		const cue = "00:01.000 --> 00:02.000\nHello";
		expect(read(`WEBVTT - A talk\nKind: captions\nLanguage: en\n\n${cue}`)).toEqual([HELLO]);
		expect(read(`WEBVTT\n${cue}`)).toEqual([HELLO]);
		expect(read(`WEBVTT FILE\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n${cue}`)).toEqual([HELLO]);
	});

	it("may be without its signature", () => {
		expect(read("00:01.000 --> 00:02.000\nHello")).toEqual([HELLO]);
	});

	it("has notes, styles and regions that nobody says", () => {
		expect(
			vtt(
				"STYLE\n::cue { color: red }",
				"REGION\nid:fred\nwidth:40%",
				"NOTE Hello there",
				"00:01.000 --> 00:02.000\nHello",
				"NOTE\nof several\nlines",
				"STYLE\n::cue(b) { color: red }",
				"00:03.000 --> 00:04.500\nthere, Łódź",
			),
		).toEqual([HELLO, THERE]);
	});

	it("has identifiers and settings that nobody says", () => {
		expect(
			vtt(
				"intro\n00:01.000 --> 00:02.000 align:start position:10%,line-left line:-1\nHello",
				"NOTES on it\n00:03.000 --> 00:04.500 region:fred size:40%\nthere, Łódź",
			),
		).toEqual([HELLO, THERE]);
	});

	it.each<[string, number, number]>([
		["00:01.000 --> 00:02.000", 1, 2],
		["00:00:01.000 --> 00:00:02.000", 1, 2],
		["1:00:01.000 --> 1:00:02.000", 3601, 3602],
		["100:00:01.000 --> 123:00:02.000", 360_001, 442_802],
		["00:00:01,5 --> 00:00:02,25", 1.5, 2.25],
		["00:01 --> 00:02", 1, 2],
		["75:10.000 --> 75:11.000", 4510, 4511],
		["  00:01.000-->00:02.000  ", 1, 2],
		["00:00:01.000000 --> 00:00:02.123456", 1, 2.123],
	])("is at %j from %d to %d s", (timing, start, end) => {
		expect(vtt(`${timing}\nHello`)).toEqual([{ start, end, text: "Hello" }]);
	});

	it("says who speaks, one part for each", () => {
		expect(
			vtt(
				"00:01.000 --> 00:02.000\n<v.loud Ann  B. &amp; Co>Hi</v> all <v Bob>You\ntoo",
				"00:03.000 --> 00:04.000\nYes",
			),
		).toEqual([
			{ start: 1, end: 2, text: "Hi", speaker: "Ann B. & Co" },
			{ start: 1, end: 2, text: "all" },
			{ start: 1, end: 2, text: "You too", speaker: "Bob" },
			{ start: 3, end: 4, text: "Yes" },
		]);
	});

	it("has markup and times within its cues", () => {
		expect(
			vtt(
				"00:01.000 --> 00:02.000\n<c.yellow.bg_blue>He</c><i>l<b>l</b></i>o <00:00:01.500><lang en-GB>the<u>re</u></lang>",
			),
		).toEqual([{ start: 1, end: 2, text: "Hello there" }]);
	});

	it("has references for characters, of which each is undone once", () => {
		expect(
			vtt("00:01.000 --> 00:02.000\n&lt;b&gt; &amp;amp; &#39;&eacute;&#x1F991;&nbsp;AT&T &unknown; &copy"),
		).toEqual([{ start: 1, end: 2, text: "<b> &amp; 'é🦑 AT&T &unknown; &copy" }]);
	});

	it("keeps what only looks like markup", () => {
		expect(vtt("00:01.000 --> 00:02.000\nif a < b and c > d: Vec<T> <- x <b")).toEqual([
			{ start: 1, end: 2, text: "if a < b and c > d: Vec<T> <- x <b" },
		]);
	});

	it("holds what is no text for a database as a sign of it", () => {
		expect(vtt("00:01.000 --> 00:02.000\na\0b\u0007c &#0; &#xD800; d\u2028e")).toEqual([
			{ start: 1, end: 2, text: "a\uFFFDb c \uFFFD \uFFFD d e" },
		]);
	});

	it("is read in order of time, what overlaps too, and what is there twice once", () => {
		expect(
			vtt(
				"00:05.000 --> 00:09.000\nc",
				"00:01.000 --> 00:06.000\na",
				"00:02.000 --> 00:03.000\nb",
				"00:01.000 --> 00:06.000\na",
			),
		).toEqual([
			{ start: 1, end: 6, text: "a" },
			{ start: 2, end: 3, text: "b" },
			{ start: 5, end: 9, text: "c" },
		]);
	});

	it("keeps the words of cues that take no time, or less, and none of empty ones", () => {
		expect(
			vtt(
				"00:01.000 --> 00:01.000\nnone",
				"00:03.000 --> 00:02.000\nless",
				"00:04.000 --> 00:05.000",
				"00:04.000 --> 00:05.000\n<i> </i>&nbsp;",
			),
		).toEqual([
			{ start: 1, end: 1, text: "none" },
			{ start: 3, end: 3, text: "less" },
		]);
	});

	it("leaves out what is broken, and nothing beside it", () => {
		expect(
			vtt(
				"00:01.000 --> 00:02.000\nHello\n00:02.000 --> 00:02.500\nno blank line",
				"alone",
				"00:xx --> 00:03.000\nno time",
				"00:03.000 --> 00:04.500\nthere, Łódź",
			),
		).toEqual([HELLO, { start: 2, end: 2.5, text: "no blank line" }, THERE]);
	});
});

describe("SRT", () => {
	it("is read with its markup gone", () => {
		expect(
			read(
				`1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2\n{\\an8}<font color="#fff">Hello</font><br/><B>you</B> &amp; <i>all</i>\n\n2\n00:00:03,000 --> 00:00:04,500\nthere, Łódź`,
			),
		).toEqual([{ start: 1, end: 2, text: "Hello you & all" }, THERE]);
	});

	it("may have blank lines anywhere, or nowhere, and numbers that are said", () => {
		expect(
			read(
				"\n\n1\n\n00:00:01,000 --> 00:00:02,000\n\nHello\n \nall\n\n\n2\n00:00:03,000 --> 00:00:04,000\nin\n2026\n3\n00:00:05,000 --> 00:00:06,000\nyes --> no\n",
			),
		).toEqual([
			{ start: 1, end: 2, text: "Hello all" },
			{ start: 3, end: 4, text: "in 2026" },
			{ start: 5, end: 6, text: "yes --> no" },
		]);
		expect(read("00:01 --> 00:02\n2026\n\n00:03 --> 00:04\n2027")).toEqual([
			{ start: 1, end: 2, text: "2026" },
			{ start: 3, end: 4, text: "2027" },
		]);
	});
});

describe("rolling captions", () => {
	it("say each line once, as YouTube's do", () => {
		expect(
			vtt(
				"00:00.000 --> 00:02.000 align:start position:0%\n \nso<00:00:00.500><c> today</c>",
				"00:02.000 --> 00:02.010\nso today\n ",
				"00:02.010 --> 00:04.000\nso today\nwe<00:00:03.000><c> look</c>",
				"00:04.000 --> 00:04.010\nwe look\n ",
				"00:04.010 --> 00:06.000\nwe look\nat tides",
			),
		).toEqual([
			{ start: 0, end: 2.01, text: "so today" },
			{ start: 2.01, end: 4.01, text: "we look" },
			{ start: 4.01, end: 6, text: "at tides" },
		]);
	});

	it("are not what somebody says again", () => {
		const said = ["No.", "No.", "Yes.", "Why?", "Why?", "Because.", "Well.", "Ah."];
		const cues = said.map((text, index) => ({ start: index, end: index + 1, text }));
		expect(read(toVtt(cues))).toEqual(cues);
	});
});

describe("what is no subtitle file", () => {
	it.each<[string, string | Uint8Array]>([
		["The subtitle file is empty.", ""],
		["The subtitle file is empty.", "\uFEFF \r\n"],
		[
			"There is a web page instead of a subtitle file.",
			"\n<!DOCTYPE html><html><!-- --> <p>00:01 --> 00:02</p></html>",
		],
		["There is a web page instead of a subtitle file.", "<html lang=en><body>Sign in</body></html>"],
		["The subtitle file has no words in it.", "WEBVTT\n\nNOTE nothing was said\n"],
		["The subtitle file has no words in it.", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n"],
		["What is there is no subtitle file that can be read; WebVTT and SRT can.", "Not found"],
		["What is there is no subtitle file that can be read; WebVTT and SRT can.", "a --> b\nc"],
		[
			"What is there is no subtitle file that can be read; WebVTT and SRT can.",
			Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
		],
	])("is refused: %s", (sentence, file) => {
		expect(refusal(typeof file === "string" ? new TextEncoder().encode(file) : file)).toBe(sentence);
	});
});

describe("hostile files", () => {
	it.each<[string, string]>([
		[
			"20,000 cues",
			Array.from({ length: 20_000 }, (_, index) => `\n\n0:${index % 60}:00.000 --> 0:59:00.000\n${index}`).join(""),
		],
		["1 MB of one cue's markup", `\n\n00:01.000 --> 00:02.000\n${"<v a>".repeat(200_000)}x`],
		["1 MB of tags that never end", `\n\n00:01.000 --> 00:02.000\n${"<i ".repeat(340_000)}x`],
		["1 MB of references", `\n\n00:01.000 --> 00:02.000\n${"&x;&#".repeat(200_000)}`],
		["1 MB of times", `\n\n${"00:01.000 --> 00:02.000\n".repeat(40_000)}x`],
		["1 MB of arrows", `\n\n00:01.000 --> 00:02.000\n${"-->\n".repeat(240_000)}x`],
		["1 MB of spaces", `\n\n00:01.000 --> 00:02.000${" ".repeat(1_000_000)}x\ny${" ".repeat(100_000)}`],
	])("of %s are read within seconds", (_, text) => {
		const readAll = () => expect(read(`WEBVTT${text}`).length).toBeGreaterThan(0);
		expect(measureCpuTime(readAll)).toBeLessThan(2_000);
	});

	it("are read or refused in one sentence, whatever they are", () => {
		const piece = fc.oneof(
			fc.string({ unit: "binary", maxLength: 20 }),
			fc.constantFrom(
				"WEBVTT",
				"\n",
				"\n\n",
				"\r",
				"00:01.000",
				" --> ",
				"00:02,0",
				"NOTE",
				"STYLE",
				"<v ",
				">",
				"</",
				"&",
				"1",
			),
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.array(piece).map((pieces) => new TextEncoder().encode(pieces.join(""))),
					fc.uint8Array(),
				),
				(bytes) => {
					try {
						for (const { start, end, text } of readSubtitles(bytes)) {
							expect([start >= 0, end >= start, text.trim() !== "", text.includes("\n")]).toEqual([
								true,
								true,
								true,
								false,
							]);
						}
					} catch (error) {
						if (!(error instanceof SubtitleError)) throw error;
						expect(error.message).toMatch(/^[A-Z][^\n]*\.$/);
					}
				},
			),
			runs(1000),
		);
	});
});

describe("well-formed files", () => {
	const word = fc
		.array(
			fc.oneof(
				fc.constantFrom("&", "<", ">", "é", "語", "🦑", "-", "'", "<b>", "&amp;", "-->"),
				fc.string({ unit: "grapheme", maxLength: 4 }),
			),
			{ minLength: 1 },
		)
		.map((parts) => parts.join("").replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]/gu, ""))
		.filter((text) => text !== "" && !/\{\\a/.test(text));
	const cues = fc
		.array(
			fc.record(
				{
					length: fc.integer({ min: 1, max: 8000 }),
					words: fc.array(word, { minLength: 1, maxLength: 6 }),
					speaker: word.filter((name) => !name.startsWith(".")),
				},
				{ requiredKeys: ["length", "words"] },
			),
			{ minLength: 1, maxLength: 30 },
		)
		.map((given) => {
			let at = 0;
			return given.map(({ length, words, speaker }, index): Cue => {
				const start = at / 1000;
				at += length;
				// A number in each, so that none repeats the one before.
				const cue = { start, end: at / 1000, text: `${index} ${words.join(" ")}` };
				return speaker === undefined ? cue : { ...cue, speaker };
			});
		});

	it("come back as they were written", () => {
		fc.assert(
			fc.property(cues, (written) => {
				expect(read(toVtt(written))).toEqual(written);
			}),
			runs(300),
		);
	});

	it("lose no word to what stands between and within their cues", () => {
		const between = fc.constantFrom("", "NOTE --\nsaid nowhere\n\n", "id 1\n", "\n\n", "STYLE\n::cue {}\n\n");
		fc.assert(
			fc.property(cues, fc.array(between, { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (written, given, end) => {
				const [signature, ...blocks] = toVtt(written).split("\n\n");
				const dressed = blocks.map((block, index) => {
					const [times, said = ""] = block.split("\n");
					const text = said.replace(/ (?![^<]*>)/g, " <i></i>\n");
					return `${given[index % given.length]}${times}\n${text}`;
				});
				const file = [signature, ...dressed].join("\n\n").replaceAll("\n", end);
				const words = (all: readonly Cue[]) => all.map(({ text }) => text).join(" ");
				expect(words(read(file))).toBe(words(written));
			}),
			runs(300),
		);
	});
});

it("writes times that go beyond 99 hours, and gives each cue some", () => {
	expect(toVtt([{ start: 360_001.0004, end: 360_001, text: "a\n\nb --> c", speaker: "A > B" }])).toBe(
		"WEBVTT\n\n100:00:01.000 --> 100:00:01.001\n<v A &gt; B>a b --&gt; c\n",
	);
});
