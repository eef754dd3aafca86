/**
 * How well words fit something with a title, all of them folded: 3 where the title begins with the first, 2 where each
 * begins one of its words, 1 where it has all of them somewhere, or `beside` has the rest; 0 where some are in neither.
 */
export function scoreMatch(
	words: readonly string[],
	{ text, keywords }: { readonly text: string; readonly keywords: string },
): number {
	if (!words.every((word) => text.includes(word) || keywords.includes(word))) return 0;
	const starts = words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
	if (!starts) return 1;
	return text.startsWith(words[0] ?? "") ? 3 : 2;
}
