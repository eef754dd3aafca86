import { exceedsLimits } from "@/lib/markdown/limits";

/** HTML, footnotes, definitions, and what Obsidian alone gives a meaning. */
const NEEDS_PARSER = /<[A-Za-z!?/]|\[\^|\]:|\[\[|%%|\$\$/;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t]|$)/;
/** A heading that stands in a list or a quotation, or what might be one. */
const NESTED_HEADING = /^[^#\p{L}]*#{1,6}(?:[ \t]|$)/u;
/** What makes a heading of the words above it. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FENCE = /`{3,}|~{3,}/;
const OPENING = /^(`{3,})[^`]*$|^(~{3,})/;

/** Of a note's highest heading, as in other exports at their highest level: sections are 1, talks are 2. */
const FIRST_LEVEL = 3;
const MAX_LEVEL = 6;

/**
 * A note's text as it can stand in a file of its own, its headings sunk, where a glance at its lines is enough to know that
 * nothing in it stays open or means something else there; null where the parser has to look. A thousand long notes are
 * written in the time in which the parser reads some fifty.
 */
export function toVerbatimNote(text: string): string | null {
	const lines = text.split("\n");
	const isCode = findCodeLines(lines);
	if (!isCode || text.startsWith("---") || exceedsLimits(text)) return null;
	const needsParser = (line: string, index: number) =>
		!isCode[index] &&
		(NEEDS_PARSER.test(line) ||
			(!HEADING.test(line) && NESTED_HEADING.test(line)) ||
			(UNDERLINE.test(line) && (lines[index - 1] ?? "").trim() !== ""));
	if (lines.some(needsParser)) return null;
	return shiftHeadings(lines, isCode).join("\n");
}

/** Which lines are of fenced code; null where that is not plain to see, or one is left open. */
function findCodeLines(lines: readonly string[]): boolean[] | null {
	let fence: string | null = null;
	const isCode: boolean[] = [];
	for (const line of lines) {
		isCode.push(fence !== null || FENCE.test(line));
		if (fence === null) {
			const [, ticks, tildes] = OPENING.exec(line) ?? [];
			fence = ticks ?? tildes ?? null;
			// Within a list or a quotation, or within a line.
			if (fence === null && FENCE.test(line)) return null;
		} else if (closesFence(fence, line)) fence = null;
	}
	return fence === null ? isCode : null;
}

function closesFence(fence: string, line: string): boolean {
	const [, end = ""] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
	return end.startsWith(fence);
}

function shiftHeadings(lines: readonly string[], isCode: readonly boolean[]): string[] {
	const levels = lines.flatMap((line, index) => (isCode[index] ? [] : (HEADING.exec(line)?.[2]?.length ?? [])));
	const shift = Math.max(0, FIRST_LEVEL - Math.min(...levels, MAX_LEVEL));
	if (levels.length === 0 || shift === 0) return [...lines];
	return lines.map((line, index) =>
		isCode[index]
			? line
			: line.replace(HEADING, (_all, indent: string, signs: string) => {
					return indent + "#".repeat(Math.min(MAX_LEVEL, signs.length + shift));
				}),
	);
}
