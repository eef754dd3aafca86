import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { memoize } from "./memoize";

export type Block = {
	readonly markdown: string;
	/** Where it stood in the source; null where it did not. */
	readonly start: number | null;
	readonly end: number | null;
	/** Whether it is written as it stood there, and may keep what stood before and after it. */
	readonly isAsTyped: boolean;
	/** Whether it stands right below the block before it. */
	readonly isTight: boolean;
};

/** The blocks of one text, a blank line between them, where the text does not have one right below the other. */
export function joinBlocks(blocks: readonly Block[], source: string): string {
	let joined = "";
	for (const [index, block] of blocks.entries()) {
		const before = blocks[index - 1];
		if (before)
			joined += block.isTight
				? "\n"
				: (gapAsTyped(before, block, source) ?? separatorBetween(before.markdown, block.markdown));
		joined += block.markdown;
	}
	return joined;
}

function gapAsTyped(before: Block, block: Block, source: string): string | null {
	if (!before.isAsTyped || !block.isAsTyped || before.end === null || block.start === null) return null;
	const gap = source.slice(before.end, block.start);
	return block.start > before.end && /^[ \t]*\n[ \t]*$/.test(gap) ? "\n" : null;
}

/** Settled texts, one below the other, none of them read into another. */
export function joinTexts(texts: readonly string[]): string {
	let joined = texts[0] ?? "";
	for (let index = 1; index < texts.length; index++) {
		joined += separatorBetween(texts[index - 1] ?? "", texts[index] ?? "") + texts[index];
	}
	return joined;
}

/** What no reader shows, and every reader takes for the end of a list. */
const SEPARATOR = "\n\n<!-- -->\n\n";

/** What stands between two texts; a blank line ends everything but lists and footnotes, which go on below it. */
export function separatorBetween(before: string, after: string): string {
	if (!/^(?:[ \t]|[-*+](?:[ \t\n]|$)|\d+[.)])/.test(after)) return "\n\n";
	return staysApart(after, before) ? "\n\n" : SEPARATOR;
}

const staysApart = memoize((after: string, before: string) => {
	const apart = [...typesOf(before), ...typesOf(after)];
	return typesOf(`${before}\n\n${after}`).join() === apart.join();
});

function typesOf(markdown: string): string[] {
	return parseMarkdownWithHtml(markdown).children.map(({ type }) => type);
}
