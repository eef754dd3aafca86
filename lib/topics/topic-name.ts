import { slugify } from "@/lib/text/slug";

/** In characters as a person counts them, nearly: code points. */
export const MAX_NAME_LENGTH = 60;

const MAX_SLUG_LENGTH = 50;

/**
 * A topic's name as it is kept: on one line, with single spaces, and in one of the ways in which Unicode writes the same
 * letters. What no database stores, half a character, becomes the sign for one that was lost.
 */
export function normalizeName(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, "\uFFFD")
		.normalize("NFC")
		.replace(/[\s\p{Cc}]+/gu, " ")
		.trim();
}

/** Whether a tidy name can be kept: it is neither too long nor without anything to see. */
export function isValidName(name: string): boolean {
	return [...name].length <= MAX_NAME_LENGTH && /[^\s\p{C}]/u.test(name);
}

/** What two names have in common that are the same topic. */
export function toNameKey(name: string): string {
	return name.toLowerCase();
}

type NamedTopic = { readonly slug: string; readonly name: string };

/** The topic that has this name, in whatever case, or else this slug. */
export function findByNameOrSlug<Topic extends NamedTopic>(topics: readonly Topic[], text: string): Topic | undefined {
	return findByName(topics, text) ?? topics.find(({ slug }) => slug === text);
}

export function findByName<Topic extends NamedTopic>(topics: readonly Topic[], name: string): Topic | undefined {
	return topics.find((topic) => toNameKey(topic.name) === toNameKey(name));
}

/** A name as it stands in an address, told apart from those of the visitor's other topics: "C" and "C++" and "日本語". */
export function createTopicSlug(name: string, others: readonly NamedTopic[]): string {
	const taken = new Set(others.map(({ slug }) => slug));
	const wanted = slugify(name).slice(0, MAX_SLUG_LENGTH).replace(/-$/, "") || "topic";
	let slug = wanted;
	for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
	return slug;
}
