/** Calls back when somebody comes back to the page, or the network does. Returns what ends it. */
export function onReconnect(listener: () => void): () => void {
	if (typeof window === "undefined") return () => {};
	const onVisible = () => {
		if (!document.hidden) listener();
	};
	const events = ["focus", "online", "pageshow"];
	for (const event of events) window.addEventListener(event, listener);
	document.addEventListener("visibilitychange", onVisible);
	return () => {
		for (const event of events) window.removeEventListener(event, listener);
		document.removeEventListener("visibilitychange", onVisible);
	};
}
