import type { Root, RootContent } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { toUrlKey } from "../read/url-key";
import { memoize } from "./memoize";

const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/gi;

/** Where all links of a text lead, in its order; definitions and the links of raw HTML among them. */
export function findUrls(markdown: string): string[] {
	return /[:.&@<[]/.test(markdown) ? listUrls(parseMarkdownWithHtml(markdown).children) : [];
}

/** The same of what was parsed with HTML as markup. */
export function listUrls(nodes: readonly RootContent[]): string[] {
	const found: string[] = [];
	visitParents({ type: "root", children: [...nodes] } as Root, (node) => {
		if (node.type === "link" || node.type === "definition") found.push(node.url);
		if (node.type === "html") for (const [, href] of node.value.matchAll(HREF)) if (href) found.push(href);
	});
	return found;
}

const keysIn = memoize((markdown: string): ReadonlySet<string> => new Set(findUrls(markdown).map(toUrlKey)));

/** Whether a text links to one of the addresses. */
export function hasLinkTo(markdown: string, urls: readonly string[]): boolean {
	if (urls.length === 0 || !mayLinkTo(markdown, urls)) return false;
	const wanted = new Set(urls.map(toUrlKey));
	const keys = keysIn(markdown);
	return [...wanted].some((key) => keys.has(key));
}

/** Most texts do not even name the host; reading them to see that takes a thousand times longer. */
function mayLinkTo(markdown: string, urls: readonly string[]): boolean {
	// An address may be written with references and escapes, which readers undo.
	if (/&[#A-Za-z0-9]+;|%[0-9A-Fa-f]{2}/.test(markdown)) return true;
	const text = markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, "").toLowerCase();
	return urls.some((url) => {
		const host = /^https?:\/\/(?:www\.)?([a-z0-9.-]+)/i.exec(url)?.[1]?.toLowerCase();
		return host === undefined || host.includes("xn--") || text.includes(host);
	});
}
