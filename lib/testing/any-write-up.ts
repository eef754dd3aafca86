import fc from "fast-check";
import { MAX_TIME_SECONDS } from "@/lib/notes/limits";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { FLAVOURS, type MarkdownOptions } from "@/lib/writeups/options";
import type { WriteUpContent, WriteUpItem, WriteUpSection } from "@/lib/writeups/types";
import { hostileLine, hostileMarkdown } from "./hostile-markdown";

const name = fc.oneof(hostileLine, fc.string({ unit: "grapheme", maxLength: 60 })).map((text) => `${text.trim()}x`);
const url = fc.oneof(
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	fc.constantFrom("https://x.org/a_(b)_[c]", "https://x.org/a%20b?c=d&e=f#*g*", "https://x.org/<a>"),
);

const recording = fc.constantFrom(
	"https://video.fosdem.org/2026/a b/talk_(x)_[y]*.av1.webm",
	"https://video.fosdem.org/2026/talk.mp4?a=`b`&c=<d>#e",
	"https://www.youtube.com/watch?v=a_b-c&list=*d*",
	"https://media.ccc.de/v/39c3-talk_of_*stars*",
	"https://player.example/none",
);

/** Pieces that a post is made of, in places where they are none of ours. */
const ownPiece = fc.constantFrom(
	"Words of a text.",
	"**Key takeaways:**\n- one\n- two",
	"Takeaways\n\n* one\n\n* two\n  three",
	"#### Key Takeaways\n\n1. one\n2. two",
	"___",
	"---",
	"<!--more-->",
	"<!-- -->",
	"- a\n- b",
	"1. a\n2. b",
	"    code",
	"```\ncode",
	"## Heading",
	"### Heading [a][b]\n\n[b]: https://b.org",
	"> ## Quoted",
	"Word[^1]\n\n[^1]: Note",
	"[^1]: Note alone",
	"<details>\n<summary>a</summary>\n\nb\n\n</details>",
	"<script>\nalert(1)",
	"a <kbd>b</kbd> c",
	"[Talk](https://talks.example/talk-0) by x",
	"See [Talk](https://talks.example/talk-1).",
	"Recording: [MP4](https://video.example/talk.mp4)",
	"- [Talk](https://talks.example/talk-2)",
	"12:34 not a moment",
	'Shown: {{< figure src="a_b*c" >}}',
	"`{{ x ` }} {% raw %}",
	"# A {{% b_c %}}",
);

const text = fc.oneof(
	{ weight: 1, arbitrary: fc.constant("") },
	{ weight: 2, arbitrary: hostileMarkdown },
	{ weight: 4, arbitrary: fc.array(ownPiece, { maxLength: 4 }).map((pieces) => pieces.join("\n\n")) },
	{
		weight: 2,
		arbitrary: fc.array(fc.oneof(ownPiece, hostileMarkdown), { maxLength: 4 }).map((pieces) => pieces.join("\n\n")),
	},
);

const takeawayParts = fc.record({
	text: fc.oneof(hostileLine, fc.constantFrom("one", "12:34 two", "[0:05](https://video.example/talk.mp4#t=5) three")),
	time: fc.option(fc.oneof(fc.nat(60), fc.nat(MAX_TIME_SECONDS))),
});
const takeaways = fc
	.array(takeawayParts, { maxLength: 3 })
	.map((all) => all.map(({ text, time }, index) => ({ id: `k${index}`, text, ...(time !== null && { time }) })));

const talk = fc.record({
	title: fc.oneof(name, fc.constantFrom("Talk", "Talk about C#", "# 1. *x*")),
	isLinked: fc.boolean(),
	isOddAddress: fc.option(url, { freq: 6 }),
	speakers: fc.array(fc.oneof(name, fc.constant("Ada Lovelace")), { maxLength: 2 }),
	links: fc.array(
		fc.record({
			kind: fc.constantFrom("RECORDING" as const, "SLIDES" as const),
			url: fc.oneof(url, recording, fc.constant("https://video.example/talk.mp4")),
			title: hostileLine,
		}),
		{ maxLength: 2 },
	),
	note: fc.option(fc.record({ text, takeaways }), { freq: 3 }),
});

