import { linePrefix, toggleLines } from "./markdown-lines";
import { toggleMarks } from "./markdown-marks";
import type { Field, TextEdit } from "./text-edit";

export const FORMATS = ["heading", "bold", "italic", "code", "link", "list", "numbers", "tasks", "quote"] as const;

export type Format = (typeof FORMATS)[number];

const MARKS = { bold: "**", italic: "_", code: "`" } as const;

/** What gives the selection, its words or its lines, a format of Markdown; where they have it, what takes it away. */
export function applyFormat(field: Field, format: Format): TextEdit {
	switch (format) {
		case "bold":
		case "italic":
			return toggleMarks(field, MARKS[format]);
		case "code":
			return isOnLines(field) ? toggledFence(field) : toggleMarks(field, MARKS.code);
		case "link":
			return toggledLink(field);
		default:
			return toggleLines(field, format);
	}
}

/** What Enter does in a list or a quote: goes on with it, or ends it where the item is empty; null elsewhere. */
export function continueList({ text, start, end }: Field): TextEdit | null {
	if (start !== end) return null;
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const lineEnd = endOfLine(text, start);
	const line = text.slice(lineStart, lineEnd);
	const prefix = linePrefix(line);
	if (!prefix || start < lineStart + prefix.own.length || isInFence(text, lineStart)) return null;
	if (line.slice(prefix.own.length).trim() === "")
		return { from: lineStart, to: lineEnd, insert: "", start: lineStart, end: lineStart };
	const insert = `\n${prefix.next}`;
	return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length };
}

/** A pasted address over selected words as a link of them; null where it is not one, or nothing is selected. */
export function linkSelection({ text, start, end }: Field, pasted: string): TextEdit | null {
	const urlStart = pasted.trim();
	const selected = text.slice(start, end);
	if (!isUrl(urlStart) || selected.trim() === "" || selected.includes("\n") || isUrl(selected.trim())) return null;
	// An address in a link's place is exchanged, not linked.
	if (/\]\([^()\s]*$/.test(text.slice(0, start))) return null;
	const label = selected.replace(/[[\]]/g, "\\$&");
	const insert = `[${label}](${urlStart.replaceAll("(", "%28").replaceAll(")", "%29")})`;
	return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

const LINK = /\[((?:\\.|[^[\]\\\n])*)\]\([^()\s]*\)/g;

function toggledLink({ text, start, end }: Field): TextEdit {
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	for (const link of text.slice(lineStart, endOfLine(text, end)).matchAll(LINK)) {
		const from = lineStart + link.index;
		const to = from + link[0].length;
		const label = (link[1] ?? "").replace(/\\([[\]])/g, "$1");
		if (from <= start && end <= to) return { from, to, insert: label, start: from, end: from + label.length };
	}
	const selected = text.slice(start, end);
	if (isUrl(selected.trim()))
		return { from: start, to: end, insert: `[](${selected.trim()})`, start: start + 1, end: start + 1 };
	const label = selected.replaceAll("\n", " ").replace(/[[\]]/g, "\\$&");
	const insert = `[${label}](https://)`;
	// What is missing is selected, so that it is written next.
	const urlStart = start + label.length + 3;
	return selected === ""
		? { from: start, to: end, insert, start: start + 1, end: start + 1 }
		: { from: start, to: end, insert, start: urlStart, end: urlStart + "https://".length };
}

const FENCE = "```";

/** A block of code around the selected lines, or the lines without it. */
function toggledFence({ text, start, end }: Field): TextEdit {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const to = endOfLine(text, end);
	const lines = text.slice(from, to);
	const inner = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(lines)?.[1];
	if (inner !== undefined) return { from, to, insert: inner, start: from, end: from + inner.length };
	const insert = `${FENCE}\n${lines}\n${FENCE}`;
	return { from, to, insert, start: from, end: from + insert.length };
}

function isOnLines({ text, start, end }: Field): boolean {
	return text.slice(start, end).includes("\n");
}

function isInFence(text: string, before: number): boolean {
	return (text.slice(0, before).match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
}

function isUrl(text: string): boolean {
	return /^(?:https?:\/\/|mailto:)\S+$/i.test(text) && URL.canParse(text);
}

function endOfLine(text: string, from: number): number {
	const found = text.indexOf("\n", from);
	return found === -1 ? text.length : found;
}
