import type { Heading } from "mdast";
import { oneLine } from "./one-line";
import { readText } from "./open-html";
import { remembering } from "./remember";
import { isSurelyParagraph, standsAlone } from "./stands-alone";
import { unnest } from "./unnest";
import { writeBlock, writeInline } from "./write";

/** Rewriting a text once more changes nothing after two or three times, whatever it is; this is for what nobody thought of. */
export const MOST_ROUNDS = 8;

/**
 * One line of inline Markdown as it can stand in a paragraph or an item of a list; what would be a block is text. Where
 * `isOwn`, HTML that is whole stays such, else it is text. What is settled once is not changed by settling it again.
 */
export const settleLine = remembering((text: string, isOwn: boolean): string => {
	let settled = rewriteLine(oneLine(text), isOwn);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const again = rewriteLine(settled, true);
		if (again === settled) break;
		settled = again;
	}
	return settled;
});

/** The same of a takeaway: what looks like moments before it is written as such, whether it is or not. */
export function settleTakeaway(text: string, isOwn: boolean): string {
	const line = oneLine(text);
	const moments = MOMENTS.exec(line)?.[0] ?? "";
	return moments + settleLine(line.slice(moments.length), isOwn);
}

const MOMENTS = /^(?:(?:[\d:]*:\d\d|\[[\d:]*:\d\d\]\([^\s()<>[\]\\&*_`~@]*\)) (?=\S))*/;

function rewriteLine(line: string, isOwn: boolean): string {
	if (line === "" || isSurelyParagraph(line)) return line;
	const { root, isHtmlMarkup } = readText(line, isOwn);
	const [paragraph, ...others] = root.children;
	if (paragraph?.type !== "paragraph" || others.length > 0)
		return oneLine(writeInline([{ type: "text", value: line }]));
	if (!TASK.test(line) && standsAlone(paragraph, line, isHtmlMarkup)) return line;
	unnest(paragraph);
	return oneLine(writeBlock(paragraph));
}

/** Begins a task in a list. */
const TASK = /^\[[ \txX]\]/;

/** The same of a line that stands after the signs of a heading. */
export const settleHeading = remembering((text: string): string => {
	let settled = oneLine(text);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const again = rewriteHeading(settled);
		if (again === settled) break;
		settled = again;
	}
	return settled;
});

function rewriteHeading(typed: string): string {
	// At the end, after a space, these would be the heading's own signs.
	const line = typed.replace(/(?<![^ \t])#+$/, "\\$&");
	if (line === "" || isSurelyText(line)) return line;
	const read = readHeading(line);
	if (!read) return headingLine([{ type: "text", value: line }]);
	const { heading, isHtmlMarkup } = read;
	const isWhole = heading.children[0]?.position?.start.offset === 2 && endOf(heading) === line.length + 2;
	if (isWhole && standsAlone({ ...heading, type: "paragraph" }, line, isHtmlMarkup)) return line;
	unnest(heading);
	return headingLine(heading.children);
}

/** What a line reads as after the sign of a heading; undefined where it would be an empty one. */
export function readHeading(line: string): { readonly heading: Heading; readonly isHtmlMarkup: boolean } | undefined {
	const { root, isHtmlMarkup } = readText(`# ${line}`, true);
	const [heading, ...others] = root.children;
	const isOne = heading?.type === "heading" && heading.children.length > 0 && others.length === 0;
	return isOne ? { heading, isHtmlMarkup } : undefined;
}

const endOf = ({ children }: Heading) => children.at(-1)?.position?.end.offset;

function headingLine(children: Heading["children"]): string {
	return oneLine(writeBlock({ type: "heading", depth: 1, children }).replace(/^#\s*/, ""));
}

/** Words in which every character stands for itself, in a heading and in a link. */
export function isSurelyText(words: string): boolean {
	return /^[\p{L}\p{N} ,.;:'’“”"?()/–—-]+$/u.test(words) && !/^\W|\/\/|www\.|\)$|^\d+[.)]|:[^ ]/i.test(words);
}

/**
 * Plain words as Markdown in which every character stands for itself, in a heading and in a link; null where it takes the
 * parser to see which these are.
 */
export function escapedText(words: string): string | null {
	if (FINDS_ADDRESSES.test(words) || /\p{Cc}/u.test(words)) return null;
	return words.replace(/[\\`*_[\]<~|]|&(?=[#A-Za-z])/g, "\\$&").replace(/(?<![^ \t])#+$/, "\\$&");
}

/** Readers look for addresses in plain words, too, behind escaped characters among them. */
const FINDS_ADDRESSES = /@|:\/\/|www|mailto:|xmpp:/i;

/** A plain text as the line of a heading, every character standing for itself. */
export const headingOfText = remembering((text: string): string => {
	const line = oneLine(text);
	return escapedText(line) ?? settleHeading(headingLine([{ type: "text", value: line }]));
});
