import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** The syntax tree of a Markdown text after normal formatting, without where its nodes stand. */
export function formattedTree(markdown: string): unknown {
	const processor = unified().use(remarkParse).use(remarkGfm).use(remarkStringify);
	return withoutPositions(processor.parse(String(processor.processSync(markdown))));
}

function withoutPositions({ position: _, ...node }: Nodes): unknown {
	return "children" in node ? { ...node, children: node.children.map(withoutPositions) } : node;
}
