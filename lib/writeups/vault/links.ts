/** A link to a note by its name, which Obsidian finds in whatever folder it is. */
export function wikilink(name: string): string {
	return `[[${name}]]`;
}
