/**
 * The URL that a text is, against `base` where there is one; null where it is none. `URL.canParse` is not asked: in a loop,
 * Node 20's says no to addresses with letters beyond ASCII.
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}
