import type { RootContent } from "mdast";
import { frontMatter } from "./front-matter";
import { oneLine } from "./one-line";
import { groupByTrack, inOrder } from "./order";
import { heading, talkBlocks } from "./talk-blocks";
import type { ExportedConference, NotesExport } from "./types";
import { writeMarkdown } from "./write";

/**
 * Notes as a Markdown file that can be published: YAML front matter, a heading for each track (and, where several are
 * exported, each conference) and talk, what was noted below it. The same data gives the same bytes, and no title or
 * note can change what is not its own.
 */
export function notesToMarkdown(input: NotesExport): string {
	const conferences = inOrder(input.scope === "conference" ? [input.conference] : input.conferences);
	const namer = footnoteNamer();
	const blocks = conferences.flatMap((conference) => [
		...(input.scope === "all" ? [heading(1, oneLine(conference.title) || conference.slug)] : []),
		...conferenceBlocks(conference, (talk) => namer(input.scope === "all" ? `${conference.slug}-${talk}` : talk)),
	]);
	const body = writeMarkdown({ type: "root", children: blocks });
	return frontMatter(input, conferences) + (body && `\n${body}`);
}

type FootnoteName = (n: number) => string;

function conferenceBlocks({ talks }: ExportedConference, nameFor: (talk: string) => FootnoteName): RootContent[] {
	return groupByTrack(talks).flatMap((track) => [
		heading(2, track.name),
		...track.talks.flatMap((talk) => talkBlocks(talk, nameFor(talk.slug))),
	]);
}

/** Names footnotes after their talk, so that a note elsewhere that is added or removed changes none of them. */
function footnoteNamer(): (talk: string) => FootnoteName {
	const taken = new Set<string>();
	return (talk) => {
		const plain = talk.toLowerCase().replace(/[^a-z0-9]+/g, "-");
		let name = plain;
		for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`;
		taken.add(name);
		return (n) => `${name}-${n}`;
	};
}
