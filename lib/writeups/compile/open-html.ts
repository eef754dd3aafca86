import type { Nodes, Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { parseMarkdown, parseMarkdownWithHtml } from "@/lib/markdown/parse";

/** Elements whose content is no markup: until they are closed, all text below is theirs. */
const RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext";
const BEGIN = new RegExp(`<(?:${RAW}|pre)(?=[\\s>/]|$)`, "gi");
const END = new RegExp(`</(?:${RAW}|pre)(?=[\\s>/]|$)`, "gi");

// https://spec.commonmark.org/0.31.2/#html-blocks
const SIGNS = [
	{ begin: /^\s*<!--/, end: /-->/ },
	{ begin: /^\s*<\?/, end: /\?>/ },
	{ begin: /^\s*<!\[CDATA\[/, end: /\]\]>/ },
	{ begin: /^\s*<![A-Za-z]/, end: />/ },
];

/** A text as it is read, HTML in it being markup where `isOwn` and none of it is left open, else text. */
export function parseSource(source: string, isOwn: boolean): { readonly root: Root; readonly isHtmlMarkup: boolean } {
	if (isOwn) {
		const root = parseMarkdownWithHtml(source);
		if (!root.children.some(goesOn)) return { root, isHtmlMarkup: true };
	}
	return { root: parseMarkdown(source), isHtmlMarkup: false };
}

/** Whether a block's HTML goes on below it, for readers to whom HTML is markup. */
function goesOn(block: Nodes): boolean {
	let open = 0;
	let isOpen = false;
	visitParents(block, "html", ({ value }: { value: string }) => {
		open += (value.match(BEGIN)?.length ?? 0) - (value.match(END)?.length ?? 0);
		isOpen ||= SIGNS.some(({ begin, end }) => begin.test(value) && !end.test(value));
	});
	return isOpen || open > 0;
}
