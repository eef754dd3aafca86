/**
 * Words as a tag of Obsidian: letters, digits, `_`, `-` and `/`, and not digits alone; null where nothing is left.
 * https://help.obsidian.md/tags
 */
function toTag(source: string): string | null {
	const tag = source
		.normalize("NFC")
		.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, "-")
		.replace(/-{2,}/g, "-")
		.replace(/\/{2,}/g, "/")
		.replace(/^[-/\p{M}]+|[-/]+$/gu, "");
	if (tag === "") return null;
	return /^[\p{N}/_-]+$/u.test(tag) ? `topic-${tag}` : tag;
}

/** Each once: Obsidian tells no case from the other. */
export function toTags(source: readonly string[]): string[] {
	const tags = new Map<string, string>();
	for (const each of source) {
		const tag = toTag(each);
		const key = tag?.toLowerCase();
		if (tag && key && !tags.has(key)) tags.set(key, tag);
	}
	return [...tags.values()];
}
