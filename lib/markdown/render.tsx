import type { Element, ElementContent, Parents, Root } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { toHast } from "mdast-util-to-hast";
import type { ReactElement } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { SKIP, visitParents } from "unist-util-visit-parents";
import { demoteHeadings, type HeadingLevel } from "./demote-headings";
import { parseMarkdown } from "./parse";

export type RenderOptions = {
	/** The level of the text's first heading: one below the heading of the page that it stands under. */
	readonly headingLevel: HeadingLevel;
	/** Stands before every id; different for each text of a page that has several. */
	readonly idPrefix?: string;
	/** The most nodes that are drawn, where it is not one text of a person's but a page of many. */
	readonly maxNodes?: number;
};

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

function schemaFor(idPrefix: string): Schema {
	return {
		...defaultSchema,
		clobberPrefix: idPrefix,
		tagNames: defaultSchema.tagNames?.filter((name) => name !== "img"),
		protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
		attributes: {
			...defaultSchema.attributes,
			// The hidden heading of the footnotes, at whatever level it stands.
			...Object.fromEntries(HEADINGS.map((name) => [name, [["className", "sr-only"]]])),
		},
	};
}

/**
 * Markdown as React nodes, for server components and for the browser. Nothing in the text can become more than text,
 * structure and links to http, https and mail addresses; images are links to the image and are never loaded. What is too
 * large to be formatted is shown as it was typed, below a sentence that says so.
 */
export function renderMarkdown(
	markdown: string,
	{ headingLevel, idPrefix = "text-", maxNodes }: RenderOptions,
): ReactElement {
	const text = parseMarkdown(markdown, maxNodes);
	demoteHeadings(text, headingLevel);
	const tree = toHast(text, {
		// Prefixes are set once, by the sanitiser, which sets them everywhere.
		clobberPrefix: "",
		footnoteLabelTagName: `h${headingLevel}`,
		footnoteLabelProperties: { className: ["sr-only"] },
	}) as Root;
	imagesToLinks(tree);
	const safe = sanitize(tree, schemaFor(idPrefix)) as Root;
	sanitizeLinks(safe, idPrefix);
	labelTasks(safe);
	const drawn = toJsxRuntime(safe, { Fragment, jsx, jsxs });
	if (!text.data?.isTooLarge) return drawn;
	return (
		<>
			<p>
				<em>Some of this text is too large to be formatted and is shown as it was typed.</em>
			</p>
			{drawn}
		</>
	);
}

/** A task's box is drawn as an input, and an input without a name is silence to a screen reader. */
function labelTasks(root: Root): void {
	visitParents(root, { type: "element", tagName: "input" }, (box: Element) => {
		box.properties.ariaLabel = box.properties.checked ? "Done" : "To do";
	});
}

const REL = "nofollow noopener noreferrer ugc";

/** Puts a link in the place of every image, its words only where it already stands in a link. Changes the tree. */
function imagesToLinks(root: Root): void {
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
function sanitizeLinks(root: Root, idPrefix: string): void {
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
