/** More is no takeaway. */
const LONGEST = 2000;

/** A passage as a takeaway quotes it: on one line, between quotation marks, at most 2,000 characters of it in all. */
export function quotationOf(passage: string): { readonly text: string; readonly isCut: boolean } {
	const line = passage.replace(/\s+/g, " ").trim();
	const isCut = line.length > LONGEST - 2;
	// Not within a character, and not within a word where there are any.
	const begun = line.slice(0, LONGEST - 3).replace(/[\ud800-\udbff]$/, "");
	const kept = isCut ? `${begun.replace(/\s+\S{0,40}$/, "")}…` : line;
	return { text: `“${kept}”`, isCut };
}
