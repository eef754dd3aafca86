import type { Heading, Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";

export type HeadingLevel = Heading["depth"];

const MAX_LEVEL = 6;

/**
 * Moves a text's headings so that the highest is at `firstLevel` or below, keeping how they relate to each other as
 * far as level 6 allows. Changes the tree.
 */
export function demoteHeadings(root: Root, firstLevel: HeadingLevel): void {
	const headings: Heading[] = [];
	visitParents(root, "heading", (heading) => {
		headings.push(heading);
	});
	const highest = headings.reduce((level, heading) => Math.min(level, heading.depth), MAX_LEVEL);
	const shift = Math.max(0, firstLevel - highest);
	for (const heading of headings) heading.depth = Math.min(MAX_LEVEL, heading.depth + shift) as HeadingLevel;
}
