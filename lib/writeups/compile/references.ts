import type { Definition, Paragraph, Root } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { SKIP, visitParents } from "unist-util-visit-parents";

/**
 * Puts what the definitions say in the place of the references to them, so that no other text's references find them.
 * A definition that nothing refers to becomes text. Changes the tree.
 */
export function resolveReferences(root: Root): void {
	const definitions = new Map<string, Definition>();
	visitParents(root, "definition", (definition) => {
		if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
	});
	const used = new Set<Definition>();
	visitParents(root, (node, ancestors) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const definition = definitions.get(node.identifier);
		const parent = ancestors.at(-1);
		if (!definition || !parent) return;
		used.add(definition);
		const { url, title } = definition;
		const index = (parent.children as unknown[]).indexOf(node);
		parent.children[index] =
			node.type === "linkReference"
				? { type: "link", url, title, children: node.children }
				: { type: "image", url, title, alt: node.alt };
		return index;
	});
	visitParents(root, "definition", (definition, ancestors) => {
		const siblings = (ancestors.at(-1) as Root).children;
		const index = siblings.indexOf(definition);
		siblings.splice(index, 1, ...(used.has(definition) ? [] : [asText(definition)]));
		return [SKIP, index];
	});
}

/** A definition as its author typed it, with links where readers make links of addresses. */
function asText({ label, identifier, url, title }: Definition): Paragraph {
	const text = (value: string) => ({ type: "text" as const, value });
	const isAddress = /^https?:\/\/./i.test(url);
	const paragraph: Paragraph = {
		type: "paragraph",
		children: [
			text(`[${label ?? identifier}]: `),
			isAddress ? { type: "link", url, children: [text(url)] } : text(url),
			text(title ? ` "${title}"` : ""),
		],
	};
	const root: Root = { type: "root", children: [paragraph] };
	for (const transform of LINK_MAKERS) transform(root);
	return paragraph;
}

const LINK_MAKERS = gfmFromMarkdown().flatMap(({ transforms }) => transforms ?? []);
