import type { ElementContent } from "hast";

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?=$|[/?#])/u;
const FILE = /^[^/?#]*\.(?:html?|php|pdf|txt|jpe?g|png|gif|svg|odp|pptx?)$/i;
const MAIL = /^[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/**
 * Where a link's `href` leads, as an http(s) or mailto address; null where it leads nowhere for a reader elsewhere, or
 * has another scheme. An address that lacks its scheme ("github.com/theano") gets it.
 */
export function normalizeHref(href: string): string | null {
	const target = href.replace(/[\p{Cc}]/gu, "").trim();
	if (/^https?:/i.test(target)) return isUrl(target) ? target.replaceAll(" ", "%20") : null;
	if (/^(?:e-?mail|mailto):./i.test(target)) return target.replace(/^.*?:/, "mailto:").replaceAll(" ", "%20");
	if (target.startsWith("//") && isUrl(`https:${target}`)) return `https:${target}`;
	if (MAIL.test(target)) return `mailto:${target}`;
	const isHost = HOST.test(target) && !FILE.test(target);
	return isHost && isUrl(`https://${target}`) ? `https://${target}` : null;
}

function isUrl(text: string): boolean {
	try {
		return new URL(text).hostname !== "";
	} catch {
		return false;
	}
}

// A link written as in Markdown, an address with its scheme, one with "www.", a mail address.
const TYPED =
	/\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]+)\)|(?<![\w+.])(https?:\/\/[^\s<>"`]{1,2000})|(?<![\w/.@-])(www\.[^\s<>"`]{1,1000}\.[^\s<>"`]{1,1000})|(?<![\w/.@-])([\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b)/giu;

/** A text with the addresses that were typed in it as links. */
export function linkTypedUrls(text: string): ElementContent[] {
	if (!/https?:\/\/|www\.|@/i.test(text)) return [{ type: "text", value: text }];
	const nodes: ElementContent[] = [];
	let end = 0;
	const addText = (until: number) => {
		if (until > end) nodes.push({ type: "text", value: text.slice(end, until) });
	};
	for (const match of text.matchAll(TYPED)) {
		const [whole, linkText, target] = match;
		const typed = linkText === undefined ? withoutPunctuation(whole) : whole;
		const href = normalizeHref(target ?? typed);
		if (href === null) continue;
		addText(match.index);
		const label: ElementContent = { type: "text", value: linkText ?? typed };
		nodes.push({ type: "element", tagName: "a", properties: { href }, children: [label] });
		end = match.index + typed.length;
	}
	addText(text.length);
	return nodes;
}

/** What ends the sentence or closes the bracket around an address is not part of it. */
function withoutPunctuation(url: string): string {
	let trimmed = url;
	for (;;) {
		const shorter = trimmed.replace(/[.,;:!?'’”»*_~|]+$/u, "");
		const closes = /[)\]]$/.exec(shorter)?.[0];
		const opens = closes === ")" ? "(" : "[";
		const isOpen = closes !== undefined && shorter.split(opens).length >= shorter.split(closes).length;
		const next = closes !== undefined && !isOpen ? shorter.slice(0, -1) : shorter;
		if (next === trimmed) return trimmed;
		trimmed = next;
	}
}
