import type { Nodes } from "mdast";
import { MAX_NODES_OF_FILE } from "@/lib/markdown/limits";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { parseFrontMatterFields } from "../read/read-fields";
import { splitFrontMatter } from "../read/split-front-matter";

/** Whether two posts say the same, in whatever signs: their front matter's fields and the syntax trees of what is below it. */
export function isEquivalentPost(post: string, other: string): boolean {
	const [a, b] = [post, other].map((each) => {
		const { frontMatter, body } = splitFrontMatter(each);
		const { fields } = parseFrontMatterFields(frontMatter);
		return JSON.stringify([fields, bare(parseMarkdownWithHtml(body, MAX_NODES_OF_FILE))]);
	});
	return a === b;
}

/** A tree without where its nodes stand, and how far apart. */
function bare(node: Nodes): unknown {
	const { position: _, ...rest } = node;
	const plain = { ...rest, ...("spread" in rest && { spread: null }), data: undefined };
	if ("value" in plain && typeof plain.value === "string" && node.type === "text") {
		return { ...plain, value: plain.value.replace(/\s*\n\s*/g, "\n") };
	}
	return "children" in node ? { ...plain, children: node.children.map(bare) } : plain;
}
