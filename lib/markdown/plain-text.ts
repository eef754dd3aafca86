import type { Nodes, Parents, TableRow } from "mdast";
import { parseMarkdown } from "./parse";

/**
 * Markdown as text for readers that know no markup: blocks apart by a blank line, lists with bullets or numbers, a link's
 * address behind its words.
 */
export function toPlainText(markdown: string): string {
	return blocks(parseMarkdown(markdown)).trim();
}

const blocks = (parent: Parents, between = "\n\n") =>
	parent.children
		.map(plain)
		.filter((block) => block !== "")
		.join(between);

const words = (parent: Parents) => parent.children.map(plain).join("");

function plain(node: Nodes): string {
	switch (node.type) {
		case "root":
		case "blockquote":
		case "footnoteDefinition":
			return blocks(node);
		case "list":
			return node.children
				.map((item, index) => {
					const bullet = node.ordered ? `${(node.start ?? 1) + index}. ` : "• ";
					return bullet + blocks(item, "\n").replaceAll("\n", `\n${" ".repeat(bullet.length)}`);
				})
				.join("\n");
		case "listItem":
			return blocks(node, "\n");
		case "table":
			return node.children.map((row: TableRow) => row.children.map(words).join(" | ")).join("\n");
		case "thematicBreak":
			return "—";
		case "break":
			return "\n";
		case "link": {
			const label = words(node);
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
			if ("children" in node) return words(node);
			return "value" in node ? node.value : "";
	}
}
