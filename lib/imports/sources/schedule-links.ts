import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { parseUrl } from "@/lib/urls/parse-url";

/** Addresses that a page leads to, best first. */
export type ScheduleLinks = {
	/** Of schedule files, by their names. */
	readonly files: readonly string[];
	/** Of pages about the schedule. */
	readonly pages: readonly string[];
};

/** What kind of file a link seems to lead to; of two that are named alike the earlier kind says more about talks. */
const KINDS = ["xml", "json", "ics", "csv"] as const;
type FileKind = (typeof KINDS)[number];

const TYPES: Readonly<Record<string, FileKind>> = {
	"application/xml": "xml",
	"text/xml": "xml",
	"application/json": "json",
	"text/calendar": "ics",
	"text/csv": "csv",
};

const SCHEDULE = /schedul|fahrplan|program|agenda|timetable|zeitplan|horaires|frab|pentabarf|c3voc/i;
const ELSEWHERE = /feed|\brss\b|\batom\b|sitemap|oembed|manifest|opensearch/i;
const ONE_TALK = /\/(?:talk|talks|event|events|session|sessions|speaker|speakers|person|track|room)\/[^/]+/i;
const OTHER_FILE = /\.(?:pdf|png|jpe?g|gif|svg|webp|zip|gz|mp4|webm|css|js|odp|pptx?|docx?|xlsx?|rss|atom)$/i;

/** Finds what looks like a schedule, or a page about it, in the links of an HTML page at `address`. */
export function findScheduleLinks(html: string, pageUrl: string): ScheduleLinks {
	const files = new Map<string, number>();
	const pages = new Map<string, number>();
	for (const link of listLinks(html, pageUrl)) {
		if (ELSEWHERE.test(link.url.pathname) || ELSEWHERE.test(link.type)) continue;
		const kind = detectFileKind(link);
		const score = scoreLink(link, pageUrl);
		const found = kind ? files : pages;
		if (kind && score < 0 && kind !== "ics") continue;
		if (!kind && (score < 0 || OTHER_FILE.test(link.url.pathname) || !isPageLink(link, pageUrl))) continue;
		const href = link.url.href;
		found.set(href, Math.max(found.get(href) ?? -Infinity, score - (kind ? KINDS.indexOf(kind) * 10 : 0)));
	}
	return { files: sortByScore(files), pages: sortByScore(pages) };
}

const sortByScore = (scores: ReadonlyMap<string, number>) =>
	[...scores].sort(([, one], [, other]) => other - one).map(([href]) => href);

type Link = {
	readonly url: URL;
	/** What it reads. */
	readonly label: string;
	readonly type: string;
	readonly tag: string;
};

function isPageLink({ url, tag }: Link, pageUrl: string): boolean {
	return tag !== "link" && url.href !== new URL(pageUrl).href.replace(/#.*$/, "");
}

function detectFileKind({ url, type }: Link): FileKind | undefined {
	const name = url.pathname
		.split(/[/.]/)
		.findLast((part) => part !== "")
		?.toLowerCase();
	const formatParam = url.searchParams.get("format")?.toLowerCase();
	const named = KINDS.find((kind) => kind === name || kind === formatParam);
	return named ?? (name === "ical" || formatParam === "ical" ? "ics" : TYPES[type]);
}

/** Below nothing where no word speaks of a schedule. */
function scoreLink({ url, label }: Link, pageUrl: string): number {
	const from = new URL(pageUrl);
	const yearOf = (text: string) => /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0];
	const [year, pageYear] = [yearOf(url.pathname), yearOf(from.pathname) ?? yearOf(from.host)];
	let score = -100;
	if (SCHEDULE.test(url.pathname) || SCHEDULE.test(url.searchParams.get("format") ?? "")) score += 120;
	if (SCHEDULE.test(label)) score += label.length < 30 ? 130 : 101;
	if (ONE_TALK.test(url.pathname)) score -= 60;
	// Not out of the question: a file may have been uploaded in the year before.
	if (year && pageYear && year !== pageYear) score -= 15;
	if (url.host === from.host) score += 5;
	return score;
}

