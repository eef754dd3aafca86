import type { Nodes, Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { parseMarkdown, parseMarkdownWithHtml } from "@/lib/markdown/parse";

export type Source = {
	readonly root: Root;
	/** Whether HTML in it is markup; else it is text. */
	readonly isHtmlMarkup: boolean;
	/** Whether it would take in what stands below it. */
	readonly isOpen: boolean;
};

/** Of any text in a file, what stands below it begins so at the worst. */
const BELOW = "\n\nx";

/**
 * A text as it is read, HTML in it being markup where `isOwn` and none of it is left open. It is parsed with something
 * below it, so that one look tells whether it takes that in.
 */
export function parseSource(source: string, isOwn: boolean, maxNodes?: number): Source {
	if (isOwn) {
		const own = parseWithBelow(source, parseMarkdownWithHtml, maxNodes);
		if (!own.root.children.some(leavesHtmlOpen)) return { ...own, isHtmlMarkup: true };
	}
	return { ...parseWithBelow(source, parseMarkdown, maxNodes), isHtmlMarkup: false };
}

function parseWithBelow(source: string, parse: typeof parseMarkdown, maxNodes?: number): Omit<Source, "isHtmlMarkup"> {
	const root = parse(source + BELOW, maxNodes);
	const last = root.children.at(-1);
	if (root.data?.isTooLarge || last?.type !== "paragraph" || last.position?.start.offset !== source.length + 2)
		return { root: parse(source, maxNodes), isOpen: true };
	root.children.pop();
	return { root, isOpen: false };
}

/** Elements whose content is no markup: until they are closed, all text below is theirs. */
const RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext|pre";
const BEGIN = new RegExp(`<(?:${RAW})(?=[\\s>/]|$)`, "gi");
const END = new RegExp(`</(?:${RAW})(?=[\\s>/]|$)`, "gi");
// https://spec.commonmark.org/0.31.2/#html-blocks
const UNCLOSED = /^\s*(?:<!--(?![\s\S]*-->)|<\?(?![\s\S]*\?>)|<!\[CDATA\[(?![\s\S]*\]\]>)|<![A-Za-z](?![\s\S]*>))/;

/** Whether a block's HTML goes on below it, for readers to whom HTML is markup. */
function leavesHtmlOpen(block: Nodes): boolean {
	let open = 0;
	let isOpen = false;
	visitParents(block, "html", ({ value }: { value: string }) => {
		open += (value.match(BEGIN)?.length ?? 0) - (value.match(END)?.length ?? 0);
		isOpen ||= UNCLOSED.test(value);
	});
	return isOpen || open > 0;
}
