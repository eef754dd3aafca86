import type { LinkKind } from "@/lib/schedule/types";
import { parseUrl } from "@/lib/urls/parse-url";
import { parseEmbed } from "./embeds";
import type { Recording, RecordingFile } from "./types";

type Link = { readonly kind: LinkKind; readonly url: string; readonly title: string };
type Files = Extract<Recording, { kind: "files" }> & { readonly files: RecordingFile[] };

/**
 * What a talk's links offer to watch: what plays here first, in the order of the schedule. Files that are one recording in
 * several forms, as their names tell, are one.
 */
export function listRecordings(links: readonly Link[]): Recording[] {
	const files = new Map<string, Files>();
	const embeds: Recording[] = [];
	const pages: Recording[] = [];
	const seen = new Set<string>();
	for (const { kind, url, title } of links) {
		const parsedUrl = parseUrl(url);
		if (kind !== "RECORDING" || !parsedUrl || !/^https?:$/.test(parsedUrl.protocol) || seen.has(parsedUrl.href))
			continue;
		seen.add(parsedUrl.href);
		const label = title || parsedUrl.host;
		const media = getMediaType(parsedUrl.pathname);
		const embed = parseEmbed(parsedUrl);
		if (media) {
			const file = { url: parsedUrl.href, type: media.type, label };
			const name = `${media.isAudio} ${nameOf(parsedUrl.pathname)}`;
			const known = files.get(name);
			if (known) known.files.push(file);
			else files.set(name, { kind: "files", label, files: [file], isAudio: media.isAudio });
		} else if (embed) {
			embeds.push({ kind: "embed", label, ...embed, url: parsedUrl.href });
		} else {
			pages.push({ kind: "page", label, url: parsedUrl.href });
		}
	}
	// What can be seen before what can only be heard.
	const fileRecordings = [...files.values()].sort((a, b) => Number(a.isAudio) - Number(b.isAudio));
	return [...fileRecordings, ...embeds, ...pages];
}

/** A file's name without what says its form: `talk.av1.webm`, `talk_hd.mp4` and `talk_webm-sd.webm` are of one talk. */
function nameOf(path: string): string {
	const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	const name = file.replace(/\.(?:[a-z0-9]{2,4})$/, "").replace(/\.(?:av1|vp8|vp9|h264|h265|hevc)$/, "");
	return name.replace(/[_-](?:(?:webm|mp4|h264|av1)-?)?(?:hd|sd|\d{3,4}p|webm|mp4|av1)$/, "");
}

type MediaType = {
	/** With codecs where the name tells them, so that a browser need not ask for what it cannot play. */
	readonly type: string;
	readonly isAudio: boolean;
};

const VIDEO: Readonly<Record<string, string>> = {
	mp4: "video/mp4",
	m4v: "video/mp4",
	webm: "video/webm",
	ogv: "video/ogg",
	ogg: "video/ogg",
	// Most are MP4 in all but name; a browser that is told their own type does not try.
	mov: "video/mp4",
	mkv: "video/webm",
};

const AUDIO: Readonly<Record<string, string>> = {
	mp3: "audio/mpeg",
	m4a: "audio/mp4",
	aac: "audio/aac",
	opus: "audio/ogg",
	oga: "audio/ogg",
	flac: "audio/flac",
	wav: "audio/wav",
};

/** What kind of media file a path names; null where it names none. */
function getMediaType(path: string): MediaType | null {
	const [, inner = "", ending = ""] = /(?:\.([a-z0-9]+))?\.([a-z0-9]+)$/i.exec(path.toLowerCase()) ?? [];
	if (Object.hasOwn(AUDIO, ending)) return { type: AUDIO[ending] ?? "", isAudio: true };
	if (!Object.hasOwn(VIDEO, ending)) return null;
	const type = VIDEO[ending] ?? "";
	// RFC 6381; the profile and level are the ones that every decoder has.
	const isAv1 = inner === "av1" && (type === "video/webm" || type === "video/mp4");
	return { type: isAv1 ? `${type}; codecs="av01.0.08M.08"` : type, isAudio: false };
}
