/** Called by Next once in every server's process, before it serves. */
export async function register(): Promise<void> {
	// Written so, the build leaves what follows out of where it could not run.
	if (process.env.NEXT_RUNTIME === "nodejs") {
		const { parseTrustedProxies, writeClientAddresses } = await import("@/lib/accounts/client-address");
		const { parseRefreshInterval, startRefreshTimer } = await import("@/lib/imports/refresh/refresh-timer");
		let everyMs: number | null;
		try {
			writeClientAddresses(parseTrustedProxies(process.env.TRUSTED_PROXIES), console.warn);
			everyMs = parseRefreshInterval(process.env.REFRESH_MINUTES);
		} catch (error) {
			// Thrown on, it would leave a server that answers every request with an error.
			console.error(error instanceof Error ? error.message : error);
			process.exit(1);
		}
		if (everyMs === null) return;
		const { db } = await import("@/lib/db/db");
		startRefreshTimer(db, { everyMs, log: { info: console.log, error: console.error } });
	}
}
