import type { Format } from "./markdown-edits";

type Keys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const LETTERS: Readonly<Record<string, Format>> = { b: "bold", i: "italic", e: "code", k: "link" };
/** By their place: with Shift they type another sign on every keyboard. */
const SHIFTED_CODES: Readonly<Record<string, Format>> = { Digit7: "numbers", Digit8: "list", Period: "quote" };

/** The format that keys stand for. On Apple's, Ctrl with letters moves the caret, and ⌘ is what Ctrl is elsewhere. */
export function formatOfKeys(event: Keys, isApple: boolean): Format | null {
	const isCommand = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	if (!isCommand || event.altKey) return null;
	return (event.shiftKey ? SHIFTED_CODES[event.code] : LETTERS[event.key.toLowerCase()]) ?? null;
}
