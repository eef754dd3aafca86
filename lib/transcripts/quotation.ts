/** More is no takeaway. */
const MAX_LENGTH = 2000;

/** A passage as a takeaway quotes it: on one line, between quotation marks, at most 2,000 characters of it in all. */
export function formatQuotation(passage: string): { readonly text: string; readonly isCut: boolean } {
	const line = passage.replace(/\s+/g, " ").trim();
	const isCut = line.length > MAX_LENGTH - 2;
	// Not within a character, and not within a word where there are any.
	const beginning = line.slice(0, MAX_LENGTH - 3).replace(/[\ud800-\udbff]$/, "");
	const shortened = isCut ? `${beginning.replace(/\s+\S{0,40}$/, "")}…` : line;
	return { text: `“${shortened}”`, isCut };
}
