import type { LinkKind } from "@/lib/schedule/types";
import { parseUrl } from "@/lib/urls/parse-url";

type Link = { readonly kind: LinkKind; readonly url: string };

/** What plays everywhere comes first. */
const FILES = [/\.(?:mp4|m4v)$/i, /\.(?:webm|ogv|ogg|mov|mkv)$/i, /\.(?:mp3|m4a|opus|oga|flac|wav)$/i];

/**
 * The address of a recording at a moment, in seconds: of a media file as of W3C's Media Fragments, of a page as its host
 * has it (YouTube, Vimeo, media.ccc.de, PeerTube). Null where the host knows no moments.
 */
export function toTimedUrl(url: string, seconds: number): string | null {
	const target = parse(url);
	if (!target) return null;
	const time = Math.max(0, Math.floor(seconds));
	const host = target.hostname.replace(/^(?:www|m|music)\./, "");
	if (host === "youtube.com" || host === "youtu.be" || host === "youtube-nocookie.com") {
		target.searchParams.set("t", `${time}s`);
	} else if (host === "vimeo.com" || host === "player.vimeo.com") {
		target.hash = `t=${time}s`;
	} else if (isFile(target) || (host === "media.ccc.de" && target.pathname.startsWith("/v/"))) {
		target.hash = `t=${time}`;
	} else if (/^\/(?:w|videos\/watch)\/[\w-]{20,}$/.test(target.pathname)) {
		target.searchParams.set("start", `${time}s`);
	} else {
		return null;
	}
	return target.href;
}

/** The best of a talk's recordings at a moment, in seconds; null where none of them knows moments. */
export function findTimedRecording(links: readonly Link[], seconds: number): string | null {
	const recordings = links.filter(({ kind }) => kind === "RECORDING");
	const rank = ({ url }: Link) => {
		const path = parse(url)?.pathname ?? "";
		const index = FILES.findIndex((ending) => ending.test(path));
		return index === -1 ? FILES.length : index;
	};
	for (const { url } of recordings.toSorted((a, b) => rank(a) - rank(b))) {
		const target = toTimedUrl(url, seconds);
		if (target) return target;
	}
	return null;
}

function isFile({ pathname }: URL): boolean {
	return FILES.some((ending) => ending.test(pathname));
}

function parse(url: string): URL | null {
	const target = parseUrl(url);
	return target && /^https?:$/.test(target.protocol) ? target : null;
}
