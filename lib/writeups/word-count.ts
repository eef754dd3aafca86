import { toString as toPlainText } from "mdast-util-to-string";
import { parseMarkdown } from "@/lib/markdown/parse";

/** What people read in a minute, in words. */
const WORDS_PER_MINUTE = 230;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** How many words there are in a Markdown file to read: none of its front matter, addresses and comments. */
export function countWords(file: string): number {
	const body = file.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, "").replace(/<!--[\s\S]*?-->/g, "");
	let count = 0;
	for (const block of body.split(/\n{2,}/)) count += countBlockWords(block);
	return count;
}

// Most blocks stay what they were while one of them is written.
const cache = new Map<string, number>();
const MAX_CACHED = 5_000;

function countBlockWords(block: string): number {
	const cached = cache.get(block);
	if (cached !== undefined) return cached;
	const text = parseMarkdown(block)
		.children.map((node) => toPlainText(node))
		.join(" ");
	let count = 0;
	for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
	if (cache.size >= MAX_CACHED) cache.clear();
	cache.set(block, count);
	return count;
}

/** In whole minutes, at least one where there is anything. */
export function readingMinutes(wordCount: number): number {
	return Math.ceil(wordCount / WORDS_PER_MINUTE);
}
