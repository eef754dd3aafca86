import { parseClock } from "@/lib/time/clock";
import type { EmbedHost, Recording } from "./types";

type Embed = Extract<Recording, { kind: "embed" }>;

/** What each host is called, and the one origin that its player is loaded from. */
export const EMBED_HOSTS: Readonly<Record<EmbedHost, { readonly name: string; readonly origin: string }>> = {
	// The player that sets no cookie before something is played.
	youtube: { name: "YouTube", origin: "https://www.youtube-nocookie.com" },
	vimeo: { name: "Vimeo", origin: "https://player.vimeo.com" },
	"media.ccc.de": { name: "media.ccc.de", origin: "https://media.ccc.de" },
};

/** The recording that an address of a known host shows; null for every other. */
export function parseEmbed(url: URL): Omit<Embed, "kind" | "label" | "url"> | null {
	const host = url.hostname.replace(/^(?:www|m|music)\./, "");
	const start = parseStart(url);
	if (host === "youtube.com" || host === "youtube-nocookie.com" || host === "youtu.be") {
		const id = youtubeId(host, url);
		return id ? { host: "youtube", id, secret: "", start } : null;
	}
	if (host === "vimeo.com" || host === "player.vimeo.com") {
		const [, id, secret] =
			/^\/(?:video\/|(?:channels|groups)\/[^/]+\/(?:videos\/)?)?(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(
				url.pathname,
			) ?? [];
		const secretParam = /^[0-9a-f]{6,20}$/.exec(url.searchParams.get("h") ?? "")?.[0];
		return id ? { host: "vimeo", id, secret: secret ?? secretParam ?? "", start } : null;
	}
	if (host === "media.ccc.de") {
		const [, id] = /^\/v\/([\w.-]+?)(?:\/oembed)?\/?$/.exec(url.pathname) ?? [];
		return id ? { host: "media.ccc.de", id, secret: "", start } : null;
	}
	return null;
}

/** The address of a host's player, beginning at `seconds`. `origin` is that of the page around it. */
export function createEmbedUrl({ host, id, secret }: Embed, seconds: number, origin: string): string {
	const begin = Math.floor(seconds);
	switch (host) {
		case "youtube": {
			const params = new URLSearchParams({ enablejsapi: "1", autoplay: "1", playsinline: "1", rel: "0", origin });
			if (begin > 0) params.set("start", String(begin));
			return `${EMBED_HOSTS.youtube.origin}/embed/${id}?${params}`;
		}
		case "vimeo": {
			const params = new URLSearchParams({ dnt: "1", autoplay: "1", ...(secret && { h: secret }) });
			return `${EMBED_HOSTS.vimeo.origin}/video/${id}?${params}${begin > 0 ? `#t=${begin}s` : ""}`;
		}
		case "media.ccc.de":
			return `${EMBED_HOSTS["media.ccc.de"].origin}/v/${id}/oembed${begin > 0 ? `#t=${begin}` : ""}`;
	}
}

function youtubeId(host: string, { pathname, searchParams }: URL): string | undefined {
	const [, first = "", second = ""] = pathname.split("/");
	const named = host === "youtu.be" ? first : /^(?:embed|live|shorts|v)$/.test(first) ? second : "";
	const id = named || (pathname === "/watch" ? (searchParams.get("v") ?? "") : "");
	return /^[\w-]{11}$/.exec(id)?.[0];
}

/** Seconds that an address begins at: `t=754`, `start=754s`, `#t=12m34s`, `t=12:34`; 0 where it does not say. */
function parseStart({ searchParams, hash }: URL): number {
	const inHash = new URLSearchParams(hash.slice(1));
	const text = searchParams.get("t") ?? searchParams.get("start") ?? inHash.get("t") ?? "";
	const [whole = "", hours, minutes, seconds] = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? [];
	if (whole === "") return parseClock(text) ?? 0;
	return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
