// `[words](address "title")` and the same as an image. Each alternative begins with another character: nothing is tried twice.
const LINK = /!?\[([^[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g;
const MARKERS = /^\s*(?:(?:>|[-+*](?=\s)|#{1,6}(?=\s))\s*)+(?:\[[ xX]\]\s+)?/;
const RULE = /^\s*(?:[-*_=]\s*){3,}$/;
const TABLE_RULE = /^[\s|:-]*\|[\s|:-]*$/;

/**
 * What a reader sees of a Markdown text, near enough to be searched and to quote from, and without the time that parsing
 * takes: no markers of headings, lists and quotations, no emphasis, and of links their words. Blank lines are left out.
 */
export function stripMarkdown(markdown: string): string {
	return markdown
		.split("\n")
		.map(stripLine)
		.filter((line) => line !== "")
		.join("\n");
}

function stripLine(line: string): string {
	if (RULE.test(line) || TABLE_RULE.test(line)) return "";
	return line
		.replace(MARKERS, "")
		.replace(LINK, "$1")
		.replace(/^\s*\||\|\s*$/g, "")
		.replace(/(?<!\\)(?:[*`]+|~~+)/g, "")
		.replace(/\\(?=[!-/:-@[-`{-~])/g, "")
		.trim();
}
