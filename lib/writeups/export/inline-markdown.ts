import { toHeading } from "../compile/normalize-line";

/** Plain text, without line breaks, as inline Markdown that reads as just that. */
export function toInlineMarkdown(text: string): string {
	return toHeading(text);
}
