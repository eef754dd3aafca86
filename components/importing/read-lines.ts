/** The whole lines of a text that grows, from a position on, and where the next one begins. */
export function wholeLines(text: string, from: number): { readonly lines: readonly string[]; readonly next: number } {
	const next = text.lastIndexOf("\n") + 1;
	if (next <= from) return { lines: [], next: from };
	return { lines: text.slice(from, next - 1).split("\n"), next };
}
