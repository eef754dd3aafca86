import fc from "fast-check";
import { hostileLine, hostileMarkdown } from "@/lib/markdown/hostile-markdown";
import { LATEST_TIME } from "../limits";
import { conferenceWith, noteWith } from "./sample";
import type { ExportedTalk, NotesExport } from "./types";

const name = fc.oneof(hostileLine, fc.string({ unit: "grapheme", maxLength: 200 })).map((text) => `${text.trim()}x`);
const url = fc.oneof(
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	fc.constantFrom("https://x.org/a_(b)_[c]", "https://x.org/a%20b?c=d&e=f#*g*", "https://x.org/<a>"),
);
const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

const recording = fc.constantFrom(
	"https://video.fosdem.org/2026/a b/talk_(x)_[y]*.av1.webm",
	"https://video.fosdem.org/2026/talk.mp4?a=`b`&c=<d>#e",
	"https://www.youtube.com/watch?v=a_b-c&list=*d*",
	"https://media.ccc.de/v/39c3-talk_of_*stars*",
	"https://player.example/none",
);

const takeaway = fc
	.record({ text: hostileLine, time: fc.option(fc.oneof(fc.nat(60), fc.nat(LATEST_TIME))) })
	.map(({ text, time }) => ({ text, ...(time !== null && { time }) }));

const talk: fc.Arbitrary<ExportedTalk> = fc.record({
	slug: fc.constant(""),
	title: name,
	url: fc.option(url),
	start: instant,
	track: fc.option(
		fc.constantFrom(
			{ slug: "a", name: "C++ & <Rust>", position: 1 },
			{ slug: "b", name: "# b *", position: 0 },
			{ slug: "c", name: "1. www.c.org", position: 0 },
		),
	),
	room: fc.option(fc.record({ position: fc.nat(3) })),
	speakers: fc.array(name, { maxLength: 3 }),
	links: fc.array(
		fc.record({
			kind: fc.constantFrom("RECORDING" as const, "SLIDES" as const, "CHAT" as const),
			url: fc.oneof(url, recording),
			title: hostileLine,
		}),
		{ maxLength: 3 },
	),
	mark: fc.constant(null),
	note: fc
		.option(fc.record({ text: hostileMarkdown, takeaways: fc.array(takeaway, { maxLength: 4 }), at: instant }), {
			freq: 6,
		})
		.map((note) => note && noteWith(note.text, note.takeaways, note.at.toISOString())),
});

const talks = fc
	.array(talk, { maxLength: 5 })
	.map((all) => all.map((each, index) => ({ ...each, slug: `talk-${index}` })));

/** Anything that can be exported, with hostile text wherever there is text. */
export const anyExport: fc.Arbitrary<NotesExport> = fc.oneof(
	fc.record({ title: name, talks }).map(({ title, talks }) => ({
		scope: "conference" as const,
		conference: conferenceWith({ title, talks }),
	})),
	fc.array(fc.record({ title: name, talks }), { maxLength: 3 }).map((all) => ({
		scope: "all" as const,
		conferences: all.map((each, index) => conferenceWith({ ...each, slug: `conf-${index}` })),
	})),
);
