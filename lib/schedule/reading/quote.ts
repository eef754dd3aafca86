import { oneLine } from "../fields/text";

// The longest title that was ever counted has 143 characters.
const MAX_TEXT_LENGTH = 160;
const MAX_LISTED = 5;

/** A text of a file as a warning shows it, so that it stays a sentence that can be read: on one line, cut off where it is long. */
export function truncate(text: string): string {
	const line = oneLine(text);
	return line.length <= MAX_TEXT_LENGTH ? line : `${oneLine(line.slice(0, MAX_TEXT_LENGTH))}…`;
}

export const quote = (text: string) => `"${truncate(text)}"`;

/** `"a", "b"`, the first of them where there are many. */
export function quoteAll(texts: readonly string[]): string {
	const rest = texts.length - MAX_LISTED;
	if (rest <= 1) return texts.map(quote).join(", ");
	return `${texts.slice(0, MAX_LISTED).map(quote).join(", ")} and ${rest} more`;
}
