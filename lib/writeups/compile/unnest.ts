import type { Nodes } from "mdast";
import { SKIP, visitParents } from "unist-util-visit-parents";

/**
 * Takes strong text out of strong text, and so on, where it says nothing: with the same signs around both, the inner one's
 * would be read as the outer one's end. Changes the tree.
 */
export function unnest(tree: Nodes): void {
	visitParents(tree, ["strong", "emphasis", "delete"], (node, ancestors) => {
		const parent = ancestors.at(-1);
		if (!parent || !("children" in node) || !ancestors.some(({ type }) => type === node.type)) return;
		const siblings: unknown[] = parent.children;
		const index = siblings.indexOf(node);
		siblings.splice(index, 1, ...node.children);
		return [SKIP, index];
	});
}
