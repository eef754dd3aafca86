import type { Nodes } from "mdast";
import { parseMarkdown } from "@/lib/markdown/parse";

/** What begins a link, a comment and a formula in Obsidian alone; elsewhere they are characters. */
const OBSIDIAN_SYNTAX = /\[\[|%%|\$\$/g;

/** Markdown in which Obsidian finds no more than other readers do: its own signs are escaped where they are words. */
export function escapeObsidianSyntax(markdown: string): string {
	OBSIDIAN_SYNTAX.lastIndex = 0;
	if (!OBSIDIAN_SYNTAX.test(markdown)) return markdown;
	const literalRanges = findLiteralRanges(parseMarkdown(markdown));
	return markdown.replace(OBSIDIAN_SYNTAX, (match, at: number) =>
		literalRanges.some(([from, to]) => at >= from && at < to) ? match : `${match[0]}\\${match[1]}`,
	);
}

/** From where to where a backslash would be one: code, and addresses of links. */
function findLiteralRanges(node: Nodes): [number, number][] {
	const from = node.position?.start.offset;
	const to = node.position?.end.offset;
	if (from !== undefined && to !== undefined) {
		if (node.type === "code" || node.type === "inlineCode" || node.type === "definition") return [[from, to]];
		if (node.type === "link") {
			const labelEnd = node.children.at(-1)?.position?.end.offset ?? from + 1;
			return [...node.children.flatMap(findLiteralRanges), [labelEnd, to]];
		}
	}
	return "children" in node ? node.children.flatMap(findLiteralRanges) : [];
}

/** A property's value; what is empty is left out. A `plain` one is a date or a number, which quotes would make text. */
type Value = string | readonly string[] | { readonly plain: string } | null;

/**
 * Properties at the top of a note, as YAML 1.2: texts always in double quotes and on one line, so that no reader takes
 * them for anything else. Empty where there are none.
 */
export function writeProperties(properties: Readonly<Record<string, Value>>): string {
	const lines = Object.entries(properties).flatMap(([name, value]) => toLines(name, value));
	return lines.length > 0 ? `---\n${lines.join("\n")}\n---\n` : "";
}

function toLines(name: string, value: Value): string[] {
	if (value === null || value === "") return [];
	if (typeof value === "string") return [`${name}: ${quote(value)}`];
	if ("plain" in value) return [`${name}: ${value.plain}`];
	return value.length === 0 ? [] : [`${name}:`, ...value.map((each) => `  - ${quote(each)}`)];
}

// JSON is YAML, but for what YAML says cannot be printed: https://yaml.org/spec/1.2.2/#51-character-set
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function quote(text: string): string {
	return JSON.stringify(text).replace(
		UNPRINTABLE,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/**
 * Words as a tag of Obsidian: letters, digits, `_`, `-` and `/`, and not digits alone; null where nothing is left.
 * https://help.obsidian.md/tags
 */
function toTag(source: string): string | null {
	const tag = source
		.normalize("NFC")
		.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, "-")
		.replace(/-{2,}/g, "-")
		.replace(/\/{2,}/g, "/")
		.replace(/^[-/\p{M}]+|[-/]+$/gu, "");
	if (tag === "") return null;
	return /^[\p{N}/_-]+$/u.test(tag) ? `topic-${tag}` : tag;
}

/** Each once: Obsidian tells no case from the other. */
export function toTags(source: readonly string[]): string[] {
	const tags = new Map<string, string>();
	for (const each of source) {
		const tag = toTag(each);
		const key = tag?.toLowerCase();
		if (tag && key && !tags.has(key)) tags.set(key, tag);
	}
	return [...tags.values()];
}

/** A link to a note by its name, which Obsidian finds in whatever folder it is. */
export function wikilink(name: string): string {
	return `[[${name}]]`;
}
