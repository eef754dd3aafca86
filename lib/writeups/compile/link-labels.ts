import type { ExportedLink } from "./types";

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
