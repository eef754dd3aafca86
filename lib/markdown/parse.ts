import type { Paragraph, Root, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { SKIP, visitParents } from "unist-util-visit-parents";
import { cellsOf, exceedsLimits, isTooWide, MAX_CELLS, MAX_NODES } from "./limits";
import { taskItems } from "./task-items";

// The packages below remark, called directly: remark itself would weigh 12 kB more in the browser, compressed.
const mdastExtensions = [gfmFromMarkdown(), taskItems];
type Extension = ReturnType<typeof gfm>;

// Raw HTML is never markup here: `<` is a character, so that an unclosed comment or element swallows nothing.
const WITHOUT_HTML: Extension = { disable: { null: ["htmlFlow", "htmlText"] } };

const github = gfm();
/** Looking for a mail address at each word takes a third of the time of parsing. */
const githubWithoutMail: Extension = {
	...github,
	text: Object.fromEntries(
		Object.entries(github.text ?? {}).map(([code, constructs]) => [
			code,
			[constructs].flat().flatMap((each) => (each && each.name !== "emailAutolink" ? [each] : [])),
		]),
	),
};

declare module "mdast" {
	interface RootData {
		/** Whether something is shown as it was typed because formatting it would take too long. */
		isTooLarge?: boolean;
	}
}

/**
 * Reads what a person or a schedule wrote, for pages and exports alike: CommonMark with GitHub's tables, task lists,
 * strikethrough, footnotes and bare addresses; HTML is text. This is the one place where Markdown becomes a tree, and
 * its size is bounded here: a text beyond the limits (`limits.ts`) becomes plain paragraphs, a table beyond them becomes
 * a paragraph of its source, and the root's data says so. `maxNodes` is for files of many texts. Front matter that was pasted into a text is a paragraph too.
 * Nodes that do not stand in the text as they are have no position.
 */
export function parseMarkdown(markdown: string, maxNodes?: number): Root {
	return parse(markdown, [WITHOUT_HTML], maxNodes);
}

/** The same as other programs read it, to whom HTML is markup. */
export function parseMarkdownWithHtml(markdown: string, maxNodes?: number): Root {
	return parse(markdown, [], maxNodes);
}

function parse(markdown: string, more: Extension[], maxNodes?: number): Root {
	if (exceedsLimits(markdown, maxNodes)) {
		return { type: "root", children: toPlainParagraphs(markdown), data: { isTooLarge: true } };
	}
	const root = fromMarkdown(markdown, {
		extensions: [markdown.includes("@") ? github : githubWithoutMail, ...more],
		mdastExtensions,
	});
	undoFrontMatterHeading(root, markdown);
	replaceLargeTables(root, markdown);
	return root;
}

/** Readers fill up the short rows of a table, and writers pad its cells: a small text can become a gigabyte. */
function replaceLargeTables(root: Root, markdown: string): void {
	let cells = 0;
	visitParents(root, "table", (table: Table, ancestors) => {
		cells += cellsOf(table);
		if (cells <= MAX_CELLS && !isTooWide(table)) return SKIP;
		cells -= cellsOf(table);
		const siblings: unknown[] = ancestors.at(-1)?.children ?? [];
		const source = markdown.slice(table.position?.start.offset, table.position?.end.offset);
		siblings.splice(siblings.indexOf(table), 1, ...toPlainParagraphs(source));
		root.data = { ...root.data, isTooLarge: true };
		return SKIP;
	});
}

const MAX_PLAIN_PARAGRAPHS = MAX_NODES / 4;

/** Paragraphs in which every character stands for itself; blank lines separate them, of very many the first ones. */
function toPlainParagraphs(text: string): Paragraph[] {
	const blocks = text
		.split(/\n(?:[^\S\n]*\n)+/)
		.map((block) =>
			block
				.split("\n")
				.map((line) => line.trim())
				.filter((line) => line !== "")
				.join("\n"),
		)
		.filter((block) => block !== "");
	const rest = blocks.splice(MAX_PLAIN_PARAGRAPHS).join("\n");
	if (rest !== "") blocks.push(rest);
	return blocks.map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
}

const FRONT_MATTER = /^---[ \t]*\n[ \t]*\S[\s\S]*?\n---[ \t]*(?=\n|$)/;

/** CommonMark takes the end of pasted front matter for the underline of a heading; whoever pasted it meant none. */
function undoFrontMatterHeading(root: Root, markdown: string): void {
	const end = FRONT_MATTER.exec(markdown)?.[0].trimEnd().length;
	if (end === undefined) return;
	const index = root.children.findIndex((node) => node.type === "heading" && node.position?.end.offset === end);
	const heading = root.children[index];
	if (heading?.type !== "heading") return;
	root.children.splice(index, 1, { type: "paragraph", children: heading.children }, { type: "thematicBreak" });
}
