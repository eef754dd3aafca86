import { hash } from "@/lib/schedule/digest";

/** What every answer under a private address says; that it is told to no other site, next.config.ts does. */
const PRIVATE_HEADERS = {
	// To be kept, and asked for again each time whether it is still the same.
	"Cache-Control": "private, no-cache",
	"X-Robots-Tag": "noindex, nofollow",
};

/** The calendar under a private address, or that it is still the one that is known by its ETag (RFC 9110, 13.1.2). */
export function feedResponse(request: Pick<Request, "headers">, calendar: string): Response {
	// Weak: a server that compresses answers sends other bytes.
	const etag = `W/"${hash(calendar)}"`;
	const headers = { ...PRIVATE_HEADERS, ETag: etag };
	if (matchesEtag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
	return new Response(calendar, {
		headers: {
			...headers,
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'inline; filename="watchlist.ics"',
		},
	});
}

/** One answer for every address that is nobody's: wrong, renewed, or switched off. */
export function feedNotFoundResponse(): Response {
	return textResponse(404, "There is no calendar at this address.");
}

export function tooManyRequestsResponse(seconds: number): Response {
	const response = textResponse(429, "This calendar was asked for too often; try again in a few minutes.");
	response.headers.set("Retry-After", String(seconds));
	return response;
}

function textResponse(status: number, message: string): Response {
	const headers = { ...PRIVATE_HEADERS, "Content-Type": "text/plain; charset=utf-8" };
	return new Response(`${message}\n`, { status, headers });
}

function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
	if (ifNoneMatch === null) return false;
	const stripWeakPrefix = (tag: string) => tag.trim().replace(/^W\//, "");
	return (
		ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => stripWeakPrefix(tag) === stripWeakPrefix(etag))
	);
}
