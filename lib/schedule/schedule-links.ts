import type { Element } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visitParents } from "unist-util-visit-parents";

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

// No page with links needs more, and parsing takes time.
const MOST_CHARACTERS = 2_000_000;

/** Finds what looks like a schedule, or a page about it, in the links of an HTML page at `address`. */
export function scheduleLinks(html: string, address: string): ScheduleLinks {
	const files = new Map<string, number>();
	const pages = new Map<string, number>();
	for (const link of linksOf(html, address)) {
		if (ELSEWHERE.test(link.url.pathname) || ELSEWHERE.test(link.type)) continue;
		const kind = fileKind(link);
		const score = likelihood(link, address);
		const found = kind ? files : pages;
		if (kind && score < 0 && kind !== "ics") continue;
		if (!kind && (score < 0 || OTHER_FILE.test(link.url.pathname) || !isPageLink(link, address))) continue;
		const href = link.url.href;
		found.set(href, Math.max(found.get(href) ?? -Infinity, score - (kind ? KINDS.indexOf(kind) * 10 : 0)));
	}
	return { files: byScore(files), pages: byScore(pages) };
}

const byScore = (scores: ReadonlyMap<string, number>) =>
	[...scores].sort(([, one], [, other]) => other - one).map(([href]) => href);

type Link = {
	readonly url: URL;
	/** What it reads. */
	readonly label: string;
	readonly type: string;
	readonly tag: string;
};

function isPageLink({ url, tag }: Link, address: string): boolean {
	return tag !== "link" && url.href !== new URL(address).href.replace(/#.*$/, "");
}

function fileKind({ url, type }: Link): FileKind | undefined {
	const name = url.pathname.replace(/\/+$/, "").split(/[/.]/).at(-1)?.toLowerCase();
	const asked = url.searchParams.get("format")?.toLowerCase();
	const named = KINDS.find((kind) => kind === name || kind === asked);
	return named ?? (name === "ical" || asked === "ical" ? "ics" : TYPES[type]);
}

/** Below nothing where no word speaks of a schedule. */
function likelihood({ url, label }: Link, address: string): number {
	const from = new URL(address);
	const yearOf = (text: string) => /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0];
	const [year, here] = [yearOf(url.pathname), yearOf(from.pathname) ?? yearOf(from.host)];
	let score = -100;
	if (SCHEDULE.test(url.pathname) || SCHEDULE.test(url.searchParams.get("format") ?? "")) score += 120;
	if (SCHEDULE.test(label)) score += label.length < 30 ? 130 : 101;
	if (ONE_TALK.test(url.pathname)) score -= 60;
	// Not out of the question: a file may have been uploaded in the year before.
	if (year && here && year !== here) score -= 15;
	if (url.host === from.host) score += 5;
	return score;
}

function linksOf(html: string, address: string): Link[] {
	const links: Link[] = [];
	let base = address;
	const add = (href: unknown, element: Element, label: string) => {
		if (typeof href !== "string") return;
		const written = href.trim().replace(/^webcal:/i, "https:");
		if (!URL.canParse(written, base)) return;
		const url = new URL(written, base);
		url.hash = "";
		if (url.protocol !== "http:" && url.protocol !== "https:") return;
		const type = String(element.properties.type ?? "").toLowerCase();
		links.push({ url, label: label.replace(/\s+/g, " ").trim(), type, tag: element.tagName });
	};
	for (const element of elementsOf(html)) {
		const { tagName, properties } = element;
		const title = String(properties.title ?? properties.ariaLabel ?? "");
		if (tagName === "base" && typeof properties.href === "string" && URL.canParse(properties.href, address)) {
			base = new URL(properties.href, address).href;
		} else if (tagName === "a" || tagName === "area") add(properties.href, element, `${textOf(element)} ${title}`);
		else if (tagName === "iframe") add(properties.src, element, title);
		else if (tagName === "link" && [properties.rel].flat().includes("alternate")) add(properties.href, element, title);
	}
	return links;
}

/** Where pages embed the schedule of a pretalx event: `<pretalx-schedule event-url="…">`, and the links to it. */
export function pretalxWidgets(html: string, address: string): string[] {
	return elementsOf(html).flatMap(({ tagName, properties }) => {
		const url = properties["event-url"] ?? properties.eventUrl;
		return tagName === "pretalx-schedule" && typeof url === "string" && URL.canParse(url, address)
			? [new URL(url, address).href]
			: [];
	});
}

function elementsOf(html: string): Element[] {
	const elements: Element[] = [];
	try {
		const tree = unified().use(rehypeParse).parse(html.slice(0, MOST_CHARACTERS));
		visitParents(tree, "element", (element) => void elements.push(element));
	} catch (error) {
		// Elements within elements, deeper than can be followed: nobody writes such a page to be read.
		if (!(error instanceof RangeError)) throw error;
	}
	return elements;
}

function textOf(element: Element): string {
	let text = "";
	visitParents(element, "text", ({ value }) => {
		text += value;
	});
	return text;
}
