import type { Flavour } from "../options";

/** Liquid's and Hugo's code in a text, each on one line. */
const TEMPLATE = /\{\{(?:(?!\}\})[^\n])*\}\}|\{%(?:(?!%\})[^\n])*%\}/g;
/** What begins some, whether it ends or not. */
const OPENING = /\{[{%]/;
/** Of an alphabet that nobody has written in for two thousand years: a word of it is a word, and needs no escaping. */
const LETTER = "\u{10280}";

/** Whether the program of a site would run something in a text. */
export function hasTemplates(markdown: string): boolean {
	return OPENING.test(markdown);
}

/**
 * Stands for what the writer of Markdown would escape: `of` returns a word to write, `fill` puts what it stands for in its
 * place. `texts` are all that is written beside it: none of them has such a word.
 */
export function placeholders(texts: readonly string[]): {
	readonly of: (original: string) => string;
	readonly fill: (markdown: string) => string;
} {
	let marker = LETTER;
	while (texts.some((text) => text.includes(marker))) marker += LETTER;
	const original: string[] = [];
	return {
		of: (text) => `${marker}${original.push(text) - 1}${marker}`,
		fill: (markdown) =>
			markdown.replace(new RegExp(`${marker}(\\d+)${marker}`, "gu"), (_all, index) => original[Number(index)] ?? ""),
	};
}

/** Has an author's own text written with its templates as words, so that these stay as they were typed. */
export function aroundTemplates(source: string, write: (source: string) => string): string {
	if (!hasTemplates(source)) return write(source);
	const placeholder = placeholders([source]);
	return placeholder.fill(write(source.replace(TEMPLATE, placeholder.of)));
}

export type Escaping = "liquid" | "hugo" | "none";

/**
 * How templates are kept from being run in what is no author's own. Eleventy reads no Liquid in a post whose front matter
 * says so, which Astro, that has none, passes over; a post that has templates of its own is Eleventy's alone.
 */
export function escapingFor(flavour: Flavour, hasOwnTemplates: boolean): Escaping {
	if (flavour === "hugo") return "hugo";
	return flavour === "jekyll" || (flavour === "astro" && hasOwnTemplates) ? "liquid" : "none";
}

// https://shopify.github.io/liquid/tags/template/#raw
const LIQUID = /\{\{(?:(?!\{%|\}\})[^\n])*\}\}|\{%(?!-?\s*endraw)(?:(?!\{%|%\})[^\n])*%\}|\{[{%]/g;
// https://gohugo.io/content-management/shortcodes/
const HUGO = /\{\{([<%])((?:(?!\{\{|[>%]\}\}|\*\/)[^\n])*)([>%])\}\}|\{\{(?=[<%])/g;

/** Markdown of which the program of a site shows what it says: with its own signs around what it would run. */
export function escapeTemplates(markdown: string, escaping: Escaping): string {
	if (escaping === "none" || !hasTemplates(markdown)) return markdown;
	if (escaping === "liquid") return markdown.replace(LIQUID, "{% raw %}$&{% endraw %}");
	return markdown.replace(HUGO, (_all, opening?: string, inner = "", closing?: string) => {
		const isShortcode = opening !== undefined && (opening === "<" ? closing === ">" : closing === "%");
		// What has no end cannot be told apart by Hugo: a backslash, which Markdown takes away, stands between its braces.
		return isShortcode ? `{{${opening}/*${inner}*/${closing}}}` : `{\\{${_all.slice(2)}`;
	});
}
