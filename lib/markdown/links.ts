import type { Element, ElementContent, Parents, Root } from "hast";
import { SKIP, visitParents } from "unist-util-visit-parents";

const REL = "nofollow noopener noreferrer ugc";

/** Puts a link in the place of every image, its words only where it already stands in a link. Changes the tree. */
export function imagesToLinks(root: Root): void {
	visitParents(root, "element", (element, ancestors) => {
		if (element.tagName !== "img") return;
		const src = String(element.properties.src ?? "");
		const label: ElementContent = { type: "text", value: String(element.properties.alt || src) };
		const isInLink = ancestors.some((ancestor) => ancestor.type === "element" && ancestor.tagName === "a");
		const link: Element = { type: "element", tagName: "a", properties: { href: src }, children: [label] };
		return replaceElement(element, ancestors, [isInLink ? label : link]);
	});
}

/**
 * Leaves links out of the text (with `rel`) and to its own footnotes; what is around any other, such as one whose
 * address the sanitiser took away, is removed. Changes the tree.
 */
export function sanitizeLinks(root: Root, idPrefix: string): void {
	visitParents(root, "element", (element, ancestors) => {
		if (element.tagName !== "a") return;
		const { properties } = element;
		const href = String(properties.href ?? "");
		if (/^(?:https?:\/\/|mailto:)/i.test(href)) {
			properties.rel = [REL];
		} else if (href.startsWith("#") && ("dataFootnoteRef" in properties || "dataFootnoteBackref" in properties)) {
			properties.href = `#${idPrefix}${href.slice(1)}`;
		} else {
			return replaceElement(element, ancestors, element.children);
		}
	});
}

/** Where the visit goes on: at what was put in the element's place. */
function replaceElement(element: Element, ancestors: readonly Parents[], by: ElementContent[]): [typeof SKIP, number] {
	const parent = ancestors.at(-1);
	if (!parent) throw new Error("An element always has a parent.");
	const index = parent.children.indexOf(element);
	parent.children.splice(index, 1, ...by);
	return [SKIP, index];
}
