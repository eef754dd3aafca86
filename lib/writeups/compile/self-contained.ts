import type { Nodes } from "mdast";

/** HTML, which is text to us in notes, and markup to other readers. */
const HTML = /<[A-Za-z!?/]/;
/** A footnote's sign that is not escaped: another text may define it. */
const FOOTNOTE = /(?<!\\)(?:\\\\)*\[\^/;

/** What means something else in another place of a file, or in another file. */
const CONTEXT_DEPENDENT: ReadonlySet<string> = new Set([
	"heading",
	"definition",
	"linkReference",
	"imageReference",
	"footnoteDefinition",
	"footnoteReference",
]);

/** Whether what was read as `node` is read the same wherever it stands, so that it can be written as it was typed. */
export function isSelfContained(node: Nodes, source: string, isHtmlMarkup: boolean): boolean {
	return !FOOTNOTE.test(source) && (isHtmlMarkup || !HTML.test(source)) && isContextFree(node);
}

function isContextFree(node: Nodes): boolean {
	// What has no place in the text was put there by the parser, in the place of something else.
	if (CONTEXT_DEPENDENT.has(node.type) || !node.position) return false;
	return !("children" in node) || node.children.every(isContextFree);
}

/**
 * Whether a text reads the same anywhere for a reason that shows without the parser, which takes a thousand times
 * longer: every line begins with a letter, or as no block does, or is an item of a list that does, so that nothing can be open or defined.
 */
export function isPlainProse(source: string): boolean {
	return (
		!isContextDependent(source) &&
		!LOOSE.test(source) &&
		source.split("\n").every((line) => line === "" || PROSE_LINE.test(line))
	);
}

/** More between two blocks than one blank line, which is how they are written. */
const LOOSE = /\n\n\n|[ \t]\n(?:\n|$)/;

/** A letter, or what no block begins with. */
const BEGIN = String.raw`(?:\p{L}|["'“‘(]|\d+(?![\d.)])|\x60(?!\x60)|\*{1,2}(?=\p{L}))`;
const PROSE_LINE = new RegExp(String.raw`^(?:(?:[-*+]|\d{1,9}[.)]) )?${BEGIN}`, "u");
const PARAGRAPH_LINE = new RegExp(`^${BEGIN}`, "u");

/** The same for a text that is one paragraph. */
export function isPlainParagraph(source: string): boolean {
	return !isContextDependent(source) && source.split("\n").every((line) => PARAGRAPH_LINE.test(line));
}

function isContextDependent(source: string): boolean {
	return FOOTNOTE.test(source) || HTML.test(source) || URL_OR_ENTITY.test(source);
}

/** Some mail and web addresses that GitHub finds in a text have no place in it, such as those with an escaped character. */
const URL_OR_ENTITY = /@|(?<!\]\()(?:https?|www)(?![\p{L}\p{N}])|&[#\p{L}\p{N}]+;/iu;
