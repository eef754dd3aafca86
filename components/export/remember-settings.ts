import type { ExportSettings } from "@/lib/writeups/options";

const WAIT_MS = 300;

let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null = null;

/** Keeps settings with the visitor, once they stay as they are for a moment or the page is left. */
export function rememberSoon(settings: ExportSettings): void {
	if (waiting) clearTimeout(waiting.timer);
	else addEventListener("pagehide", sendNow);
	const send = () => {
		removeEventListener("pagehide", sendNow);
		waiting = null;
		// What is not kept is only chosen once more.
		fetch("/api/export-settings", {
			method: "PUT",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(settings),
			keepalive: true,
		}).catch(() => {});
	};
	waiting = { timer: setTimeout(send, WAIT_MS), send };
}

function sendNow(): void {
	if (!waiting) return;
	clearTimeout(waiting.timer);
	waiting.send();
}
