import { MAX_POST_LENGTH } from "@/lib/writeups/import/schema";

/** A character has up to four bytes. */
const MAX_BYTES = 4 * MAX_POST_LENGTH;

/** The text of a post's file, or one sentence that says why there is none. */
export async function readPostFile(file: File): Promise<{ text: string } | { problem: string }> {
	const tooLong = `${file.name} is too long: a post can have up to ${MAX_POST_LENGTH.toLocaleString("en")} characters.`;
	if (file.size > MAX_BYTES) return { problem: tooLong };
	const text = decode(await file.arrayBuffer());
	if (text === null) return { problem: `${file.name} is no text in UTF-8.` };
	if (text.trim() === "") return { problem: `${file.name} is empty.` };
	return text.length > MAX_POST_LENGTH ? { problem: tooLong } : { text };
}

function decode(bytes: ArrayBuffer): string | null {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		// No text has one, and most other files do.
		return text.includes("\0") ? null : text;
	} catch {
		return null;
	}
}
