/** A link to a note by its name, which Obsidian finds in whatever folder it is. */
export function wikilink(name: string): string {
	return `[[${name}]]`;
}

/**
 * Stands for what the one writer of Markdown would escape: `of` answers a word to write, `fill` puts what it stands for in
 * its place. `texts` are all that is written beside it: the word is of characters that none of them has.
 */
export function placeholders(texts: readonly string[]): {
	readonly of: (meant: string) => string;
	readonly fill: (written: string) => string;
} {
	const mark = freeCharacter(texts);
	const meant: string[] = [];
	return {
		of: (text) => `${mark}${meant.push(text) - 1}${mark}`,
		fill: (written) =>
			written.replace(new RegExp(`${mark}(\\d+)${mark}`, "g"), (_all, index) => meant[Number(index)] ?? ""),
	};
}

const FIRST_PRIVATE = 0xe000;
const LAST_PRIVATE = 0xf8ff;

function freeCharacter(texts: readonly string[]): string {
	for (let code = FIRST_PRIVATE; code <= LAST_PRIVATE; code++) {
		const character = String.fromCharCode(code);
		if (!texts.some((text) => text.includes(character))) return character;
	}
	throw new Error("The texts use every character there is for private use.");
}
