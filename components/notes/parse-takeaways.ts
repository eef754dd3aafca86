import { parseClock } from "@/lib/time/clock";

export type PastedTakeaway = {
	readonly text: string;
	/** Whole seconds into the recording. */
	readonly time?: number;
};

type Line = {
	/** The line without what made it an item, trimmed. */
	readonly text: string;
	/** Columns that it stands in from the left. */
	readonly indent: number;
	readonly isItem: boolean;
};

const LINE_BREAK = /\r\n?|[\n\u2028\u2029]/;
/** Bullets of Markdown, and those that slides and word processors write. */
const BULLET = /^(?:[-*+•‣◦▪●–]|\p{Co})(?:\s+|$)/u;
const NUMBER = /^(\d{1,9})[.)](?:\s+|$)/;
const BOX = /^\[[ xX]\](?:\s+|$)/;
const RULE = /^(?:[-*_=]\s*){3,}$/;
const HEADING = /^(?:#{1,6}\s*)?[*_]*key takeaways?[*_]*:?[*_]*$/i;
/** A time at the beginning: alone, in brackets, or as a link to the moment. */
const STAMP =
	/^(?:\[([\d:]+)\]\([^()\s]*[#?&](?:t|start)=[^()\s]*\)|\[([\d:]+)\]|\(([\d:]+)\)|(\d+(?::\d\d){1,2}))(?=[\s:–—-]|$)/;
/** What stands between a time and the words, as in `12:34 – words`. */
const AFTER_STAMP = /^\s*(?:(?:[–—-]|:)(?=\s|$)\s*)?/;

/**
 * The takeaways of a pasted text: one for every line that is not blank, or for every item where it is a list, nested ones
 * too. What marks an item is left out (a bullet, a number of a run of numbers, a task's box), and so are a heading
 * "Key takeaways:" and rules between; every other word stays. A line that is indented below an item goes on with it. A time
 * of the form `12:34`, or a link of it to a recording's moment, is the takeaway's time where it stands first.
 */
export function parseTakeaways(text: string): PastedTakeaway[] {
	const rows = text.split(LINE_BREAK).filter((row) => row.trim() !== "" && !RULE.test(row.trim()));
	const lines = linesOf(rows.length > 1 && HEADING.test(rows[0]?.trim() ?? "") ? rows.slice(1) : rows);
	const items: string[] = [];
	let itemIndent: number | null = null;
	for (const line of lines) {
		if (!line.isItem && itemIndent !== null && line.indent > itemIndent) {
			items.push(`${items.pop()} ${line.text}`.trim());
		} else {
			items.push(line.text);
			itemIndent = line.isItem ? line.indent : null;
		}
	}
	return items.filter((item) => item !== "").map(parseTakeaway);
}

function linesOf(rows: readonly string[]): Line[] {
	const numbered = rowsOfNumberedLists(rows);
	return rows.map((row, index) => {
		const trimmed = row.trim();
		const marker = BULLET.exec(trimmed)?.[0] ?? (numbered.has(index) ? NUMBER.exec(trimmed)?.[0] : undefined);
		if (marker === undefined) return { text: trimmed, indent: indentOf(row), isItem: false };
		return { text: trimmed.slice(marker.length).replace(BOX, ""), indent: indentOf(row), isItem: true };
	});
}

/**
 * The rows whose number marks an item: where it begins a list, or counts on from its neighbour's. A year that a sentence
 * begins with does neither.
 */
function rowsOfNumberedLists(rows: readonly string[]): Set<number> {
	const numbered = new Set<number>();
	const latest = new Map<number, { row: number; number: number }>();
	for (const [row, line] of rows.entries()) {
		const digits = NUMBER.exec(line.trim())?.[1];
		if (digits === undefined) continue;
		const number = Number(digits);
		const before = latest.get(indentOf(line));
		if (number <= 1) numbered.add(row);
		if (before && (number === before.number || number === before.number + 1)) numbered.add(before.row).add(row);
		latest.set(indentOf(line), { row, number });
	}
	return numbered;
}

function parseTakeaway(text: string): PastedTakeaway {
	const stamp = STAMP.exec(text);
	const clock = stamp?.slice(1).find((group) => group !== undefined) ?? "";
	const time = clock.includes(":") ? parseClock(clock) : null;
	if (!stamp || time === null) return { text };
	return { text: text.slice(stamp[0].length).replace(AFTER_STAMP, ""), time };
}

function indentOf(row: string): number {
	return /^\s*/.exec(row)?.[0].replaceAll("\t", "    ").length ?? 0;
}
