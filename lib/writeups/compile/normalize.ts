/** A text as it is read: without what ends it, and with one way to end its lines. */
export function normalize(text: string): string {
	return withoutBlankEnd(
		text
			.replace(/\r\n?/g, "\n")
			.replaceAll("\0", "\uFFFD")
			.replace(/\p{Surrogate}/gu, "\uFFFD")
			.replace(/^(?:\uFEFF|[ \t]*\n)+/, ""),
	);
}

/** Without the spaces and lines that Markdown takes for blank: a wider space is a character, as after the `1.` of no list. */
function withoutBlankEnd(text: string): string {
	if (text.trim() === "") return "";
	let end = text.length;
	while (" \t\n".includes(text[end - 1] ?? "x")) end--;
	return text.slice(0, end);
}
