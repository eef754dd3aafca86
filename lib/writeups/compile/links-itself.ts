import { visitParents } from "unist-util-visit-parents";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { addressKey } from "../read/address-key";
import { remembering } from "./remember";

const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/gi;

/** Where all links of a text lead, in its order; definitions and the links of raw HTML among them. */
export function addressesIn(markdown: string): string[] {
	if (!/[:.&@<[]/.test(markdown)) return [];
	const found: string[] = [];
	visitParents(parseMarkdownWithHtml(markdown), (node) => {
		if (node.type === "link" || node.type === "definition") found.push(node.url);
		if (node.type === "html") for (const [, href] of node.value.matchAll(HREF)) if (href) found.push(href);
	});
	return found;
}

const keysIn = remembering((markdown: string): ReadonlySet<string> => new Set(addressesIn(markdown).map(addressKey)));

/** Whether a text links to one of the addresses. */
export function linksTo(markdown: string, addresses: readonly string[]): boolean {
	if (addresses.length === 0 || !mayLinkTo(markdown, addresses)) return false;
	const keys = keysIn(markdown);
	return addresses.some((address) => keys.has(addressKey(address)));
}

/** Most texts do not even name the host; reading them to see that takes a thousand times longer. */
function mayLinkTo(markdown: string, addresses: readonly string[]): boolean {
	if (/[&\\%]/.test(markdown)) return true;
	const text = markdown.toLowerCase();
	return addresses.some((address) => {
		const host = /^https?:\/\/(?:www\.)?([a-z0-9.-]+)/i.exec(address)?.[1]?.toLowerCase();
		return host === undefined || host.includes("xn--") || text.includes(host);
	});
}
