import { toString as toPlainText } from "mdast-util-to-string";
import { parseMarkdown } from "@/lib/markdown/parse";

/** What people read in a minute, in words. */
const WORDS_A_MINUTE = 230;

const words = new Intl.Segmenter("en", { granularity: "word" });

/** How many words there are in a Markdown file to read: none of its front matter, addresses and comments. */
export function countWords(file: string): number {
	const body = file.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, "").replace(/<!--[\s\S]*?-->/g, "");
	let count = 0;
	for (const block of body.split(/\n{2,}/)) count += wordsOf(block);
	return count;
}

// Most blocks stay what they were while one of them is written.
const kept = new Map<string, number>();
const MOST_KEPT = 5_000;

function wordsOf(block: string): number {
	const known = kept.get(block);
	if (known !== undefined) return known;
	const text = parseMarkdown(block)
		.children.map((node) => toPlainText(node))
		.join(" ");
	let count = 0;
	for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
	if (kept.size >= MOST_KEPT) kept.clear();
	kept.set(block, count);
	return count;
}

/** In whole minutes, at least one where there is anything. */
export function readingMinutes(wordCount: number): number {
	return Math.ceil(wordCount / WORDS_A_MINUTE);
}
