import { renderCard } from "./render";
import type { Card } from "./types";

/** Half a day: who shares an address fetches its card once, and what changes meanwhile is a time or a room. */
const PUBLIC_CACHE = "public, max-age=43200";
/** What its author may take back is not kept by others. */
const PRIVATE_CACHE = "private, max-age=60";

type Options = {
	/** It may not be shown any more at any time, and no search engine is to keep it. */
	readonly isRevocable?: boolean;
};

/** The answer to who asks for a card; null is none to show. */
export async function respondWithCard(card: Card | null, { isRevocable = false }: Options = {}): Promise<Response> {
	if (!card) return new Response("There is no such card.", { status: 404 });
	const png = await renderCard(card);
	if (!png) return new Response("Too many ask at once.", { status: 503, headers: { "Retry-After": "5" } });
	return new Response(png, {
		headers: {
			"Content-Type": "image/png",
			"Cache-Control": isRevocable ? PRIVATE_CACHE : PUBLIC_CACHE,
			...(isRevocable && { "X-Robots-Tag": "noindex" }),
		},
	});
}
