import { parseUrl } from "@/lib/urls/parse-url";

/** What says where a reader came from, not where they go. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hs\w+|ref_src|mtm_\w+|pk_\w+)$/i;

/**
 * A name under which addresses of one thing are equal: scheme, `www.`, slashes at the end, fragment and what is there for
 * tracking are set aside. An address that is none, or no web page's, is its own key.
 */
export function toUrlKey(url: string): string {
	const parsedUrl = parseUrl(url.trim());
	if (!parsedUrl || !/^https?:$/.test(parsedUrl.protocol)) return url.trim();
	const host = parsedUrl.hostname.replace(/^www\./, "") + (parsedUrl.port && `:${parsedUrl.port}`);
	const path = readable(parsedUrl.pathname).replace(/\/+$/, "");
	const query = [...parsedUrl.searchParams].filter(([name]) => !TRACKING.test(name));
	return host + path + (query.length > 0 ? `?${new URLSearchParams(query)}` : "");
}

/** One way to write each character of a path. */
function readable(path: string): string {
	return path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
		try {
			return encodeURIComponent(decodeURIComponent(encoded)).replace(/%2F/gi, "%2F");
		} catch {
			return encoded.toUpperCase();
		}
	});
}
