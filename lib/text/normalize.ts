// Letters that Unicode does not decompose, as people without them on the keyboard write them.
export const SPELLED_OUT: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ħ: "h",
	ı: "i",
	// One letter, whether a word ends with it or not.
	ς: "σ",
};
const SPELLED_OUT_LETTER = new RegExp(`[${Object.keys(SPELLED_OUT).join("")}]`, "g");

const IS_ASCII = /^[\0-\x7f]*$/;

/** A text as search compares it: lower case, without accents, white space folded. */
export function normalizeForSearch(text: string): string {
	// Most texts are, and the rest of the work is several times as much.
	if (IS_ASCII.test(text)) return text.toLowerCase().replace(/\s+/g, " ").trim();
	return text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(SPELLED_OUT_LETTER, (letter) => SPELLED_OUT[letter] ?? letter)
		.replace(/\s+/g, " ")
		.trim();
}

/** The words of a query, folded; none for a blank one. */
export function tokenizeQuery(query: string): string[] {
	const normalized = normalizeForSearch(query);
	return normalized === "" ? [] : normalized.split(" ");
}

/** What a reader sees of a Markdown text, near enough for search: no addresses of links, no escapes, no emphasis. */
export function stripInlineMarkdown(markdown: string): string {
	return markdown
		.replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, "]")
		.replace(/(?<!\\)[*`]+/g, "")
		.replace(/\\(?=[!-/:-@[-`{-~])/g, "");
}
