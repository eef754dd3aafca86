import { oneLine } from "../fields/text";

// The longest title that was ever counted has 143 characters.
const LONGEST_SHOWN = 160;
const MOST_LISTED = 5;

/** A text of a file as a warning shows it, so that it stays a sentence that can be read: on one line, cut off where it is long. */
export function shown(text: string): string {
	const line = oneLine(text);
	return line.length <= LONGEST_SHOWN ? line : `${oneLine(line.slice(0, LONGEST_SHOWN))}…`;
}

export const quoted = (text: string) => `"${shown(text)}"`;

/** `"a", "b"`, the first of them where there are many. */
export function quotedAll(texts: readonly string[]): string {
	const rest = texts.length - MOST_LISTED;
	if (rest <= 1) return texts.map(quoted).join(", ");
	return `${texts.slice(0, MOST_LISTED).map(quoted).join(", ")} and ${rest} more`;
}
