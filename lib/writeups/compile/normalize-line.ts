import type { Heading } from "mdast";
import { memoize } from "./memoize";
import { oneLine } from "./one-line";
import { parseSource } from "./open-html";
import { isPlainParagraph, isSelfContained } from "./self-contained";
import { unnest } from "./unnest";
import { writeBlock, writeInline } from "./write";

/** Rewriting a text once more changes nothing after two or three times, whatever it is; this is for what nobody thought of. */
export const MAX_ROUNDS = 8;

/**
 * One line of inline Markdown as it can stand in a paragraph or an item of a list; what would be a block is text. Where
 * `isOwn`, HTML that is whole stays such, else it is text. What is settled once is not changed by settling it again.
 */
export const normalizeLine = memoize((text: string, isOwn: boolean): string => {
	let normalized = rewriteLine(oneLine(text), isOwn);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const again = rewriteLine(normalized, true);
		if (again === normalized) break;
		normalized = again;
	}
	return normalized;
});

/** The same of a takeaway: what looks like moments before it is written as such, whether it is or not. */
export function normalizeTakeaway(text: string, isOwn: boolean): string {
	const line = oneLine(text);
	const timestamps = TIMESTAMPS.exec(line)?.[0] ?? "";
	return timestamps + normalizeLine(line.slice(timestamps.length), isOwn);
}

const TIMESTAMPS = /^(?:(?:[\d:]*:\d\d|\[[\d:]*:\d\d\]\([^\s()<>[\]\\&*_`~@]*\)) (?=\S))*/;

function rewriteLine(line: string, isOwn: boolean): string {
	if (line === "" || isPlainParagraph(line)) return line;
	const { root, isHtmlMarkup } = parseSource(line, isOwn);
	const [paragraph, ...others] = root.children;
	if (paragraph?.type !== "paragraph" || others.length > 0)
		return oneLine(writeInline([{ type: "text", value: line }]));
	if (!TASK.test(line) && isSelfContained(paragraph, line, isHtmlMarkup)) return line;
	unnest(paragraph);
	return oneLine(writeBlock(paragraph));
}

/** Begins a task in a list. */
const TASK = /^\[[ \txX]\]/;

/** The same of a line that stands after the signs of a heading. */
export const normalizeHeading = memoize((text: string): string => {
	let normalized = oneLine(text);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const again = rewriteHeading(normalized);
		if (again === normalized) break;
		normalized = again;
	}
	return normalized;
});

function rewriteHeading(typed: string): string {
	// At the end, after a space, these would be the heading's own signs.
	const line = typed.replace(/(?<![^ \t])#+$/, "\\$&");
	if (line === "" || isPlainText(line)) return line;
	const read = parseHeading(line);
	if (!read) return headingLine([{ type: "text", value: line }]);
	const { heading, isHtmlMarkup } = read;
	const isWhole = heading.children[0]?.position?.start.offset === 2 && endOf(heading) === line.length + 2;
	if (isWhole && isSelfContained({ ...heading, type: "paragraph" }, line, isHtmlMarkup)) return line;
	unnest(heading);
	return headingLine(heading.children);
}

/** What a line reads as after the sign of a heading; undefined where it would be an empty one. */
export function parseHeading(line: string): { readonly heading: Heading; readonly isHtmlMarkup: boolean } | undefined {
	const { root, isHtmlMarkup } = parseSource(`# ${line}`, true);
	const [heading, ...others] = root.children;
	const isOne = heading?.type === "heading" && heading.children.length > 0 && others.length === 0;
	return isOne ? { heading, isHtmlMarkup } : undefined;
}

const endOf = ({ children }: Heading) => children.at(-1)?.position?.end.offset;

function headingLine(children: Heading["children"]): string {
	return oneLine(writeBlock({ type: "heading", depth: 1, children }).replace(/^#\s*/, ""));
}

/** Words in which every character stands for itself, in a heading and in a link. */
export function isPlainText(text: string): boolean {
	return /^[\p{L}\p{N} ,.;:'’“”"?()/–—-]+$/u.test(text) && !/^\W|\/\/|www\.|\)$|^\d+[.)]|:[^ ]/i.test(text);
}

/**
 * Plain words as Markdown in which every character stands for itself, in a heading and in a link; null where it takes the
 * parser to see which these are.
 */
export function escapeText(text: string): string | null {
	if (CONTAINS_URL.test(text) || /\p{Cc}/u.test(text)) return null;
	return text.replace(/[\\`*_[\]<~|]|&(?=[#A-Za-z])/g, "\\$&").replace(/(?<![^ \t])#+$/, "\\$&");
}

/** Readers look for addresses in plain words, too, behind escaped characters among them. */
const CONTAINS_URL = /@|:\/\/|www|mailto:|xmpp:/i;

/** A plain text as the line of a heading, every character standing for itself. */
export const toHeading = memoize((text: string): string => {
	const line = oneLine(text);
	return escapeText(line) ?? normalizeHeading(headingLine([{ type: "text", value: line }]));
});
