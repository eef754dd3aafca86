// Both bounds are far above what people write and far below where the parser, whose work grows with the square of
// them and worse, takes seconds: 100,000 characters of "1. " would take six minutes.
const MOST_NESTED_ON_ONE_LINE = 100;
const MOST_NESTED_IN_ALL = 1_000;
const MOST_MARKERS_IN_A_BLOCK = 10_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\n]*\]:))+/gm;
const CONTAINER = />|[-+*]|[.)]|\]:/g;

/** Whether a text nests or marks so much that reading it as Markdown is not worth the time. */
export function isBeyondReason(markdown: string): boolean {
	let nested = 0;
	for (const [prefix] of markdown.matchAll(CONTAINERS)) {
		const depth = prefix.match(CONTAINER)?.length ?? 0;
		// Two on a line, such as a list in a quotation, is everyday.
		nested += Math.max(0, depth - 2);
		if (depth > MOST_NESTED_ON_ONE_LINE || nested > MOST_NESTED_IN_ALL) return true;
	}
	return markdown
		.split(/\n[ \t]*\n/)
		.some((block) => (block.match(/[*_~[\]]/g)?.length ?? 0) > MOST_MARKERS_IN_A_BLOCK);
}
