import { fold } from "@/lib/search/fold";

/**
 * How well a title fits words, folded ones: 3 where it begins with the first, 2 where each begins one of its words, 1 where
 * it has all of them somewhere, or `beside` has the rest; 0 where some are in neither.
 */
export function fitOf(words: readonly string[], title: string, beside = ""): number {
	const [text, rest] = [fold(title), fold(beside)];
	if (!words.every((word) => text.includes(word) || rest.includes(word))) return 0;
	const starts = words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
	if (!starts) return 1;
	return text.startsWith(words[0] ?? "") ? 3 : 2;
}
