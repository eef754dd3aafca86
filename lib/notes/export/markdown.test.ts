import { describe, expect, test } from "vitest";
import { notesToMarkdown } from "./markdown";
import { readBack, takeawaysOf, talkSections } from "./read-back";
import { conferenceWith, noteWith, talkWith } from "./sample";
import type { ExportedTalk } from "./types";

function file(...talks: ExportedTalk[]): string {
	return notesToMarkdown({ scope: "conference", conference: conferenceWith({ talks }) });
}

describe("the file", () => {
	test("has front matter, a heading for each track and talk, who spoke, where it is, and what was noted", () => {
		const written = file(
			talkWith({
				slug: "purl",
				title: "PURL: from a talk to a standard",
				url: "https://conference.example/purl/",
				track: { slug: "sbom", name: "SBOMS & Supply Chains", position: 1 },
				speakers: ["Ada Lovelace", "Grace Hopper", "Mary Shaw"],
				links: [
					{ kind: "RECORDING", url: "https://v.example/purl.av1.webm", title: "Video (AV1/WebM) - 44.2 MB" },
					{ kind: "RECORDING", url: "https://v.example/purl.mp4", title: "Video (MP4) - 1.1 GB" },
					{ kind: "SUBTITLES", url: "https://v.example/purl.vtt", title: "Subtitles" },
					{ kind: "SLIDES", url: "https://s.example/purl.pdf", title: "Talk slides" },
				],
				note: noteWith("One name for *every* package_name.\n", ["It is a standard now", " ", "Used in `CVE`s"]),
			}),
			talkWith({ slug: "quiet", title: "Quiet", url: null, track: null, speakers: ["Ada Lovelace"] }),
			talkWith({
				slug: "first",
				title: "First of the first track",
				note: noteWith("", ["Alone"], "2026-03-02T01:02:03.999Z"),
			}),
		);
		expect(written).toBe(`---
title: "Notes on Conf 2026"
date: 2026-03-02T01:02:03Z
conference: "Conf 2026"
---

## Track

### First of the first track

[First of the first track](https://conference.example/talk/)

**Key takeaways:**
- Alone

## SBOMS & Supply Chains

### PURL: from a talk to a standard

[PURL: from a talk to a standard](https://conference.example/purl/) by Ada Lovelace, Grace Hopper and Mary Shaw

Recording: [WebM](https://v.example/purl.av1.webm), [MP4](https://v.example/purl.mp4) · Slides: [Talk slides](https://s.example/purl.pdf)

One name for *every* package_name.

**Key takeaways:**
- It is a standard now
- Used in \`CVE\`s

## Other talks

### Quiet

Quiet by Ada Lovelace
`);
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
		const listOf = (links: ExportedTalk["links"]) =>
			file(talkWith({ links, note: noteWith("", takeaways) })).replace(/^[\s\S]*takeaways:\*\*\n/, "");
		expect(listOf(links)).toBe(`- [12:34](https://v.example/talk.mp4#t=754) As *said*
- [0:00](https://v.example/talk.mp4#t=0) # no heading
- [1:02:03](https://v.example/talk.mp4#t=3723) \\[ ] no task
- Of no moment
`);
		expect(listOf(links.slice(0, 1))).toBe(`- 12:34 As *said*
- 0:00 # no heading
- 1:02:03 \\[ ] no task
- Of no moment
`);
	});

	test("has mail addresses that GitHub finds and others do not, as they were typed", () => {
		const typed = ["[^1]mailto:g@h.orgsnake_case_word", "<!--g@h.org_g@h.org", "<j@k.org> <details>g@h.org_a"];
		const written = file(talkWith({ note: noteWith("", typed) }));
		expect(written.match(/^- .*/gm)).toEqual([
			"- \\[^1]mailto:[g@h.orgsnake_case_word](mailto:g@h.orgsnake_case_word)",
			"- \\<\\![--g@h.org_g](mailto:--g@h.org_g)@h.org",
			"- <j@k.org> \\<details>[g@h.org_a](mailto:g@h.org_a)",
		]);
		const [section] = talkSections(readBack(written).root);
		expect(section && takeawaysOf(section)).toEqual(typed.map((text) => text.replace("<j@k.org>", "j@k.org")));
	});

	test("over all conferences has a heading for each, in order of date, and everything else below", () => {
		const conferences = [
			conferenceWith({ slug: "b", title: "Later", startDate: "2026-01-31", talks: [talkWith({})] }),
			conferenceWith({
				slug: "a",
				title: "Earlier",
				startDate: "2025-02-01",
				endDate: "2025-02-02",
				talks: [talkWith({})],
			}),
		];
		expect(notesToMarkdown({ scope: "all", conferences })).toBe(`---
title: "Conference notes"
date: 2026-02-01
conferences:
  - "Earlier"
  - "Later"
---

# Earlier

## Track

### Talk

[Talk](https://conference.example/talk/)

# Later

## Track

### Talk

[Talk](https://conference.example/talk/)
`);
	});

	test("of nothing is front matter alone", () => {
		expect(file()).toBe(`---
title: "Notes on Conf 2026"
date: 2026-02-01
conference: "Conf 2026"
---
`);
		expect(notesToMarkdown({ scope: "all", conferences: [] })).toBe(`---
title: "Conference notes"
conferences: []
---
`);
	});

	test("is dated by the mark of a talk that has no note", () => {
		const mark = { status: "MUST_SEE" as const, updatedAt: new Date("2026-02-03T04:05:06Z") };
		expect(file(talkWith({ mark }))).toContain("\ndate: 2026-02-03T04:05:06Z\n");
		const note = noteWith("x", [], "2026-02-01T00:00:00Z");
		expect(file(talkWith({ mark, note }))).toContain("\ndate: 2026-02-01T00:00:00Z\n");
	});

	test("orders tracks as the schedule does, talks by time, room and slug", () => {
		const at = (time: string, room: number | null, slug: string, track: string | null = "b") =>
			talkWith({
				slug,
				title: slug,
				start: new Date(`2026-01-31T${time}Z`),
				room: room === null ? null : { position: room },
				track: track === null ? null : { slug: track, name: track, position: track === "b" ? 0 : 1 },
			});
		const written = file(
			at("09:00:00", 0, "trackless", null),
			at("09:00:00", 0, "in-a", "a"),
			at("11:00:00", 0, "late"),
			at("09:00:00", null, "nowhere"),
			at("09:00:00", 2, "far"),
			at("09:00:00", 1, "near-2"),
			at("09:00:00", 1, "near-1"),
		);
		expect(written.match(/^#+ .*$/gm)).toEqual([
			"## b",
			"### near-1",
			"### near-2",
			"### far",
			"### nowhere",
			"### late",
			"## a",
			"### in-a",
			"## Other talks",
			"### trackless",
		]);
	});
});
