import { parseUrl } from "@/lib/schedule/fields/parse-url";
import type { LinkKind } from "@/lib/schedule/types";

type Link = { readonly kind: LinkKind; readonly url: string };

/** What plays everywhere comes first. */
const FILES = [/\.(?:mp4|m4v)$/i, /\.(?:webm|ogv|ogg|mov|mkv)$/i, /\.(?:mp3|m4a|opus|oga|flac|wav)$/i];

/**
 * The address of a recording at a moment, in seconds: of a media file as of W3C's Media Fragments, of a page as its host
 * has it (YouTube, Vimeo, media.ccc.de, PeerTube). Null where the host knows no moments.
 */
export function timedAddress(url: string, seconds: number): string | null {
	const address = parse(url);
	if (!address) return null;
	const moment = Math.max(0, Math.floor(seconds));
	const host = address.hostname.replace(/^(?:www|m|music)\./, "");
	if (host === "youtube.com" || host === "youtu.be" || host === "youtube-nocookie.com") {
		address.searchParams.set("t", `${moment}s`);
	} else if (host === "vimeo.com" || host === "player.vimeo.com") {
		address.hash = `t=${moment}s`;
	} else if (isFile(address) || (host === "media.ccc.de" && address.pathname.startsWith("/v/"))) {
		address.hash = `t=${moment}`;
	} else if (/^\/(?:w|videos\/watch)\/[\w-]{20,}$/.test(address.pathname)) {
		address.searchParams.set("start", `${moment}s`);
	} else {
		return null;
	}
	return address.href;
}

/** The best of a talk's recordings at a moment, in seconds; null where none of them knows moments. */
export function timedRecording(links: readonly Link[], seconds: number): string | null {
	const recordings = links.filter(({ kind }) => kind === "RECORDING");
	const rank = ({ url }: Link) => {
		const path = parse(url)?.pathname ?? "";
		const place = FILES.findIndex((ending) => ending.test(path));
		return place === -1 ? FILES.length : place;
	};
	for (const { url } of recordings.toSorted((a, b) => rank(a) - rank(b))) {
		const address = timedAddress(url, seconds);
		if (address) return address;
	}
	return null;
}

function isFile({ pathname }: URL): boolean {
	return FILES.some((ending) => ending.test(pathname));
}

function parse(url: string): URL | null {
	const address = parseUrl(url);
	return address && /^https?:$/.test(address.protocol) ? address : null;
}
