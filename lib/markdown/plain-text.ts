import type { Nodes, Parents, TableRow } from "mdast";
import { parseMarkdown } from "./parse";

/**
 * Markdown as text for readers that know no markup: blocks apart by a blank line, lists with bullets or numbers, a link's
 * address behind its words.
 */
export function toPlainText(markdown: string): string {
	return joinBlocks(parseMarkdown(markdown)).trim();
}

const joinBlocks = (parent: Parents, between = "\n\n") =>
	parent.children
		.map(toText)
		.filter((block) => block !== "")
		.join(between);

const toInlineText = (parent: Parents) => parent.children.map(toText).join("");

function toText(node: Nodes): string {
	switch (node.type) {
		case "root":
		case "blockquote":
		case "footnoteDefinition":
			return joinBlocks(node);
		case "list":
			return node.children
				.map((item, index) => {
					const bullet = node.ordered ? `${(node.start ?? 1) + index}. ` : "• ";
					return bullet + joinBlocks(item, "\n").replaceAll("\n", `\n${" ".repeat(bullet.length)}`);
				})
				.join("\n");
		case "listItem":
			return joinBlocks(node, "\n");
		case "table":
			return node.children.map((row: TableRow) => row.children.map(toInlineText).join(" | ")).join("\n");
		case "thematicBreak":
			return "—";
		case "break":
			return "\n";
		case "link": {
			const label = toInlineText(node);
			return label === "" || node.url === label || node.url === `mailto:${label}` || node.url === `http://${label}`
				? label || node.url
				: `${label} (${node.url})`;
		}
		case "image":
		case "imageReference":
			return node.alt ?? "";
		case "footnoteReference":
			return `[${node.label ?? node.identifier}]`;
		default:
			if ("children" in node) return toInlineText(node);
			return "value" in node ? node.value : "";
	}
}
