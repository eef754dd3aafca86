import type { Nodes } from "mdast";
import { toString as toPlainText } from "mdast-util-to-string";

const LABEL_PATTERN = /^(?:(?:the|my|our) )?(?:(?:key|main|some) )?take-?aways?\s*:?$/i;
const PLAIN: ReadonlySet<string> = new Set(["text", "strong", "emphasis"]);

/** Whether a paragraph or heading announces takeaways, in words that people use for it. */
export function isTakeawaysLabel(node: Nodes | undefined): boolean {
	if (node?.type !== "paragraph" && node?.type !== "heading") return false;
	return isPlain(node.children) && LABEL_PATTERN.test(toPlainText(node).trim());
}

function isPlain(nodes: readonly Nodes[]): boolean {
	return nodes.every((node) => PLAIN.has(node.type) && (!("children" in node) || isPlain(node.children)));
}
