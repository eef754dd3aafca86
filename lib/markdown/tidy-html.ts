import type { Element, ElementContent, Root, RootContent } from "hast";
import { linkTypedUrls, normalizeHref } from "./link-typed-urls";
import { splitTypedLists } from "./split-typed-lists";

const REMOVED = new Set(
	"script style template noscript head title svg math object param source track button".split(" "),
);
const EMBEDDED = new Set("iframe embed video audio".split(" "));
const LITERAL = new Set("code pre kbd samp".split(" "));
const MAX_DEPTH = 40;

/**
 * Leaves of a tree what Markdown can say: no comments, scripts and embedded things, links only to where a reader can
 * follow, images and videos as links. Addresses and lists that were typed as text become links and lists. Changes the
 * tree.
 */
export function tidyHtml(tree: Root): void {
	tree.children = tidyNodes(tree.children, { isLiteral: false, depth: 0 });
}

type TidyContext = { readonly isLiteral: boolean; readonly depth: number };

function tidyNodes(nodes: readonly RootContent[], context: TidyContext): ElementContent[] {
	return nodes.flatMap((node) => {
		if (node.type === "text") {
			const value = node.value.replace(/[^\P{Cc}\n\t]/gu, "");
			return context.isLiteral ? { ...node, value } : linkTypedUrls(value);
		}
		return node.type === "element" ? tidyElement(node, context) : [];
	});
}

function tidyElement(element: Element, context: TidyContext): ElementContent[] {
	const { tagName, properties } = element;
	if (REMOVED.has(tagName)) return [];
	if (tagName === "img" || EMBEDDED.has(tagName)) return [replaceWithLink(element, context)].flat();

	const href = tagName === "a" ? normalizeHref(String(properties.href ?? "")) : null;
	const isLiteral = context.isLiteral || (tagName === "a" ? href !== null : LITERAL.has(tagName));
	const children = tidyNodes(element.children, { isLiteral, depth: context.depth + 1 });
	if (context.depth >= MAX_DEPTH || (tagName === "a" && href === null)) return children;
	if (href !== null) {
		const label = children.length > 0 ? children : [text(href)];
		return [{ ...element, properties: { href }, children: label }];
	}
	const tidy = { ...element, children };
	return tagName === "p" && context.depth < MAX_DEPTH - 2 ? splitTypedLists(tidy) : [tidy];
}

/** An image or a video as a link to it, or as its words alone where it stands in a link already. */
function replaceWithLink({ properties }: Element, { isLiteral }: TidyContext): ElementContent[] {
	const label = String(properties.alt || properties.title || "").trim();
	const href = normalizeHref(String(properties.src ?? ""));
	if (href === null || isLiteral) return label === "" ? [] : [text(label)];
	return [{ type: "element", tagName: "a", properties: { href }, children: [text(label || href)] }];
}

const text = (value: string): ElementContent => ({ type: "text", value });
