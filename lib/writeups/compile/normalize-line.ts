import type { Heading, Paragraph, PhrasingContent } from "mdast";
import { oneLine } from "./lines";
import { memoize } from "./memoize";
import { unnest } from "./move";
import { parseSource } from "./parse-source";
import { isPlainLine } from "./plain-prose";
import { aroundTemplates, hasTemplates } from "./template-syntax";
import { HTML, UNESCAPED_FOOTNOTE, writeRoot } from "./write";

/** Writing a text once more changes nothing after once or twice, whatever it is; this is for what nobody thought of. */
export const MAX_ROUNDS = 8;

/**
 * One line of inline Markdown as it can stand in a paragraph or an item of a list; what would be a block is text. Where
 * `isOwn`, HTML that is whole stays such, else it is text. Doing so once more changes nothing.
 */
export const normalizeLine = memoize((text: string, isOwn: boolean): string =>
	rewriteUntilStable(text, "paragraph", isOwn),
);

/** The same of a line that stands after the signs of a heading. */
export const normalizeHeading = memoize((text: string): string => rewriteUntilStable(text, "heading", true));

/** The same of a takeaway: what looks like times before it is written as such, whether it is or not. */
export function normalizeTakeaway(text: string, isOwn: boolean): string {
	const line = oneLine(text);
	const timestamps = TIMESTAMPS.exec(line)?.[0] ?? "";
	return timestamps + normalizeLine(line.slice(timestamps.length), isOwn);
}

const TIMESTAMPS = /^(?:(?:[\d:]*:\d\d|\[[\d:]*:\d\d\]\([^\s()<>[\]\\&*_`~@]*\)) (?=\S))*/;

/** A plain text as the line of a heading or the words of a link, every character standing for itself. */
export const toHeading = memoize((text: string): string => {
	const line = oneLine(text);
	return isPlainText(line)
		? line
		: rewriteUntilStable(writeLine([{ type: "text", value: line }], "heading"), "heading", true);
});

/** Whether every character of a text stands for itself, in a heading and in a link. */
export function isPlainText(text: string): boolean {
	return isPlainLine(text) && /^[\p{L}\p{N} ,.;:'’“”"?()/–—&+!%-]+$/u.test(text) && !/:\S|\/\/|www/.test(text);
}

type LineKind = "paragraph" | "heading";

function rewriteUntilStable(text: string, kind: LineKind, isOwn: boolean): string {
	const typed = oneLine(text);
	const own = (line: string) => aroundTemplates(line, (hidden) => rewrite(hidden, kind, true));
	let line = isOwn ? own(typed) : rewrite(typed, kind, false);
	if (line === typed && (isOwn || !hasTemplates(typed))) return typed;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const again = own(line);
		if (again === line) break;
		line = again;
	}
	return line;
}

/** Begins a task in a list. */
const TASK = /^\[[ \txX]\]/;

function rewrite(typed: string, kind: LineKind, isOwn: boolean): string {
	// At the end, after a space, these would be the heading's own signs.
	const line = kind === "heading" ? typed.replace(/(?<![^ \t])#+$/, "\\$&") : typed;
	if (line === "" || isPlainLine(line)) return line;
	const { block, isHtmlMarkup } = parseLine(line, kind, isOwn);
	if (!block) return writeLine([{ type: "text", value: line }], kind);
	const [first, last] = [block.children[0], block.children.at(-1)];
	const isWhole = (last?.position?.end.offset ?? 0) - (first?.position?.start.offset ?? 0) === line.length;
	const isSafe = isWhole && !UNESCAPED_FOOTNOTE.test(line) && (isHtmlMarkup || !HTML.test(line)) && !TASK.test(line);
	const before = isSafe ? JSON.stringify(block) : "";
	unnest(block);
	return isSafe && JSON.stringify(block) === before ? line : writeLine(block.children, kind);
}

/** What a line reads as, and whether HTML in it is markup; no block where it would be none or another one. */
export function parseLine(
	line: string,
	kind: LineKind,
	isOwn: boolean,
): { readonly block: Heading | Paragraph | null; readonly isHtmlMarkup: boolean } {
	const { root, isHtmlMarkup } = parseSource(kind === "heading" ? `# ${line}` : line, isOwn);
	const [block, ...others] = root.children;
	const isOne = (block?.type === "heading" || block?.type === "paragraph") && block.type === kind;
	return { block: isOne && block.children.length > 0 && others.length === 0 ? block : null, isHtmlMarkup };
}

/** Inline Markdown as one line. */
export function writeLine(children: readonly PhrasingContent[], kind: LineKind): string {
	const block: Heading | Paragraph =
		kind === "heading"
			? { type: "heading", depth: 1, children: [...children] }
			: { type: "paragraph", children: [...children] };
	const written = writeRoot({ type: "root", children: [block] });
	return oneLine(kind === "heading" ? written.replace(/^#\s*/, "") : written);
}
