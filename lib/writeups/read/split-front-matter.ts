import { isMap } from "yaml";
import { parseFields } from "../compile/further-fields";

export type SplitPost = {
	/** Without the lines around it; null where there is none. */
	readonly frontMatter: { readonly syntax: "yaml" | "toml"; readonly text: string } | null;
	readonly body: string;
};

const FENCES = [
	{ syntax: "yaml", pattern: /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/ },
	{ syntax: "toml", pattern: /^\+\+\+[ \t]*\n([\s\S]*?)(?<=\n)\+\+\+[ \t]*(?:\n|$)/ },
] as const;

/** A post's front matter and what stands below it. A rule at the beginning, with other text below it, is none. */
export function splitFrontMatter(post: string): SplitPost {
	for (const { syntax, pattern } of FENCES) {
		const [whole, text] = pattern.exec(post) ?? [];
		if (whole === undefined || text === undefined) continue;
		if (!looksLikeFields(text, syntax)) break;
		return { frontMatter: { syntax, text }, body: post.slice(whole.length) };
	}
	return { frontMatter: null, body: post };
}

function looksLikeFields(text: string, syntax: "yaml" | "toml"): boolean {
	if (syntax === "toml") return true;
	const { errors, contents } = parseFields(text);
	// Broken, but somebody's fields.
	if (errors.length > 0) return /^["']?[\w-]+["']?[ \t]*:/m.test(text);
	return contents === null || isMap(contents) || /^\s*(?:#.*\s*)*$/.test(text);
}
