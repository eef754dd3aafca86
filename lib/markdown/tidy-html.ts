import type { Element, ElementContent, Root, RootContent } from "hast";
import { linkTarget, splitAtAddresses } from "./addresses";
import { listsInParagraph } from "./typed-lists";

const GONE = new Set("script style template noscript head title svg math object param source track button".split(" "));
const EMBEDDED = new Set("iframe embed video audio".split(" "));
const LITERAL = new Set("code pre kbd samp".split(" "));
const MAX_DEPTH = 40;

/**
 * Leaves of a tree what Markdown can say: no comments, scripts and embedded things, links only to where a reader can
 * follow, images and videos as links. Addresses and lists that were typed as text become links and lists. Changes the
 * tree.
 */
export function tidyHtml(tree: Root): void {
	tree.children = tidied(tree.children, { isLiteral: false, depth: 0 });
}

type Place = { readonly isLiteral: boolean; readonly depth: number };

function tidied(nodes: readonly RootContent[], place: Place): ElementContent[] {
	return nodes.flatMap((node) => {
		if (node.type === "text") {
			const value = node.value.replace(/[^\P{Cc}\n\t]/gu, "");
			return place.isLiteral ? { ...node, value } : splitAtAddresses(value);
		}
		return node.type === "element" ? tidiedElement(node, place) : [];
	});
}

function tidiedElement(element: Element, place: Place): ElementContent[] {
	const { tagName, properties } = element;
	if (GONE.has(tagName)) return [];
	if (tagName === "img" || EMBEDDED.has(tagName)) return [linkInstead(element, place)].flat();

	const href = tagName === "a" ? linkTarget(String(properties.href ?? "")) : null;
	const isLiteral = place.isLiteral || (tagName === "a" ? href !== null : LITERAL.has(tagName));
	const children = tidied(element.children, { isLiteral, depth: place.depth + 1 });
	if (place.depth >= MAX_DEPTH || (tagName === "a" && href === null)) return children;
	if (href !== null) {
		const words = children.length > 0 ? children : [text(href)];
		return [{ ...element, properties: { href }, children: words }];
	}
	const tidy = { ...element, children };
	return tagName === "p" && place.depth < MAX_DEPTH - 2 ? listsInParagraph(tidy) : [tidy];
}

/** An image or a video as a link to it, or as its words alone where it stands in a link already. */
function linkInstead({ properties }: Element, { isLiteral }: Place): ElementContent[] {
	const words = String(properties.alt || properties.title || "").trim();
	const href = linkTarget(String(properties.src ?? ""));
	if (href === null || isLiteral) return words === "" ? [] : [text(words)];
	return [{ type: "element", tagName: "a", properties: { href }, children: [text(words || href)] }];
}

const text = (value: string): ElementContent => ({ type: "text", value });
