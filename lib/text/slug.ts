const SPELLED_OUT: Readonly<Record<string, string>> = {
	æ: "ae",
	œ: "oe",
	ø: "o",
	ß: "ss",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	"&": " and ",
	"+": " plus ",
};

/**
 * A text as a part of an address: lower-case ASCII letters and digits with single hyphens, at most 80 characters; empty
 * where nothing of it can be written so ("日本語").
 */
export function slugify(text: string): string {
	return text
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[æœøßłđðþı&+]/g, (letter) => SPELLED_OUT[letter] ?? "")
		.replace(/['’\p{M}]/gu, "")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 80)
		.replace(/^-|-$/g, "");
}

/** Whether a schedule's own slug can stand in an address as it is. FOSDEM's may end with an underscore. */
export function isValidSlug(slug: string): boolean {
	return /^(?=.*[A-Za-z0-9])[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(slug);
}

/** Gives out slugs, each once. One that is taken gets `distinct` appended, and if that is taken too, a number. */
export function createSlugGenerator(): (wanted: string, distinct: string) => string {
	const taken = new Set<string>();
	return (wanted, distinct) => {
		let slug = wanted;
		const suffix = slugify(distinct);
		if (taken.has(slug) && suffix !== "") slug = `${wanted}-${suffix}`;
		const base = slug;
		for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
		taken.add(slug);
		return slug;
	};
}

/** No conference's slug: pages of our own stand at these addresses. */
export const RESERVED_CONFERENCE_SLUGS: readonly string[] = ["new"];
