/** The page's own requests come first. */
const DELAY_MS = 3000;

/** Has the browser keep the page that is shown without a network; see app/sw.js. Returns what ends the wait. */
export function registerServiceWorker(): () => void {
	const timer = setTimeout(() => {
		// Absent where the address is not a secure one.
		if (process.env.NODE_ENV === "production") void navigator.serviceWorker?.register("/sw.js").catch(() => {});
	}, DELAY_MS);
	return () => clearTimeout(timer);
}
