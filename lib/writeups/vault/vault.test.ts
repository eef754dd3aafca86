import { describe, expect, test } from "vitest";
import { compiledWith, talkWith } from "../export/sample";
import type { ExportedTalk } from "../export/types";
import { DEFAULT_OPTIONS } from "../options";
import { EMPTY_CONTENT } from "../types";
import { vaultFiles } from "./files";
import { openVault } from "./open-vault";
import { planVault } from "./plan";
import type { ArchivedFile } from "./zip";

const ada = { slug: "ada", name: "Ada Lovelace" };
const jo = { slug: "jo", name: 'Jo "Buoy" Harker' };
const withNote = talkWith({
	id: 1,
	title: "C++: the #1 [language]?",
	track: { slug: "go", name: "Go", position: 0 },
	speakers: [ada, jo],
	links: [
		{ kind: "RECORDING", url: "https://video.example/1.webm", title: "WebM" },
		{ kind: "RECORDING", url: "https://video.example/1.mp4", title: "MP4" },
		{ kind: "SLIDES", url: "https://slides.example/1.pdf", title: "Slides" },
	],
	mark: { status: "WATCHED", updatedAt: new Date("2026-02-14T12:00:00Z") },
	noteUpdatedAt: new Date("2026-03-01T12:00:00Z"),
	topics: [
		{ slug: "2026", name: "2026" },
		{ slug: "open-data", name: "Open Data" },
	],
	rating: 4,
	watchedOn: "2026-02-14",
});
const bare = talkWith({ id: 2, title: "Go", track: null, url: null, start: new Date("2026-01-31T23:30:00Z") });

async function made(talks: readonly ExportedTalk[], notes: Readonly<Record<number, string>> = {}) {
	const load = async (some: readonly ExportedTalk[]) =>
		new Map(
			some.map((talk) => {
				const text = notes[talk.id];
				const takeaways = [{ id: "t", text: "Take `[[this]]` [[away]]", time: 65 }];
				return [talk.id, compiledWith(talk, text === undefined ? null : { text, takeaways })] as const;
			}),
		);
	return filesOf(vaultFiles({ plan: planVault(talks), writeUp: null, options: DEFAULT_OPTIONS, load }));
}

async function filesOf(files: AsyncIterable<ArchivedFile>): Promise<ArchivedFile[]> {
	const all = [];
	for await (const each of files) all.push(each);
	return all;
}

