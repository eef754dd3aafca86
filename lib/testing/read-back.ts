import { load } from "js-yaml";
import type { Heading, List, Root, RootContent } from "mdast";
import { toString as toPlainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visitParents } from "unist-util-visit-parents";

/** An export as other programs read it, for tests: other libraries, and HTML that counts as HTML. */
export type ReadBack = {
	readonly frontMatter: unknown;
	readonly root: Root;
	/** All down to level 3, wherever they stand, as `## Words`. */
	readonly headings: readonly string[];
};

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

export function readBack(file: string): ReadBack {
	const [whole, yaml, body] = /^---\n([\s\S]*?)\n---\n(?:\n|$)([\s\S]*)$/.exec(file) ?? [];
	if (whole === undefined || yaml === undefined || body === undefined) throw new Error("There is no front matter.");
	const root = reader.parse(body);
	const headings: string[] = [];
	visitParents(root, "heading", (heading) => {
		if (heading.depth <= 3) headings.push(`${"#".repeat(heading.depth)} ${toPlainText(heading)}`);
	});
	return { frontMatter: load(yaml), root, headings };
}

export type Section = { readonly title: Heading; readonly blocks: readonly RootContent[] };

/** The blocks below each talk's heading. */
export function listTalkSections(root: Root): Section[] {
	const sections: { title: Heading; blocks: RootContent[] }[] = [];
	let isOpen = false;
	for (const node of root.children) {
		if (node.type === "heading" && node.depth <= 3) {
			isOpen = node.depth === 3;
			if (isOpen) sections.push({ title: node, blocks: [] });
		} else if (isOpen) {
			sections.at(-1)?.blocks.push(node);
		}
	}
	return sections;
}

/** The items of the list below the last `Key takeaways:`, as plain text; null where the section does not end so. */
export function listTakeaways(section: Section): string[] | null {
	return takeawayList(section)?.children.map((item) => toPlainText(item)) ?? null;
}

/** Where each of them leads that begins with a link; null for the others. */
export function listTimestampUrls(section: Section): (string | null)[] | null {
	const items = takeawayList(section)?.children;
	return (
		items?.map(({ children: [paragraph] }) => {
			const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
			return first?.type === "link" ? first.url : null;
		}) ?? null
	);
}

function takeawayList({ blocks }: Section): List | null {
	const [label, list] = blocks.slice(-2);
	if (label?.type !== "paragraph" || toPlainText(label) !== "Key takeaways:" || list?.type !== "list") return null;
	return list;
}
