import type { Literal, Root, RootContent } from "mdast";

/** Markdown that is written as it stands. */
export interface Verbatim extends Literal {
	type: "verbatim";
}

declare module "mdast" {
	interface RootContentMap {
		verbatim: Verbatim;
	}
	interface BlockContentMap {
		verbatim: Verbatim;
	}
	interface PhrasingContentMap {
		verbatim: Verbatim;
	}
}

export function verbatim(value: string): Verbatim {
	return { type: "verbatim", value };
}

/** Footnotes, which are the whole file's, and HTML, which is text to us and markup to other readers. */
const TIES = /\[\^|<[A-Za-z!?/]/;

/** What means something else in another place of a file, or in another file. */
const DEPENDS_ON_ITS_PLACE: ReadonlySet<string> = new Set([
	"heading",
	"definition",
	"linkReference",
	"imageReference",
	"footnoteDefinition",
	"footnoteReference",
]);

/**
 * Whether a text, which was read as `node`, is read the same wherever it stands between blank lines, so that it can be
 * written as its author typed it.
 */
export function readsTheSameAnywhere(node: Root | RootContent, source: string): boolean {
	return !TIES.test(source) && standsByItself(node);
}

function standsByItself(node: Root | RootContent): boolean {
	// What has no place in the text was put there by the parser, in the place of something else.
	if (DEPENDS_ON_ITS_PLACE.has(node.type) || !node.position) return false;
	return !("children" in node) || node.children.every(standsByItself);
}

/**
 * Whether a text reads the same anywhere for a reason that shows without the parser, which takes a thousand times
 * longer: every line begins with a letter or is an item of a list that does, so that nothing can be open or defined.
 */
export function isSurelyProse(source: string): boolean {
	return !TIES.test(source) && source.split("\n").every((line) => line.trim() === "" || PROSE_LINE.test(line));
}

const PROSE_LINE = /^(?:(?:[-*+]|\d{1,9}[.)]) )?\p{L}/u;

/** The same for a text that is one paragraph: every line begins with a letter. */
export function isSurelyParagraph(source: string): boolean {
	return !TIES.test(source) && source.split("\n").every((line) => /^\p{L}/u.test(line));
}
