/** HTML, footnotes, addresses outside of links and references to characters, which only the parser can judge. */
const NEEDS_PARSER =
	/<[A-Za-z!?/]|(?<!\\)(?:\\\\)*\[\^|@|(?<!\]\()(?:https?|www)(?![\p{L}\p{N}])|&[#\p{L}\p{N}]+;|take-?aways?/iu;
/** More between two blocks than one blank line, which is how they are written. */
const LOOSE = /\n\n\n|[ \t]\n(?:\n|$)/;
/** A letter, or what no block begins with. */
const BEGIN = String.raw`(?:\p{L}|["'“‘(]|\d+(?![\d.)])|\x60(?!\x60)|\*{1,2}(?=\p{L}))`;
const PROSE_LINE = new RegExp(String.raw`^(?:(?:[-*+]|\d{1,9}[.)]) )?${BEGIN}`, "u");
const LINE = new RegExp(`^${BEGIN}[^\n]*$`, "u");
const HEADING = /^(#{1,6}) (\p{L}[\p{L}\p{N} ,.;:'’“”?()/–—-]*)$/u;

/** Whether a line reads the same anywhere in a file, which is seen without the parser: that takes a thousand times longer. */
export function isPlainLine(line: string): boolean {
	return LINE.test(line) && !NEEDS_PARSER.test(line);
}

/**
 * Prose as it can stand anywhere in a file, its headings moved down to `level`, where that is seen without the parser, as of
 * most notes: every line begins with a letter or is an item of a list that does. Else null.
 */
export function normalizePlainProse(source: string, level: number): string | null {
	if (NEEDS_PARSER.test(source) || LOOSE.test(source)) return null;
	const blocks = source.split("\n\n").map((block) => ({ block, heading: HEADING.exec(block) }));
	const isPlain = blocks.every(
		({ block, heading }) =>
			(heading && !/\s$|: *[^ \p{L}]|\)$/u.test(block)) || block.split("\n").every((line) => PROSE_LINE.test(line)),
	);
	if (!isPlain) return null;
	const shift = Math.max(0, level - Math.min(6, ...blocks.flatMap(({ heading }) => heading?.[1]?.length ?? [])));
	const sunk = (signs: string) => "#".repeat(Math.min(6, signs.length + shift));
	return blocks.map(({ block, heading }) => (heading ? `${sunk(heading[1] ?? "")} ${heading[2]}` : block)).join("\n\n");
}
