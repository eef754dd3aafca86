import type { List, Nodes } from "mdast";
import { toString as toPlainText } from "mdast-util-to-string";
import { normalizeTakeaway } from "./normalize-line";

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

export type Bullet = "-" | "*" | "+" | "1.";

/** Takeaways, each a settled line, as a list. */
export function writeBulletList(lines: readonly string[], bullet: Bullet): string {
	return lines.map((line, index) => `${bullet === "1." ? `${index + 1}.` : bullet} ${line}`).join("\n");
}

/** The items of a list that could be takeaways, each as one line of inline Markdown; null where something would be lost. */
export function parseListLines(
	list: List,
	source: string,
): { readonly lines: string[]; readonly bullet: Bullet } | null {
	const bullet = findBullet(list, source);
	if (!bullet || (list.ordered && list.start !== 1)) return null;
	const lines = list.children.map(({ children: [paragraph, ...others], checked }) => {
		const isSimple = paragraph?.type === "paragraph" && others.length === 0 && typeof checked !== "boolean";
		if (!isSimple || has(paragraph, TIED)) return null;
		const { start, end } = paragraph.position ?? {};
		return source.slice(start?.offset, end?.offset).replace(/[ \t]*\n[ \t]*/g, " ");
	});
	return lines.every((line) => line !== null && normalizeTakeaway(line, true) !== "")
		? { lines: lines as string[], bullet }
		: null;
}

const TIED: ReadonlySet<string> = new Set(["break", "footnoteReference", "linkReference", "imageReference"]);

function has(node: Nodes, types: ReadonlySet<string>): boolean {
	return types.has(node.type) || ("children" in node && node.children.some((child) => has(child, types)));
}

/** The sign of a list's first item; null for one that takeaways never have. */
export function findBullet(list: List, source: string): Bullet | null {
	const sign = /^(?:([-*+])|\d+(\.))/.exec(source.slice(list.position?.start.offset));
	return sign?.[1] ? (sign[1] as Bullet) : sign?.[2] ? "1." : null;
}
