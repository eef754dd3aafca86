import type { Field, TextEdit } from "./text-edit";

export type LineFormat = "heading" | "list" | "numbers" | "tasks" | "quote";

const ITEM = /^(\s*)(?:([-*+])\s+(\[[ xX]\]\s+)?|(\d{1,9})[.)]\s+)(?=\S|$)/;
const HEADING = /^\s{0,3}#{1,6}\s+/;
const QUOTE = /^\s{0,3}>\s?/;

/** The selected lines, each whole, with a format; where all that are not blank have it, without. */
export function toggleLines({ text, start, end }: Field, format: LineFormat): TextEdit {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	// A selection that ends before a line's first character does not have that line.
	const lastLine = end > start && text[end - 1] === "\n" ? end - 1 : end;
	const found = text.indexOf("\n", lastLine);
	const to = found === -1 ? text.length : found;
	const lines = text.slice(from, to).split("\n");
	const filledLines = lines.filter((line) => line.trim() !== "");
	const isRemoving = filledLines.length > 0 && filledLines.every((line) => has(line, format));
	let number = 0;
	const changed = lines.map((line) => {
		const isBlank = line.trim() === "" && lines.length > 1;
		if (isBlank) return format === "quote" && !isRemoving ? ">" : line;
		if (isRemoving) return without(line, format);
		number++;
		return withFormat(line, format, number);
	});
	const insert = changed.join("\n");
	if (start !== end) return { from, to, insert, start: from, end: from + insert.length };
	const caret = Math.max(from, start + insert.length - (to - from));
	return { from, to, insert, start: caret, end: caret };
}

/** What a line of a list or a quote begins with, and what the next one would; null for any other line. */
export function linePrefix(line: string): { readonly own: string; readonly next: string } | null {
	const quotes = /^(?:\s{0,3}>\s?)*/.exec(line)?.[0] ?? "";
	const item = /^(\s*)(?:([-*+])(\s+)(\[[ xX]\]\s+)?|(\d{1,9})([.)])(\s+))/.exec(line.slice(quotes.length));
	if (!item) return quotes === "" ? null : { own: quotes, next: quotes };
	const [own, indent = "", bullet, gap = " ", box, digits, dot, numberGap = " "] = item;
	const next = bullet ? bullet + gap + (box ? "[ ] " : "") : `${Number(digits) + 1}${dot}${numberGap}`;
	return { own: quotes + own, next: quotes + indent + next };
}

function has(line: string, format: LineFormat): boolean {
	const [, , bullet, box, digits] = ITEM.exec(line) ?? [];
	switch (format) {
		case "heading":
			return HEADING.test(line);
		case "quote":
			return QUOTE.test(line);
		case "list":
			return bullet !== undefined && box === undefined;
		case "tasks":
			return box !== undefined;
		case "numbers":
			return digits !== undefined;
	}
}

function without(line: string, format: LineFormat): string {
	if (format === "heading") return line.replace(HEADING, "");
	return format === "quote" ? line.replace(QUOTE, "") : line.replace(ITEM, "$1");
}

function withFormat(line: string, format: LineFormat, number: number): string {
	switch (format) {
		case "heading":
			return `## ${line.replace(HEADING, "").trimStart()}`;
		case "quote":
			return `> ${line}`;
		default: {
			const [, indent = ""] = /^(\s*)/.exec(line) ?? [];
			const marker = { list: "- ", tasks: "- [ ] ", numbers: `${number}. ` }[format];
			return indent + marker + line.replace(ITEM, "$1").trimStart();
		}
	}
}
