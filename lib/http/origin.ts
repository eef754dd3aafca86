/** The address that visitors know. Where it says https, the session's cookie is kept from plain http. */
export const baseUrl = process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`;

/**
 * The origins under which a request may call itself ours: that which visitors know, and those of the host that it was
 * sent to. A page of another site cannot choose these headers, so a request whose `Origin` is among them came from a page
 * of this one.
 */
export function listOwnOrigins(headers: Headers): string[] {
	const hosts = [headers.get("x-forwarded-host"), headers.get("host")].filter((host) => host !== null);
	return [new URL(baseUrl).origin, ...hosts.flatMap((host) => [`https://${host}`, `http://${host}`])];
}

/** Whether a request that changes something was sent by a page of this site, and not by another one's. */
export function isSameOrigin(headers: Headers): boolean {
	const origin = headers.get("origin");
	if (origin) return listOwnOrigins(headers).includes(origin);
	// Browsers send an Origin with everything that changes something; without one it is not a browser's cross-site call.
	const site = headers.get("sec-fetch-site");
	return site === null || site === "same-origin" || site === "none";
}
