import type { Heading, RootContent } from "mdast";
import { MAX_NODES_OF_FILE } from "@/lib/markdown/limits";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { listUrls } from "../compile/find-links";
import { oneLine } from "../compile/lines";
import { normalizeText } from "../compile/normalize-text";

/** From the block of this number until before that one. */
export type Range = { readonly from: number; readonly to: number };

/** A post's text, block by block, and what of it can be had. */
export type Body = {
	readonly source: string;
	readonly blocks: readonly RootContent[];
	/** A block as it stands there. */
	readonly slice: (index: number) => string;
	/** Blocks as they stand there. */
	readonly text: (range: Range) => string;
	/** A heading's inline Markdown. */
	readonly heading: (node: Heading) => string;
	/** Where the links of blocks lead, in their order. */
	readonly urls: (range: Range) => string[];
};

/**
 * A post's text as it can be parted anywhere between its blocks: its references resolved, its footnotes below what mentions
 * them and its headings marked with `#`. What was written here stays as it is.
 */
export function toPartable(post: string): string {
	return normalizeText(post, { level: 1, nestedLevel: 1, isOwn: true, maxNodes: MAX_NODES_OF_FILE }, null, new Set());
}

export function parseBody(source: string): Body {
	const blocks = parseMarkdownWithHtml(source, MAX_NODES_OF_FILE).children;
	const between = (first: RootContent | undefined, last: RootContent | undefined) =>
		first && last ? source.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0) : "";
	return {
		source,
		blocks,
		slice: (index) => between(blocks[index], blocks[index]),
		text: ({ from, to }) => (from < to ? between(blocks[from], blocks[to - 1]) : ""),
		heading: ({ children }) => oneLine(between(children[0], children.at(-1))),
		urls: ({ from, to }) => listUrls(blocks.slice(from, to)),
	};
}
