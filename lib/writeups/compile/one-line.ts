/** What can stand in one line of a Markdown file: without line breaks, and without what Markdown cannot hold. */
export function oneLine(text: string): string {
	return text
		.replace(/[\r\n\u2028\u2029]+/g, " ")
		.replaceAll("\0", "\uFFFD")
		.trim();
}
