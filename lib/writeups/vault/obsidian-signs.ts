import type { Nodes } from "mdast";
import { parseMarkdown } from "@/lib/markdown/parse";

/** What begins a link, a comment and a formula in Obsidian alone; elsewhere they are characters. */
const SIGNS = /\[\[|%%|\$\$/g;

/** Markdown in which Obsidian finds no more than other readers do: its own signs are escaped where they are words. */
export function withoutObsidianSigns(markdown: string): string {
	SIGNS.lastIndex = 0;
	if (!SIGNS.test(markdown)) return markdown;
	const kept = keptRanges(parseMarkdown(markdown));
	return markdown.replace(SIGNS, (sign, at: number) =>
		kept.some(([from, to]) => at >= from && at < to) ? sign : `${sign[0]}\\${sign[1]}`,
	);
}

/** From where to where a backslash would be one: code, and addresses of links. */
function keptRanges(node: Nodes): [number, number][] {
	const from = node.position?.start.offset;
	const to = node.position?.end.offset;
	if (from !== undefined && to !== undefined) {
		if (node.type === "code" || node.type === "inlineCode" || node.type === "definition") return [[from, to]];
		if (node.type === "link") {
			const wordsEnd = node.children.at(-1)?.position?.end.offset ?? from + 1;
			return [...node.children.flatMap(keptRanges), [wordsEnd, to]];
		}
	}
	return "children" in node ? node.children.flatMap(keptRanges) : [];
}
