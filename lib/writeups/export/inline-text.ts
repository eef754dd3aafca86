import { headingOfText } from "../compile/settle-line";

/** Plain text, without line breaks, as inline Markdown that reads as just that. */
export function inlineText(text: string): string {
	return headingOfText(text);
}
