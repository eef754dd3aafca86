/**
 * Talks that were put off in triage, or brought back, and that the server does not know of yet: in the browser's storage,
 * a place for each talk. Where a browser keeps nothing, they last as long as the page.
 */

const PREFIX = "talkshelf.skip.";

/** All that wait, from this and earlier pages. */
export function readPendingSkips(): Map<number, boolean> {
	const pending = new Map<number, boolean>();
	attempt(() => {
		for (const key of Object.keys(localStorage)) {
			const talkId = talkIdIn(key);
			if (talkId !== null) pending.set(talkId, localStorage.getItem(key) === "true");
		}
	});
	return pending;
}

export function savePendingSkip(talkId: number, isSkipped: boolean): void {
	attempt(() => localStorage.setItem(PREFIX + talkId, String(isSkipped)));
}

/** Drops a talk's, unless it is another by now. */
export function removePendingSkip(talkId: number, isSkipped: boolean): void {
	attempt(() => {
		if (localStorage.getItem(PREFIX + talkId) === String(isSkipped)) localStorage.removeItem(PREFIX + talkId);
	});
}

/** Drops all, as when somebody signs out. */
export function removePendingSkips(): void {
	for (const talkId of readPendingSkips().keys()) attempt(() => localStorage.removeItem(PREFIX + talkId));
}

/** Calls back when another tab put a talk off or brought it back, or dropped that because the server has it. */
export function onWaitingSkipElsewhere(callback: (talkId: number, isSkipped: boolean, isKept: boolean) => void): void {
	window.addEventListener("storage", ({ key, newValue, oldValue }) => {
		const talkId = key === null ? null : talkIdIn(key);
		if (talkId !== null) callback(talkId, (newValue ?? oldValue) === "true", newValue !== null);
	});
}

function talkIdIn(key: string): number | null {
	const talkId = key.startsWith(PREFIX) ? Number(key.slice(PREFIX.length)) : Number.NaN;
	return Number.isInteger(talkId) ? talkId : null;
}

function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// A browser that keeps nothing still sends what is put off while the page is open.
	}
}
