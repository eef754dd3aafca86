import type { ExportSettings } from "@/lib/writeups/options";

const SAVE_DELAY_MS = 300;

let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null = null;

/** Keeps settings with the visitor, once they stay as they are for a moment or the page is left. */
export function saveSettingsSoon(settings: ExportSettings): void {
	if (pending) clearTimeout(pending.timer);
	else addEventListener("pagehide", sendNow);
	const send = () => {
		removeEventListener("pagehide", sendNow);
		pending = null;
		// What is not kept is only chosen once more.
		fetch("/api/export-settings", {
			method: "PUT",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(settings),
			keepalive: true,
		}).catch(() => {});
	};
	pending = { timer: setTimeout(send, SAVE_DELAY_MS), send };
}

function sendNow(): void {
	if (!pending) return;
	clearTimeout(pending.timer);
	pending.send();
}
