import { OFFLINE_PAGE } from "@/components/shell/offline-page";

export const dynamic = "force-static";

/** What the service worker keeps, and shows in the place of a page that cannot be fetched. */
export function GET(): Response {
	return new Response(OFFLINE_PAGE, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
