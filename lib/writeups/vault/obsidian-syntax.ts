import type { Nodes } from "mdast";
import { parseMarkdown } from "@/lib/markdown/parse";

/** What begins a link, a comment and a formula in Obsidian alone; elsewhere they are characters. */
const OBSIDIAN_SYNTAX = /\[\[|%%|\$\$/g;

/** Markdown in which Obsidian finds no more than other readers do: its own signs are escaped where they are words. */
export function escapeObsidianSyntax(markdown: string): string {
	OBSIDIAN_SYNTAX.lastIndex = 0;
	if (!OBSIDIAN_SYNTAX.test(markdown)) return markdown;
	const literalRanges = findLiteralRanges(parseMarkdown(markdown));
	return markdown.replace(OBSIDIAN_SYNTAX, (match, at: number) =>
		literalRanges.some(([from, to]) => at >= from && at < to) ? match : `${match[0]}\\${match[1]}`,
	);
}

/** From where to where a backslash would be one: code, and addresses of links. */
function findLiteralRanges(node: Nodes): [number, number][] {
	const from = node.position?.start.offset;
	const to = node.position?.end.offset;
	if (from !== undefined && to !== undefined) {
		if (node.type === "code" || node.type === "inlineCode" || node.type === "definition") return [[from, to]];
		if (node.type === "link") {
			const labelEnd = node.children.at(-1)?.position?.end.offset ?? from + 1;
			return [...node.children.flatMap(findLiteralRanges), [labelEnd, to]];
		}
	}
	return "children" in node ? node.children.flatMap(findLiteralRanges) : [];
}