describe("a vault", () => {
	test("has a note for each talk, conference, track, topic and speaker, and an index", async () => {
		const paths = (await made([bare, withNote], { 1: "Text." })).map(({ path }) => path);
		expect(paths).toEqual([
			"Index.md",
			"Conferences/Conf 2026.md",
			"Tracks/Conf 2026/Go (Conf 2026).md",
			"Topics/2026.md",
			"Topics/Open Data.md",
			"Speakers/Ada Lovelace.md",
			"Speakers/Jo Buoy Harker.md",
			"Talks/Conf 2026/C++ the 1 language.md",
			"Talks/Conf 2026/Go.md",
		]);
	});

	test("says of a talk what is known as properties, and then what was written", async () => {
		const files = await made([withNote, bare], { 1: "# Heading\n\nA **word**.\n\n```\n# no heading\n```" });
		expect(files.at(-2)?.text).toBe(`---
title: "C++: the #1 [language]?"
aliases:
  - "C++: the #1 [language]?"
conference: "[[Conf 2026]]"
date: 2026-01-31T10:00:00
day: 2026-01-31
track: "[[Go (Conf 2026)]]"
speakers:
  - "[[Ada Lovelace]]"
  - "[[Jo Buoy Harker]]"
topics:
  - "[[2026]]"
  - "[[Open Data]]"
tags:
  - "conf-2026"
  - "topic-2026"
  - "Open-Data"
status: "watched"
rating: 4
watched: 2026-02-14
url: "https://conference.example/talk-1/"
recording:
  - "https://video.example/1.webm"
  - "https://video.example/1.mp4"
slides:
  - "https://slides.example/1.pdf"
---

[[Conf 2026]] · [[Go (Conf 2026)]] · [[2026]] · [[Open Data]]

[C++: the #1 \\[language\\]?](https://conference.example/talk-1/) by [[Ada Lovelace]] and [[Jo Buoy Harker]]

### Heading

A **word**.

\`\`\`
# no heading
\`\`\`

**Key takeaways:**
- [1:05](https://video.example/1.mp4#t=65) Take \`[[this]]\` [\\[away]]
`);
		expect(files.at(-1)?.text).toBe(`---
title: "Go"
conference: "[[Conf 2026]]"
date: 2026-02-01T00:30:00
day: 2026-01-31
tags:
  - "conf-2026"
---

[[Conf 2026]]

Go
`);
	});

	test("lists talks where one looks for them", async () => {
		const files = await made([withNote, bare], {});
		const text = (path: string) => files.find((each) => each.path === path)?.text;
		expect(text("Index.md")).toBe(
			'---\ntitle: "Index"\n---\n\n## [[Conf 2026]]\n\n- [[Go (Conf 2026)]], 1 talk\n- [[Go]]\n\n## Topics\n\n- [[2026]], 1 talk\n- [[Open Data]], 1 talk\n',
		);
		expect(text("Conferences/Conf 2026.md")).toBe(
			'---\ntitle: "Conf 2026"\nfrom: 2026-01-31\nto: 2026-02-01\ntags:\n  - "conf-2026"\n---\n\n## [[Go (Conf 2026)]]\n\n- [[C++ the 1 language]]\n\n## Other talks\n\n- [[Go]]\n',
		);
		expect(text("Tracks/Conf 2026/Go (Conf 2026).md")).toBe(
			'---\ntitle: "Go"\naliases:\n  - "Go"\nconference: "[[Conf 2026]]"\n---\n\n- [[C++ the 1 language]]\n',
		);
		expect(text("Speakers/Jo Buoy Harker.md")).toBe(
			'---\ntitle: "Jo \\"Buoy\\" Harker"\naliases:\n  - "Jo \\"Buoy\\" Harker"\n---\n\n- [[C++ the 1 language]], [[Conf 2026]]\n',
		);
	});

	test("is the same whatever order its talks come in", async () => {
		expect(await made([bare, withNote], { 2: "x" })).toEqual(await made([withNote, bare], { 2: "x" }));
	});

	test.each([
		["an open fence", "Text.\n\n```js\nopen"],
		["an open comment of HTML", "Text. <!-- and\n\n<!--\n\nmore"],
		["an open comment of Obsidian", "Text. %%\n\nmore"],
		["an open formula", "Costs $$\n\nmore"],
		["a fence in a list that ends with it", "- a\n  ```\n  x\n```\nb\n```"],
		["front matter", "---\ntitle: x\n---\n"],
		["links of its own", "See [[Nowhere]], [[1]](https://a.example/[[b]]) and `[[code]]`\n\n    [[ -f code ]]"],
	])("ends a note where it ends: %s", async (_what, text) => {
		const files = await made([withNote, bare], { 1: text });
		const [note] = openVault(files.slice(-2, -1));
		expect(
			note?.body.endsWith(
				"**Key takeaways:**\n- [1:05](https://video.example/1.mp4#t=65) Take `[[this]]` [\\[away]]\n",
			),
		).toBe(true);
		const names = openVault(files).map(({ name }) => name);
		const code = ["this", "code", " -f code ", "b"];
		expect(note?.links.filter((link) => !names.includes(link) && !code.includes(link))).toEqual([]);
		expect(note?.body).not.toMatch(/(?<!\\)%%|\$\$/);
		const fences = note?.body.match(/^`{3,}/gm) ?? [];
		expect(fences.length % 2).toBe(0);
	});

	test("of a write-up has it as a note whose talks are links", async () => {
		const item = { missingTalk: null, heading: null, text: null, takeaways: null, leftOut: [] };
		const content = {
			...EMPTY_CONTENT,
			title: "What I saw: all",
			tags: ["open source", "2026"],
			sections: [
				{
					id: "s",
					heading: "First [[x]]",
					prose: "Prose.",
					items: [
						{ ...item, id: "a", talkId: 1 },
						{ ...item, id: "b", talkId: 2, heading: "Another heading" },
					],
				},
			],
		};
		const talks = [withNote, bare];
		const load = async (some: readonly ExportedTalk[]) => new Map(some.map((talk) => [talk.id, compiledWith(talk)]));
		const plan = planVault(talks, content.title);
		const files = await filesOf(vaultFiles({ plan, writeUp: content, options: DEFAULT_OPTIONS, load }));
		expect(files[1]).toEqual({
			path: "What I saw all.md",
			text: `---
title: "What I saw: all"
tags:
  - "open-source"
  - "topic-2026"
---

## First [\\[x]]

Prose.

### C++: the #1 \\[language]?

[[C++ the 1 language]] by [[Ada Lovelace]] and [[Jo Buoy Harker]]

Recording: [WebM](https://video.example/1.webm), [MP4](https://video.example/1.mp4) · Slides: [Slides](https://slides.example/1.pdf)

### Another heading

[[Go]]
`,
		});
		expect(files[0]?.text).toContain("\n[[What I saw all]]\n");
	});
});
