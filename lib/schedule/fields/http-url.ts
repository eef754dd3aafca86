// What needs no closer look; a schedule has thousands of them.
const PLAIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][\w!$%&'()*+,./:;=?@#~[\]|^{}-]*)?$/;

/**
 * An address as an absolute http(s) one, or null. A relative one is resolved against `base` where there is one; no other
 * scheme (`javascript:`, `data:`, `thttps:`) passes, nor a host that is no name or number.
 */
export function parseHttpUrl(text: string | null | undefined, base?: string | null): string | null {
	const trimmed = (text ?? "").trim();
	if (PLAIN.test(trimmed)) return trimmed;
	if (trimmed === "" || /[\p{Cc}\p{Cs}]/u.test(trimmed)) return null;
	try {
		const url = new URL(trimmed, base ?? undefined);
		return /^https?:$/.test(url.protocol) && url.hostname !== "" ? normalizeHref(trimmed, url) : null;
	} catch {
		return null;
	}
}

// An address that is absolute and clean already stays letter for letter: matrix.to's hold a second "#" and brackets.
function normalizeHref(text: string, url: URL): string {
	return /^https?:\/\/[^/\s<>"`\\][^\s<>"`\\]*$/i.test(text) ? text : url.href;
}
