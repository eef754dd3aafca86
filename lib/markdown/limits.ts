import type { Nodes, Table } from "mdast";

/** Nodes of one text's tree: some seventy pages of prose, or a list of a thousand links. */
export const MAX_NODES = 12_500;
/** The same of a file that holds many texts: a post, or a page with the notes of a thousand talks. */
export const MAX_NODES_OF_FILE = 60_000;
/** Cells of all tables of a text as they are drawn, where short rows are filled up. */
export const MAX_CELLS = 4_000;
/** Characters of a table as it is written, where every cell is as wide as the widest of its column. */
const MAX_TABLE_WIDTH = 1_000_000;

// Far above what people write, and far below where the parser, whose work grows with the square of nesting and of
// markers that find no partner, takes seconds: 100,000 characters of "1. " would take six minutes.
const MAX_NESTED_ON_ONE_LINE = 100;
const MAX_NESTED_IN_ALL = 1_000;
const MAX_MARKERS_IN_A_BLOCK = 10_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\n]*\]:))+/gm;
const CONTAINER = />|[-+*]|[.)]|\]:/g;

/** Whether a text is so large or nests so much that reading it as Markdown would hold everybody else up. */
export function exceedsLimits(markdown: string, maxNodes = MAX_NODES): boolean {
	let nested = 0;
	for (const [prefix] of markdown.matchAll(CONTAINERS)) {
		const depth = count(prefix, CONTAINER);
		// Two on a line, such as a list in a quotation, is everyday.
		nested += Math.max(0, depth - 2);
		if (depth > MAX_NESTED_ON_ONE_LINE || nested > MAX_NESTED_IN_ALL) return true;
	}
	return (
		parsingCost(markdown) > maxNodes ||
		markdown.split(/\n[ \t]*\n/).some((block) => count(block, /[*_~[\]]/g) > MAX_MARKERS_IN_A_BLOCK)
	);
}

const BLOCKS = /^[ \t]*(?:[-+*>#=_`~]|\d|\[)|(?:^|\n)[ \t]*\n/gm;
const INLINES = /[*_~]+|`+|[[!|@<&\\]|:\/\/|www\.|(?:\\| {2})\n/gi;

/** At most how many nodes a text's tree has, told from its signs, without parsing it. */
export function estimateNodes(markdown: string): number {
	let containers = 0;
	for (const [prefix] of markdown.matchAll(CONTAINERS)) containers += count(prefix, CONTAINER);
	return 4 + 3 * containers + 3 * count(markdown, BLOCKS) + 2 * count(markdown, INLINES);
}

function count(text: string, sign: RegExp): number {
	let found = 0;
	sign.lastIndex = 0;
	while (sign.exec(text)) found++;
	return found;
}

/** What parsing a text costs, in nodes: long prose takes its time, too. */
export const parsingCost = (markdown: string): number => estimateNodes(markdown) + markdown.length / 25;

/** How many cells a table is drawn with. */
export function cellsOf({ children }: Table): number {
	return children.length * widthOf(children[0]);
}

/** Whether a table with its columns lined up would be much larger than what was typed. */
export function isTooWide({ children }: Table): boolean {
	const widest: number[] = [];
	for (const row of children)
		for (const [column, cell] of row.children.entries()) widest[column] = Math.max(widest[column] ?? 0, lengthOf(cell));
	return children.length * widest.reduce((sum, width) => sum + width, 0) > MAX_TABLE_WIDTH;
}

const widthOf = (row: Table["children"][number] | undefined) => row?.children.length ?? 0;

const lengthOf = ({ position }: Nodes) => (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
