import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { sinkHeadings } from "@/lib/markdown/headings";
import { parseMarkdown } from "@/lib/markdown/parse";
import { nameFootnotes, resolveReferences } from "./references";
import { unnest } from "./unnest";
import { isSurelyParagraph, isSurelyProse, readsTheSameAnywhere, verbatim } from "./verbatim";

/** Of a note's highest heading: below its talk's, which is 3. */
const FIRST_LEVEL = 4;

/**
 * A note's text as blocks that cannot touch what stands around them: headings are below the talk's, what is open is
 * closed, references lead nowhere outside. `footnoteName` names the nth footnote, for the whole file. What can be is
 * kept as it was typed.
 */
export function noteBlocks(text: string, footnoteName: (n: number) => string): RootContent[] {
	const source = normalize(text);
	if (source === "") return [];
	if (isSurelyProse(source)) return [verbatim(source)];
	const root = parseMarkdown(source);
	// A fenced block at the end may lack its closing fence.
	if (root.children.at(-1)?.type !== "code" && readsTheSameAnywhere(root, source)) return [verbatim(source)];
	const asTyped = paragraphsAsTyped(root, source);
	if (source.includes("[^")) nameFootnotes(root, footnoteName);
	if (source.includes("]:")) resolveReferences(root);
	sinkHeadings(root, FIRST_LEVEL);
	unnest(root);
	visitParents(root, "heading", (heading) => void putOnOneLine(heading));
	return root.children.map((node) => {
		const typed = node.type === "paragraph" && asTyped.get(node);
		return typed ? verbatim(typed) : node;
	});
}

/** A text as it is read: without what ends it, and with one way to end its lines. */
export function normalize(text: string): string {
	return withoutBlankEnd(
		text
			.replace(/\r\n?/g, "\n")
			.replaceAll("\0", "\uFFFD")
			.replace(/^\uFEFF+/, "")
			.replace(/^(?:[ \t]*\n)+/, ""),
	);
}

/** Without the spaces and lines that Markdown takes for blank: a wider space is a character, as after the `1.` of no list. */
function withoutBlankEnd(text: string): string {
	if (text.trim() === "") return "";
	let end = text.length;
	while (" \t\n".includes(text[end - 1] ?? "x")) end--;
	return text.slice(0, end);
}

/** The paragraphs, each by itself, of a text that could not be kept whole. */
function paragraphsAsTyped(root: Root, source: string): Map<Paragraph, string> {
	const found = new Map<Paragraph, string>();
	for (const node of root.children) {
		if (node.type !== "paragraph" || !node.position) continue;
		const slice = source.slice(node.position.start.offset, node.position.end.offset);
		if ((isSurelyParagraph(slice) || isParagraph(slice)) && readsTheSameAnywhere(node, slice)) found.set(node, slice);
	}
	return found;
}

/** What comes before can keep a line from being a list, which it would be by itself. */
function isParagraph(source: string): boolean {
	const [block, ...others] = parseMarkdown(source).children;
	return block?.type === "paragraph" && others.length === 0;
}

/** An underlined heading may have several lines, which one marked with `#` cannot. */
function putOnOneLine(heading: Heading): void {
	visitParents(heading, (node, ancestors) => {
		if ("value" in node) node.value = joinLines(node.value);
		if ("alt" in node) node.alt = node.alt && joinLines(node.alt);
		if ("title" in node) node.title = node.title && joinLines(node.title);
		if (node.type === "break") {
			const siblings: unknown[] = ancestors.at(-1)?.children ?? [];
			siblings.splice(siblings.indexOf(node), 1, { type: "text", value: " " });
		}
	});
}

function joinLines(text: string): string {
	return text.replace(/\s*\n\s*/g, " ");
}
