import { hash } from "@/lib/schedule/digest";

/** What every answer under a private address says; that it is told to no other site, next.config.ts does. */
const PRIVATE_ADDRESS = {
	// To be kept, and asked for again each time whether it is still the same.
	"Cache-Control": "private, no-cache",
	"X-Robots-Tag": "noindex, nofollow",
};

/** The calendar under a private address, or that it is still the one that is known by its ETag (RFC 9110, 13.1.2). */
export function feedAnswer(request: Pick<Request, "headers">, calendar: string): Response {
	// Weak: a server that compresses answers sends other bytes.
	const etag = `W/"${hash(calendar)}"`;
	const headers = { ...PRIVATE_ADDRESS, ETag: etag };
	if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
	return new Response(calendar, {
		headers: {
			...headers,
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'inline; filename="watchlist.ics"',
		},
	});
}

/** One answer for every address that is nobody's: wrong, renewed, or switched off. */
export function noFeed(): Response {
	return sentence(404, "There is no calendar at this address.");
}

export function tooOften(seconds: number): Response {
	const answer = sentence(429, "This calendar was asked for too often; try again in a few minutes.");
	answer.headers.set("Retry-After", String(seconds));
	return answer;
}

function sentence(status: number, words: string): Response {
	const headers = { ...PRIVATE_ADDRESS, "Content-Type": "text/plain; charset=utf-8" };
	return new Response(`${words}\n`, { status, headers });
}

function isKnown(known: string | null, etag: string): boolean {
	if (known === null) return false;
	const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
	return known.trim() === "*" || known.split(",").some((tag) => opaque(tag) === opaque(etag));
}
