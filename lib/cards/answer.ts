import { renderCard } from "./render";
import type { Card } from "./types";

/** Half a day: who shares an address fetches its card once, and what changes meanwhile is a time or a room. */
const CACHE_CONTROL = "public, max-age=43200";

/** The answer to who asks for a card; null is none to show. */
export async function answerCard(card: Card | null): Promise<Response> {
	if (!card) return new Response("There is no such card.", { status: 404 });
	const png = await renderCard(card);
	if (!png) return new Response("Too many ask at once.", { status: 503, headers: { "Retry-After": "5" } });
	return new Response(png, { headers: { "Content-Type": "image/png", "Cache-Control": CACHE_CONTROL } });
}
