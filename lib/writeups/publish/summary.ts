import { toString as toPlainText } from "mdast-util-to-string";
import { parseMarkdown } from "@/lib/markdown/parse";

/** About as much as search engines and messengers show. */
const MAX_SUMMARY_LENGTH = 160;
/** Of an introduction, as much as is read for it. */
const MAX_READ = 10 * MAX_SUMMARY_LENGTH;

/** What a write-up is about in plain text: its description, else the beginning of its introduction. */
export function summarize({ description, intro }: { readonly description: string; readonly intro: string }): string {
	const ownSummary = description.replace(/\s+/g, " ").trim();
	if (ownSummary !== "") return ownSummary;
	const [first] = parseMarkdown(withoutComments(intro).slice(0, MAX_READ)).children;
	const text = first ? toPlainText(first).replace(/\s+/g, " ").trim() : "";
	if (text.length <= MAX_SUMMARY_LENGTH) return text;
	const cut = text.slice(0, MAX_SUMMARY_LENGTH + 1);
	const end = cut.lastIndexOf(" ");
	return `${(end > 0 ? cut.slice(0, end) : text.slice(0, MAX_SUMMARY_LENGTH)).replace(/\p{Surrogate}$/u, "")}…`;
}

/** Markdown without the comments that are blocks of their own, such as where a summary ends. */
export function withoutComments(markdown: string): string {
	return markdown
		.split(/\n{2,}/)
		.filter((block) => !/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(block))
		.join("\n\n");
}