function listLinks(html: string, pageUrl: string): Link[] {
	const links: Link[] = [];
	let base = pageUrl;
	const add = (href: string | undefined, { name, attributes }: HtmlTag, label: string) => {
		const trimmedHref = href?.trim().replace(/^webcal:/i, "https:");
		const url = trimmedHref === undefined ? null : parseUrl(trimmedHref, base);
		if (!url) return;
		url.hash = "";
		if (url.protocol !== "http:" && url.protocol !== "https:") return;
		const type = attributes.type?.toLowerCase() ?? "";
		links.push({ url, label: label.replace(/\s+/g, " ").trim(), type, tag: name });
	};
	for (const tag of parseHtmlTags(html)) {
		const { name, attributes, text } = tag;
		const { href, rel = "", title = attributes["aria-label"] ?? "" } = attributes;
		if (name === "base" && href !== undefined) base = parseUrl(href, pageUrl)?.href ?? base;
		else if (name === "a" || name === "area") add(href, tag, `${text} ${title}`);
		else if (name === "iframe") add(attributes.src, tag, title);
		else if (name === "link" && rel.toLowerCase().split(/\s+/).includes("alternate")) add(href, tag, title);
	}
	return links;
}

/** The pretalx events whose schedule a page embeds: `<pretalx-schedule event-url="…">`. */
export function findPretalxWidgets(html: string, pageUrl: string): string[] {
	return parseHtmlTags(html).flatMap(({ name, attributes }) => {
		const url = name === "pretalx-schedule" ? parseUrl(attributes["event-url"] ?? "", pageUrl) : null;
		return url && attributes["event-url"] ? [url.href] : [];
	});
}

type HtmlTag = {
	/** In lower case. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** What stands between it and the next `<a>`, or the end of this one; only of links. */
	readonly text: string;
};

// No page with links needs more.
const MAX_CHARACTERS = 2_000_000;
const MAX_ATTRIBUTES = 1000;
const MAX_TEXT_LENGTH = 200;
const CHUNK_SIZE = 4096;

/** Elements whose content is no markup, and what it is instead. */
const MODES = new Map([
	["script", TokenizerMode.SCRIPT_DATA],
	["plaintext", TokenizerMode.PLAINTEXT],
	...["style", "xmp", "iframe", "noembed", "noframes"].map((name) => [name, TokenizerMode.RAWTEXT] as const),
	...["title", "textarea"].map((name) => [name, TokenizerMode.RCDATA] as const),
]);

/**
 * The start tags of a page in their order (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). No tree is
 * made of them: a page of a few kilobytes can be written so that its tree has millions of elements.
 */
function parseHtmlTags(html: string): HtmlTag[] {
	const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
	let link: { text: string } | null = null;
	const onText = ({ chars }: Token.CharacterToken) => {
		if (link && link.text.length < MAX_TEXT_LENGTH) link.text = (link.text + chars).slice(0, MAX_TEXT_LENGTH);
	};
	const ignore = () => {};
	const tokenizer = new BoundedTokenizer(
		{},
		{
			onStartTag({ tagName, attrs }) {
				const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
				const tag = { name: tagName, attributes, text: "" };
				tags.push(tag);
				if (tagName === "a") link = tag;
				tokenizer.state = MODES.get(tagName) ?? tokenizer.state;
			},
			onEndTag({ tagName }) {
				if (tagName === "a") link = null;
			},
			onCharacter: onText,
			onWhitespaceCharacter: onText,
			onNullCharacter: ignore,
			onComment: ignore,
			onDoctype: ignore,
			onEof: ignore,
		},
	);
	const end = Math.min(html.length, MAX_CHARACTERS);
	for (let at = 0; at < end && tokenizer.attributeCount <= MAX_ATTRIBUTES; at += CHUNK_SIZE) {
		tokenizer.write(html.slice(at, Math.min(at + CHUNK_SIZE, end)), at + CHUNK_SIZE >= end);
	}
	return tags;
}

class BoundedTokenizer extends Tokenizer {
	/** Of the tag that is being read: each is compared with all before it. */
	get attributeCount(): number {
		return this.currentToken && "attrs" in this.currentToken ? this.currentToken.attrs.length : 0;
	}
}
