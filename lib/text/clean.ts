// What XML 1.0 cannot hold even escaped, and no other format wants: C0 and C1 controls but tab and line feed, halves of
// surrogate pairs, and the two that are no characters.
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\p{Cs}\uFFFE\uFFFF]/gu;

/** A text without the characters that files for other software must not hold; its lines end with a line feed. */
export function clean(text: string): string {
	return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
}

/** The same for a title or name: one line. */
export function cleanLine(text: string): string {
	return clean(text).replace(/[\n\t]+/g, " ");
}
