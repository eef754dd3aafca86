import type { Heading, Paragraph, PhrasingContent, RootContent } from "mdast";
import { labelLinks } from "./link-labels";
import { noteBlocks } from "./note-blocks";
import { oneLine } from "./one-line";
import { takeawayBlocks } from "./takeaway-list";
import type { ExportedTalk } from "./types";

const TALK_LEVEL = 3;

const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** A talk's section: what it was, where it can be seen, what was noted. */
export function talkBlocks(talk: ExportedTalk, footnoteName: (n: number) => string): RootContent[] {
	const title = oneLine(talk.title) || talk.slug;
	const resources = resourceLine(talk);
	return [
		heading(TALK_LEVEL, title),
		talkLine(talk, title),
		...(resources ? [resources] : []),
		...noteBlocks(talk.note?.text ?? "", footnoteName),
		...takeawayBlocks(talk.note?.takeaways ?? [], talk.links),
	];
}

export function heading(depth: Heading["depth"], words: string): Heading {
	return { type: "heading", depth, children: [text(words)] };
}

function talkLine({ url, speakers }: ExportedTalk, title: string): Paragraph {
	const children: PhrasingContent[] = [url ? link(url, title) : text(title)];
	if (speakers.length > 0) children.push(text(` by ${names.format(speakers.map(oneLine))}`));
	return { type: "paragraph", children };
}

/** "Recording: WebM, MP4 · Slides: Talk slides", or nothing. */
function resourceLine({ links }: ExportedTalk): Paragraph | undefined {
	const groups = [
		{ name: "Recording", links: labelLinks(links.filter(({ kind }) => kind === "RECORDING")) },
		{ name: "Slides", links: labelLinks(links.filter(({ kind }) => kind === "SLIDES")) },
	].filter((group) => group.links.length > 0);
	if (groups.length === 0) return undefined;
	const children = groups.flatMap((group, position) => [
		text(`${position > 0 ? " · " : ""}${group.name}: `),
		...group.links.flatMap(({ label, url }, index) => [...(index > 0 ? [text(", ")] : []), link(url, oneLine(label))]),
	]);
	return { type: "paragraph", children };
}

function text(value: string): PhrasingContent {
	return { type: "text", value };
}

function link(url: string, words: string): PhrasingContent {
	return { type: "link", url, children: [{ type: "text", value: words }] };
}
