import { createHash } from "node:crypto";
import { OFFLINE_PAGE } from "@/components/shell/offline-page";

export const dynamic = "force-static";

// Another page is another cache.
const CACHE = `offline-${createHash("sha256").update(OFFLINE_PAGE).digest("hex").slice(0, 12)}`;

/** The service worker: it answers nothing but a page that cannot be fetched, and keeps nothing but that answer. */
const SCRIPT = `const CACHE = ${JSON.stringify(CACHE)};
addEventListener("install", (event) => {
	skipWaiting();
	event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request("/offline", { cache: "reload" }))));
});
addEventListener("activate", (event) => {
	event.waitUntil(Promise.all([
		caches.keys().then((keys) => Promise.all(keys.filter((key) => key !== CACHE).map((key) => caches.delete(key)))),
		registration.navigationPreload?.enable(),
	]));
});
addEventListener("fetch", (event) => {
	if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
	event.respondWith((async () => {
		try {
			return (await event.preloadResponse) ?? (await fetch(event.request));
		} catch {
			return (await caches.match("/offline")) ?? Response.error();
		}
	})());
});
`;

export function GET(): Response {
	return new Response(SCRIPT, {
		headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
	});
}
