import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { tidyHtml } from "./tidy-html";

const processor = unified()
	.use(rehypeParse, { fragment: true })
	.use(() => (tree: Root) => tidyHtml(tree))
	.use(rehypeRemark)
	.use(remarkGfm)
	.use(remarkStringify, { bullet: "-", rule: "-", listItemIndent: "one", fences: true })
	.freeze();

/**
 * HTML as Markdown (CommonMark with GitHub's tables and strikethrough), keeping paragraphs, lists, links, code, tables
 * and headings. Scripts, styles, comments and attributes are gone, images are links to them, and a link that is not to
 * http, https or a mail address is its text. Nested beyond any reason, it is its text alone. Ends without a newline.
 */
export function htmlToMarkdown(html: string): string {
	if (html.trim() === "") return "";
	try {
		return String(processor.processSync(limitFormatting(html))).trimEnd();
	} catch (error) {
		// The parser and the converter recurse, so that thousands of nested elements overflow the stack.
		if (!(error instanceof RangeError)) throw error;
		const text = html.replace(/<[^>]*>?/g, " ");
		return String(processor.processSync(`<p>${text}</p>`)).trimEnd();
	}
}

const FORMATTING = /<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])/gi;
const MAX_FORMATTING_WITH_ATTRIBUTES = 200;

/**
 * HTML has formatting that is not closed begin again in every following block, which only elements that are alike are
 * spared: a page of `<b x=1><p><b x=2><p>…` becomes millions of elements. Where so many have attributes, they format nothing.
 */
function limitFormatting(html: string): string {
	return (html.match(FORMATTING)?.length ?? 0) <= MAX_FORMATTING_WITH_ATTRIBUTES
		? html
		: html.replace(FORMATTING, "<span");
}

/** A text that is meant literally as Markdown; blank lines separate paragraphs, and addresses become links. */
export function plainTextToMarkdown(text: string): string {
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	const paragraphs = escaped.split(/\n[^\S\n]*\n/).map((paragraph) => `<p>${paragraph}</p>`);
	return htmlToMarkdown(paragraphs.join(""));
}
