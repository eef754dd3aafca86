/** A link to a note by its name, which Obsidian finds in whatever folder it is. */
export function wikilink(name: string): string {
	return `[[${name}]]`;
}

/**
 * Stands for what the one writer of Markdown would escape: `of` answers a word to write, `fill` puts what it stands for in
 * its place. `texts` are all that is written beside it: none of them has such a word.
 */
export function placeholders(texts: readonly string[]): {
	readonly of: (original: string) => string;
	readonly fill: (markdown: string) => string;
} {
	let marker = LETTER;
	while (texts.some((text) => text.includes(marker))) marker += LETTER;
	const original: string[] = [];
	return {
		of: (text) => `${marker}${original.push(text) - 1}${marker}`,
		fill: (markdown) =>
			markdown.replace(new RegExp(`${marker}(\\d+)${marker}`, "gu"), (_all, index) => original[Number(index)] ?? ""),
	};
}

/** Of an alphabet that nobody has written in for two thousand years: a word of it is a word, and needs no escaping. */
const LETTER = "\u{10280}";
