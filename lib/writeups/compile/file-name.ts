import { slugify } from "@/lib/text/slug";
import type { Flavour } from "../options";
import type { WriteUpFields } from "../types";

/** Bytes of UTF-8 that every file system takes, with room for a number and an ending. */
const MAX_BYTES = 200;

/** The last part of a write-up's address and file name; `write-up` where its title has no letter that can be written so. */
export function writeUpSlug({ slug, title }: Pick<WriteUpFields, "slug" | "title">): string {
	return slugify(slug) || slugify(title) || "write-up";
}

/** The name of a write-up's file: as Jekyll wants it, `2026-02-11-slug.md`, where there is a date, else `slug.md`. */
export function writeUpFileName(content: Pick<WriteUpFields, "slug" | "title" | "date">, flavour: Flavour): string {
	const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(content.date)?.[0];
	return `${flavour === "jekyll" && day ? `${day}-` : ""}${writeUpSlug(content)}.md`;
}

// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;
/** What Windows forbids, what Obsidian's links cannot hold, and what cannot be seen or turns the direction of text. */
const ILLEGAL = /[<>:"/\\|?*#^[\]\p{Cc}\p{Surrogate}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]+/gu;

/**
 * A title as a file's or folder's name, without an ending, that is legal on Windows, macOS and Linux. `taken` holds the
 * keys of the names given out for one folder and gets this one's: no two are equal, whatever their case or composition.
 */
export function safeFileName(title: string, taken: Set<string>): string {
	const clean = title.normalize("NFC").replace(ILLEGAL, " ").replace(/\s+/g, " ");
	const bare = cut(clean, MAX_BYTES).replace(/^[\s.]+|[\s.]+$/gu, "") || "Untitled";
	const name = RESERVED.test(bare) ? `_${bare}` : bare;
	let free = name;
	for (let n = 2; taken.has(keyOf(free)); n++) free = `${name} (${n})`;
	taken.add(keyOf(free));
	return free;
}

/** Equal for names that some file system takes for one. */
function keyOf(name: string): string {
	return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function cut(text: string, maxBytes: number): string {
	const encoder = new TextEncoder();
	if (encoder.encode(text).length <= maxBytes) return text;
	let bytes = 0;
	let prefix = "";
	for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
		bytes += encoder.encode(segment).length;
		if (bytes > maxBytes) break;
		prefix += segment;
	}
	return prefix;
}