const talks: fc.Arbitrary<CompiledTalk[]> = fc.array(talk, { minLength: 1, maxLength: 4 }).map((all) =>
	all.map(({ title, isLinked, isOddAddress: oddUrl, speakers, links, note }, index) => {
		const url = oddUrl ?? (isLinked ? `https://talks.example/talk-${index}` : null);
		return {
			id: index,
			slug: `talk-${index}`,
			title,
			url,
			start: new Date("2026-01-31T09:00:00Z"),
			day: "2026-01-31",
			conference: { slug: "c", title: "C" },
			track: null,
			room: null,
			speakers,
			links,
			mark: null,
			note: note && { ...note, updatedAt: new Date("2026-02-01T09:00:00Z") },
			addresses: [...(url === null ? [] : [url]), `https://shelf.example/talks/talk-${index}`],
		};
	}),
);

const heading = fc.oneof(
	hostileLine,
	name,
	fc.constantFrom("", "Heading", "C#", "*Emphasis*", "Key takeaways", "a <br> b"),
);

const item: fc.Arbitrary<Omit<WriteUpItem, "id">> = fc.record({
	talkId: fc.option(fc.nat(3), { freq: 6 }),
	missingTalk: fc.option(
		fc.record({ conference: fc.constant("c"), guid: fc.constant(null), title: name, url: fc.option(url) }),
		{ freq: 1 },
	),
	heading: fc.option(heading, { freq: 1 }),
	text: fc.option(text, { freq: 2 }),
	takeaways: fc.option(takeaways, { freq: 1 }),
	leftOut: fc.subarray(["k0", "k1", "k2"]),
});

const section: fc.Arbitrary<Omit<WriteUpSection, "id">> = fc.record({
	heading,
	prose: text,
	items: fc.array(item, { maxLength: 3 }).map((all) => all.map((each, index) => ({ ...each, id: `i${index}` }))),
});

const fieldText = fc.oneof(
	name,
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.constantFrom("---", "a: b", '"', "#x", "1.0", "yes", "\t"),
);

const frontMatter = fc.oneof(
	fc.constant(""),
	fc.constantFrom(
		"draft: true",
		"# a comment\ndraft: true # why\n\n# another\nlist: [a, b]\n# last",
		"title: Other\nlayout: post\nnested:\n  a: |\n    text\n\n  b: >-\n    folded\n    text",
		"tags: []\ndate:\npubDate: 2026-01-01",
		"{ a: 1, title: x }",
		"no map",
		"broken: [",
		"excerpt_separator: <!--more-->",
		"# only",
		"a: 1\n---\nb: 2",
	),
	hostileMarkdown,
	fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string(), fc.integer(), fc.boolean())).map((fields) =>
		Object.entries(fields)
			.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
			.join("\n"),
	),
);

const anyOptions: fc.Arbitrary<MarkdownOptions> = fc.record({
	flavour: fc.constantFrom(...FLAVOURS),
	headingLevel: fc.constantFrom(1 as const, 2 as const, 2 as const, 3 as const, 4 as const, 5 as const),
	summaryBreak: fc.boolean(),
	takeawaysLabel: fc.oneof(
		fc.constantFrom("**Key takeaways:**", "Takeaways", "*What I learnt*", "[^1]", "# a", "- b"),
		name,
	),
	isLabelHeading: fc.boolean(),
	bullet: fc.constantFrom("-" as const, "*" as const, "+" as const, "1." as const),
	introducesTalks: fc.boolean(),
	recordings: fc.boolean(),
	slides: fc.boolean(),
	times: fc.constantFrom("link" as const, "text" as const, "none" as const),
	withoutNote: fc.constantFrom("whole" as const, "list" as const, "none" as const),
});

export type AnyWriteUp = {
	readonly content: WriteUpContent;
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly options: MarkdownOptions;
};

/** Any write-up with any options, hostile text wherever there is text. */
export const anyWriteUp: fc.Arbitrary<AnyWriteUp> = fc.record({
	content: fc.record({
		title: fc.oneof(fc.constant(""), fieldText),
		date: fc.oneof(fc.constantFrom("", "2026-02-11", "2026-02-11T16:56:21Z", "yesterday"), fieldText),
		slug: fc.constantFrom("", "a-slug", "1"),
		description: fc.oneof(fc.constant(""), fieldText),
		categories: fc.array(fieldText, { maxLength: 2 }),
		tags: fc.array(fieldText, { maxLength: 2 }),
		keywords: fc.array(fieldText, { maxLength: 2 }),
		frontMatter,
		intro: text,
		sections: fc
			.array(section, { maxLength: 3 })
			.map((all) => all.map((each, index) => ({ ...each, id: `s${index}` }))),
		outro: text,
	}),
	talks: talks.map((all) => new Map(all.map((each) => [each.id, each]))),
	options: anyOptions,
});
