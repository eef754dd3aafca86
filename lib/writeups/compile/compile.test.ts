import { describe, expect, test } from "vitest";
import { compileTalks, contentWith, itemWith, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { listTakeaways, listTalkSections, readBack } from "@/lib/testing/read-back";
import { DEFAULT_OPTIONS, type MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { compileWriteUp } from "./compile";
import type { CompiledTalk } from "./types";

const byId = (talks: readonly CompiledTalk[]) => new Map(talks.map((talk) => [talk.id, talk]));

describe("the file", () => {
	test("has front matter, a heading for each track and talk, who spoke, where it is, and what was noted", () => {
		const talks = [
			talkWith({
				id: 1,
				slug: "purl",
				title: "PURL: from a talk to a standard",
				url: "https://conference.example/purl/",
				speakers: ["Ada Lovelace", "Grace Hopper", "Mary Shaw"],
				links: [
					{ kind: "RECORDING", url: "https://v.example/purl.av1.webm", title: "Video (AV1/WebM) - 44.2 MB" },
					{ kind: "RECORDING", url: "https://v.example/purl.mp4", title: "Video (MP4) - 1.1 GB" },
					{ kind: "SUBTITLES", url: "https://v.example/purl.vtt", title: "Subtitles" },
					{ kind: "SLIDES", url: "https://s.example/purl.pdf", title: "Talk slides" },
				],
				note: noteWith("One name for *every* package_name.\n", [
					"It is a standard now",
					" ",
					"Used in `CVE`s",
					"Left out",
				]),
			}),
			talkWith({ id: 2, slug: "quiet", title: "Quiet", url: null, speakers: ["Ada Lovelace"] }),
			talkWith({ id: 3, slug: "first", title: "First of the first track", note: noteWith("", ["Alone"]) }),
		];
		const content = contentWith({
			title: 'What I "saw": 2026',
			date: "2026-03-02T01:02:03Z",
			tags: ["fosdem", "1"],
			frontMatter: "draft: true # for now\n",
			intro: "Hello.\n\n# More",
			sections: [
				{ id: "a", heading: "Track", prose: "", items: [itemWith({ id: "1", talkId: 3 })] },
				{
					id: "b",
					heading: "SBOMS & *Supply* Chains",
					prose: "# Prose",
					items: [
						itemWith({ id: "2", talkId: 1, leftOut: ["t3"] }),
						itemWith({ id: "3", talkId: 2, heading: "Another heading" }),
						itemWith({
							id: "4",
							talkId: 1,
							heading: "",
							text: "Again [it](https://conference.example/purl)",
							takeaways: [],
						}),
						itemWith({ id: "5", heading: "No talk", text: "# Words" }),
						itemWith({
							id: "6",
							missingTalk: { conference: "c", guid: null, title: "Gone", url: "https://gone.example" },
						}),
					],
				},
			],
			outro: "Bye.",
		});
		expect(compileWriteUp(content, byId(talks), DEFAULT_OPTIONS)).toBe(`---
title: "What I \\"saw\\": 2026"
date: 2026-03-02T01:02:03Z
tags:
  - "fosdem"
  - "1"
draft: true # for now
---

Hello.

## More

<!--more-->

## Track

### First of the first track

[First of the first track](https://conference.example/talk/)

**Key takeaways:**
- Alone

## SBOMS & *Supply* Chains

### Prose

### PURL: from a talk to a standard

[PURL: from a talk to a standard](https://conference.example/purl/) by Ada Lovelace, Grace Hopper and Mary Shaw

Recording: [WebM](https://v.example/purl.av1.webm), [MP4](https://v.example/purl.mp4) · Slides: [Talk slides](https://s.example/purl.pdf)

One name for *every* package_name.

**Key takeaways:**
- It is a standard now
- Used in \`CVE\`s

### Another heading

Quiet by Ada Lovelace

Again [it](https://conference.example/purl)

Recording: [WebM](https://v.example/purl.av1.webm), [MP4](https://v.example/purl.mp4) · Slides: [Talk slides](https://s.example/purl.pdf)

### No talk

#### Words

### Gone

[Gone](https://gone.example)

___

Bye.
`);
	});

	const oneTalk = [
		talkWith({
			title: "A talk",
			speakers: ["Ada"],
			links: [
				{ kind: "RECORDING", url: "https://v.example/a.mp4", title: "" },
				{ kind: "SLIDES", url: "https://s.example/a.pdf", title: "Slides" },
			],
			note: noteWith("Words.", [{ text: "one", time: 5 }, "two"]),
		}),
	];
	const compile = (options: Partial<MarkdownOptions>, parts: Partial<WriteUpContent> = {}) =>
		compileTalks(oneTalk, options, parts);

	test("is written as the options say", () => {
		expect(
			compile({
				flavour: "plain",
				headingLevel: 3,
				takeawaysLabel: "What I *learnt*",
				isLabelHeading: true,
				bullet: "1.",
				introducesTalks: false,
				slides: false,
				times: "text",
			}),
		).toBe(`# Conf 2026

### Track

#### A talk

Recording: [MP4](https://v.example/a.mp4)

Words.

##### What I *learnt*

1. 0:05 one
2. two
`);
		expect(compile({ recordings: false, slides: false, times: "none", bullet: "*" })).toContain(
			"by Ada\n\nWords.\n\n**Key takeaways:**\n* one\n* two\n",
		);
	});

	test("has the front matter of its flavour", () => {
		const parts = { date: "2026-02-11", frontMatter: "draft: true", intro: "Hello.", sections: [] };
		expect(compile({ flavour: "jekyll" }, parts)).toBe(`---
title: "Conf 2026"
date: 2026-02-11
layout: post
excerpt_separator: "<!--more-->"
draft: true
---

Hello.

<!--more-->
`);
		expect(compile({ flavour: "astro", summaryBreak: false }, parts)).toBe(`---
title: "Conf 2026"
date: 2026-02-11
pubDate: 2026-02-11
draft: true
---

Hello.
`);
	});

	test("has one summary break, where the intro has it, or none", () => {
		const parts = { intro: "One.\n\n<!--more-->\n\nTwo.", sections: [] };
		expect(compile({}, parts)).toContain("---\n\nOne.\n\n<!--more-->\n\nTwo.\n");
		expect(compile({ summaryBreak: false }, parts)).toContain("---\n\nOne.\n\nTwo.\n");
		expect(compile({}, { sections: [] })).not.toContain("more");
	});

	test("has talks of which nothing is written whole, in a list at the end of their section, or not", () => {
		const talks = [
			talkWith({ title: "Bare *1*", speakers: ["Ada"] }),
			talkWith({ title: "Noted", note: noteWith("- a") }),
		];
		const bodyOf = (withoutNote: MarkdownOptions["withoutNote"]) =>
			compileTalks(talks, { withoutNote }).split("## Track\n\n")[1];
		const withNote = "### Noted\n\n[Noted](https://conference.example/talk/)\n\n- a\n";
		const line = "[Bare \\*1\\*](https://conference.example/talk/) by Ada\n";
		expect(bodyOf("whole")).toBe(`### Bare \\*1\\*\n\n${line}\n${withNote}`);
		expect(bodyOf("list")).toBe(`${withNote}\n<!-- -->\n\n- ${line}`);
		expect(bodyOf("none")).toBe(withNote);
	});

	test.each([
		["C#", "## C#"],
		["1. C++ <3", "## 1. C++ <3"],
		["a ##", "## a \\##"],
		["#", "## \\#"],
		["*b* `c` <kbd>d</kbd>", "## *b* `c` <kbd>d</kbd>"],
		["two\nlines", "## two lines"],
	])("has a section's heading in one line: %j", (heading, line) => {
		const found = compile({}, { sections: [{ id: "s", heading, prose: "", items: [] }] }).match(/^##.*$/gm);
		expect(found).toEqual([line]);
	});

	test.each([
		["a list and a list", "- a", "- b"],
		["a list and a numbered one", "- a\n\n  b", "1. c"],
	])("keeps %s apart where no heading does", (_, first, second) => {
		const sections = [first, second].map((prose, index) => ({ id: `${index}`, heading: "", prose, items: [] }));
		expect(compile({}, { sections })).toContain(`\n${first}\n\n<!-- -->\n\n${second}\n`);
	});

	test("is not begun by what would be front matter", () => {
		const sections = [{ id: "s", heading: "", prose: "---\n\na: b\n\n---", items: [] }];
		expect(compile({ flavour: "plain" }, { title: "", sections })).toBe("<!-- -->\n\n---\n\na: b\n\n---\n");
	});

	test("of nothing is front matter alone, or nothing", () => {
		expect(compile({}, { title: "", sections: [] })).toBe('---\ntitle: ""\n---\n');
		expect(compile({ flavour: "plain" }, { title: "", sections: [] })).toBe("");
	});

	test("has the moment of a takeaway before it, as a link where the recording's host knows moments", () => {
		const takeaways = [
			{ text: "As *said*", time: 754 },
			{ text: "# no heading", time: 0 },
			{ text: "[ ] no task", time: 3723 },
			{ text: "Of no moment" },
			{ text: " ", time: 5 },
		];
		const links = [
			{ kind: "SLIDES", url: "https://s.example/slides.mp4", title: "Slides" },
			{ kind: "RECORDING", url: "https://v.example/talk.av1.webm", title: "WebM" },
			{ kind: "RECORDING", url: "https://v.example/talk.mp4", title: "MP4" },
		] as const;
		const listOf = (links: CompiledTalk["links"]) =>
			compileTalks([talkWith({ links, note: noteWith("", takeaways) })]).replace(/^[\s\S]*takeaways:\*\*\n/, "");
		expect(listOf(links)).toBe(`- [12:34](https://v.example/talk.mp4#t=754) As *said*
- [0:00](https://v.example/talk.mp4#t=0) \\# no heading
- [1:02:03](https://v.example/talk.mp4#t=3723) \\[ ] no task
- Of no moment
`);
		expect(listOf(links.slice(0, 1))).toBe(`- 12:34 As *said*
- 0:00 \\# no heading
- 1:02:03 \\[ ] no task
- Of no moment
`);
	});

	test("has mail addresses that GitHub finds and others do not, as they were typed", () => {
		const typed = ["[^1]mailto:g@h.orgsnake_case_word", "<!--g@h.org_g@h.org", "<j@k.org> <details>g@h.org_a"];
		const compile = compileTalks([talkWith({ note: noteWith("", typed) })]);
		expect(compile.match(/^- .*/gm)).toEqual([
			"- \\[^1]mailto:[g@h.orgsnake_case_word](mailto:g@h.orgsnake_case_word)",
			"- \\<\\![--g@h.org_g](mailto:--g@h.org_g)@h.org",
			"- <j@k.org> \\<details>[g@h.org_a](mailto:g@h.org_a)",
		]);
		const [section] = listTalkSections(readBack(compile).root);
		expect(section && listTakeaways(section)).toEqual(typed.map((text) => text.replace("<j@k.org>", "j@k.org")));
	});
});
