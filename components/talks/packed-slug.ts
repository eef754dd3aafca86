/** Stands before the part of a slug whose words are told by the title's; no slug has it. */
const SPLIT = "~";
const FIRST = "A".charCodeAt(0);

const splitWords = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/**
 * A talk's slug as it travels beside its title, of which it mostly repeats words: each of them is one capital letter, its
 * place among the title's first 26. `FE7ULY-free_in_times` of "Free in times of war" is `FE7ULY~-A_B_C`.
 */
export function packSlug(slug: string, title: string): string {
	// Behind its last capital, so that a letter there is always a place.
	const split = slug.search(/[^A-Z]*$/);
	const words = splitWords(title).slice(0, 26);
	const tail = slug.slice(split).replace(/[a-z0-9]{2,}/g, (word) => {
		const index = words.indexOf(word);
		return index === -1 ? word : String.fromCharCode(FIRST + index);
	});
	return slug.slice(0, split) + SPLIT + tail;
}

/** The slug that was packed. */
export function unpackSlug(packed: string, title: string): string {
	const [head = "", tail = ""] = packed.split(SPLIT);
	const words = splitWords(title);
	return head + tail.replace(/[A-Z]/g, (letter) => words[letter.charCodeAt(0) - FIRST] ?? "");
}
