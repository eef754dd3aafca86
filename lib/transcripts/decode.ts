/**
 * A subtitle file as text: UTF-8 or UTF-16 as its first bytes say, UTF-16 without saying so where every other byte is zero,
 * and Windows-1252 where it is no UTF-8, as older SRT files are.
 */
export function decodeSubtitles(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	if (first !== 0 && second === 0) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 0 && second !== 0 && second !== undefined) return new TextDecoder("utf-16be").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		// As a stream: of a whole, Node.js 20 makes Latin-1, which has no quotation marks.
		return new TextDecoder("windows-1252").decode(bytes, { stream: true });
	}
}
