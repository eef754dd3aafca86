import type { Paragraph, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { isBeyondReason } from "./reason";
import { taskItems } from "./task-items";

// The packages below remark, called directly: remark itself would weigh 12 kB more in the browser, compressed.
const syntax = {
	// Raw HTML is never markup here: `<` is a character, so that an unclosed comment or element swallows nothing.
	extensions: [gfm(), { disable: { null: ["htmlFlow", "htmlText"] } }],
	mdastExtensions: [gfmFromMarkdown(), taskItems],
};

const syntaxWithHtml = { extensions: [gfm()], mdastExtensions: syntax.mdastExtensions };

/**
 * Reads what a person or a schedule wrote, for pages and exports alike: CommonMark with GitHub's tables, task lists,
 * strikethrough, footnotes and bare addresses; HTML is text. Text that would keep the parser busy for seconds or
 * overflow the stack becomes plain paragraphs, and so does front matter that was pasted into it. Nodes that do not
 * stand in the text as they are have no position.
 */
export function parseMarkdown(markdown: string): Root {
	if (isBeyondReason(markdown)) return { type: "root", children: plainParagraphs(markdown) };
	const root = fromMarkdown(markdown, syntax);
	unheadFrontMatter(root, markdown);
	return root;
}

/** The same as other programs read it, to whom HTML is markup. */
export function parseMarkdownWithHtml(markdown: string): Root {
	if (isBeyondReason(markdown)) return { type: "root", children: plainParagraphs(markdown) };
	const root = fromMarkdown(markdown, syntaxWithHtml);
	unheadFrontMatter(root, markdown);
	return root;
}

/** Paragraphs in which every character stands for itself; blank lines separate them. */
export function plainParagraphs(text: string): Paragraph[] {
	return text
		.split(/\n(?:[^\S\n]*\n)+/)
		.map((block) =>
			block
				.split("\n")
				.map((line) => line.trim())
				.filter((line) => line !== "")
				.join("\n"),
		)
		.filter((block) => block !== "")
		.map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
}

const FRONT_MATTER = /^---[ \t]*\n[ \t]*\S[\s\S]*?\n---[ \t]*(?=\n|$)/;

/** CommonMark takes the end of pasted front matter for the underline of a heading; whoever pasted it meant none. */
function unheadFrontMatter(root: Root, markdown: string): void {
	const end = FRONT_MATTER.exec(markdown)?.[0].trimEnd().length;
	if (end === undefined) return;
	const index = root.children.findIndex((node) => node.type === "heading" && node.position?.end.offset === end);
	const heading = root.children[index];
	if (heading?.type !== "heading") return;
	root.children.splice(index, 1, { type: "paragraph", children: heading.children }, { type: "thematicBreak" });
}
