/** What can stand in one line of a Markdown file: without line breaks, and without what Markdown cannot hold. */
export function oneLine(text: string): string {
	return text
		.replace(/[\r\n\u2028\u2029]+/g, " ")
		.replaceAll("\0", "\uFFFD")
		.trim();
}

/** A text as it is read: without what ends it, and with one way to end its lines. */
export function normalize(text: string): string {
	const source = text
		.replace(/\r\n?/g, "\n")
		.replaceAll("\0", "\uFFFD")
		.replace(/\p{Surrogate}/gu, "\uFFFD")
		.replace(/^(?:\uFEFF|[ \t]*\n)+/, "");
	if (source.trim() === "") return "";
	// Only what Markdown takes for blank: a wider space is a character, as after the `1.` of no list.
	let end = source.length;
	while (" \t\n".includes(source[end - 1] ?? "x")) end--;
	return source.slice(0, end);
}
