import { useSyncExternalStore } from "react";

const STORAGE_KEY = "talkshelf.timetable-zoom";
export const ZOOMS = [0.6, 0.8, 1, 1.4, 2] as const;
const DEFAULT_ZOOM = 1;

/** Where the browser keeps nothing, the choice lasts as long as the page. */
let chosen: number | null = null;
const listeners = new Set<() => void>();

function read(): number {
	if (chosen !== null) return chosen;
	try {
		const saved = Number(localStorage.getItem(STORAGE_KEY));
		return ZOOMS.find((zoom) => zoom === saved) ?? DEFAULT_ZOOM;
	} catch {
		return DEFAULT_ZOOM;
	}
}

function change(zoom: number): void {
	chosen = zoom;
	try {
		localStorage.setItem(STORAGE_KEY, String(zoom));
	} catch {
		// Kept above.
	}
	for (const listener of listeners) listener();
}

/** How large the timetable is, as it was chosen in this browser. */
export function useZoom(): { zoom: number; change: (zoom: number) => void } {
	const subscribe = (listener: () => void) => {
		listeners.add(listener);
		return () => listeners.delete(listener);
	};
	return { zoom: useSyncExternalStore(subscribe, read, () => DEFAULT_ZOOM), change };
}
