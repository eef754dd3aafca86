import { safeFileName } from "../compile/file-name";

/** What a file is of, and what tells it from another file of the same name. */
type Subject = { readonly title: string; readonly qualifier: string };

/** What Obsidian would take for another file than a note, at the end of a link. */
const ENDING =
	/\.(?=(?:md|canvas|base|pdf|png|jpe?g|gif|svg|webp|bmp|avif|mp[34]|webm|wav|m4a|ogg|3gp|flac|ogv|mov|mkv)$)/i;

const MAX_CHARACTERS = 100;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Gives out the names of a vault's notes, without `.md`: legal as files everywhere, in Obsidian's links too, and no two
 * alike in the whole vault, so that a link needs no folder. Whoever comes first has the plain name.
 */
export function createNoteNamer(): (subject: Subject) => string {
	const takenNames = new Set<string>();
	const titles = new Set<string>();
	return ({ title, qualifier }) => {
		const plain = shorten(toLinkable(title));
		const key = plain.normalize("NFKC").toLowerCase();
		const isFirst = !titles.has(key);
		titles.add(key);
		return safeFileName(isFirst ? plain : `${plain} (${toLinkable(qualifier)})`, takenNames);
	};
}

/** Without what ends a link, or is markup in one. */
function toLinkable(title: string): string {
	return title.trim().replaceAll("`", "'").replace(/%%+/g, "%").replace(ENDING, " ");
}

/** Cut between words where there are any. */
function shorten(title: string): string {
	if (title.length <= MAX_CHARACTERS) return title;
	let prefix = "";
	let count = 0;
	for (const { segment } of segmenter.segment(title)) {
		if (++count > MAX_CHARACTERS) return /^(.{20,})\s/su.exec(prefix)?.[1] ?? prefix;
		prefix += segment;
	}
	return prefix;
}
