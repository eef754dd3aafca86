import type { Element, Root } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { toHast } from "mdast-util-to-hast";
import type { ReactElement } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { visitParents } from "unist-util-visit-parents";
import { demoteHeadings, type HeadingLevel } from "./headings";
import { imagesToLinks, sanitizeLinks } from "./links";
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
