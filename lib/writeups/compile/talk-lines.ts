import type { PhrasingContent } from "mdast";
import type { MarkdownOptions } from "../options";
import { oneLine } from "./lines";
import { memoize } from "./memoize";
import { isPlainText, normalizeLine, writeLine } from "./normalize-line";
import type { CompiledTalk, ExportedLink } from "./types";

const listOfNames = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** A talk's title, linked to its page where it has one, and who spoke: one line of Markdown. */
export function writeTalkLine({
	title,
	slug,
	url,
	speakers,
}: Pick<CompiledTalk, "title" | "slug" | "url" | "speakers">): string {
	const words = oneLine(title) || slug;
	const names = speakers.map(oneLine).filter((name) => name !== "");
	return linkLine(words, url ?? "", names.length > 0 ? ` by ${listOfNames.format(names)}` : "");
}

const linkLine = memoize((words: string, url: string, rest: string): string => {
	if (url === "" || !isPlainText(words) || !isSafeUrl(url) || (rest !== "" && !isPlainText(rest.slice(1)))) {
		const text: PhrasingContent = { type: "text", value: words };
		const children: PhrasingContent[] = [url ? { type: "link", url, children: [text] } : text];
		return normalizeLine(
			writeLine([...children, ...(rest ? [{ type: "text", value: rest } as const] : [])], "paragraph"),
			true,
		);
	}
	return `[${words}](${url})${rest}`;
});

/** "Recording: WebM, MP4 · Slides: Talk slides", as far as it is asked for; empty for nothing. */
export function writeResourceLine(
	{ links }: Pick<CompiledTalk, "links">,
	{ recordings, slides }: Pick<MarkdownOptions, "recordings" | "slides">,
): string {
	const groups = [
		{ name: "Recording", links: recordings ? labelLinks(links.filter(({ kind }) => kind === "RECORDING")) : [] },
		{ name: "Slides", links: slides ? labelLinks(links.filter(({ kind }) => kind === "SLIDES")) : [] },
	].filter((group) => group.links.length > 0);
	if (groups.length === 0) return "";
	return normalizeLine(
		groups
			.map(
				(group) =>
					`${group.name}: ${group.links.map(({ label, url }) => toLinkMarkdown(url, oneLine(label))).join(", ")}`,
			)
			.join(" · "),
		true,
	);
}

/** A link as Markdown, its words plain text. */
export function toLinkMarkdown(url: string, words: string): string {
	return linkLine(words, url, "");
}

/** Whether an address can stand between brackets as it is. */
function isSafeUrl(url: string): boolean {
	return /^https?:\/\/[\w.-]+(?:\/[\w./~=+,;:@-]*)?(?:\?[\w.=-]*)?(?:#[\w.=-]*)?$/.test(url);
}

const FORMATS: Readonly<Record<string, string>> = {
	webm: "WebM",
	mp4: "MP4",
	m4v: "MP4",
	mkv: "Matroska",
	mov: "QuickTime",
	ogv: "Ogg",
	ogg: "Ogg",
	opus: "Opus",
	mp3: "MP3",
};

/**
 * A short label for each of a talk's recordings, or of its slides: the format of a recording, else the link's title
 * without the size of its file, else where it leads. Links of the same label are numbered.
 */
export function labelLinks(links: readonly ExportedLink[]): { readonly label: string; readonly url: string }[] {
	const short = links.map(shortLabel);
	const labels = new Set(short).size === short.length ? short : links.map(titleLabel);
	const seen = new Map<string, number>();
	return links.map((link, index) => {
		const label = labels[index] ?? "";
		const count = (seen.get(label) ?? 0) + 1;
		seen.set(label, count);
		return { label: count === 1 ? label : `${label} (${count})`, url: link.url };
	});
}

function shortLabel(link: ExportedLink): string {
	return (link.kind === "RECORDING" && formatOf(link.url)) || titleLabel(link);
}

function titleLabel(link: ExportedLink): string {
	return withoutSize(link.title) || formatOf(link.url) || fileName(link.url);
}

/** "Video recording (MP4) - 1.1 GB" and "Slides (PDF, 2 MB)" are told by what they are. */
function withoutSize(title: string): string {
	const size = String.raw`\d+(?:[.,]\d+)?\s*(?:[kKMGT]i?)?(?:B|[Bb]ytes)`;
	return title
		.replace(new RegExp(String.raw`[\s,;–—-]+${size}(?=\s*\)?\s*$)`), "")
		.replace(new RegExp(String.raw`\s*\(\s*${size}\s*\)\s*$`), "")
		.trim();
}

function formatOf(url: string): string | undefined {
	return FORMATS[/\.([a-z0-9]+)$/i.exec(pathOf(url))?.[1]?.toLowerCase() ?? ""];
}

function fileName(url: string): string {
	return pathOf(url).split("/").at(-1) || url;
}

function pathOf(url: string): string {
	return url.replace(/[?#].*$/s, "");
}
