import { isOwner, isTransferable, type Owner } from "@/components/visitor/owner";
import type { Playback } from "@/lib/recordings/playback/types";

/** Where somebody stopped in a recording, as this browser keeps it. */
export type SavedPosition = Pick<Playback, "position" | "duration"> & {
	/** When they were there, by this device's clock: milliseconds since 1970. */
	readonly at: number;
	/** Whether the server has it, or will never. */
	readonly isSent: boolean;
	readonly owner?: Owner;
};

const PREFIX = "talkshelf.playback.";

/** What is kept of a talk for `owner`, or was kept of nobody or a guest; null where that is nothing, or is damaged. */
export function readSavedPosition(talkId: number, owner: Owner | undefined): SavedPosition | null {
	try {
		const saved: unknown = JSON.parse(localStorage.getItem(PREFIX + talkId) ?? "null");
		return isSavedPosition(saved) && (isTransferable(saved.owner) || saved.owner?.id === owner?.id) ? saved : null;
	} catch {
		return null;
	}
}

export function savePosition(talkId: number, saved: SavedPosition): void {
	attempt(() => localStorage.setItem(PREFIX + talkId, JSON.stringify(saved)));
}

export function removeSavedPosition(talkId: number): void {
	attempt(() => localStorage.removeItem(PREFIX + talkId));
}

/** Drops all, as when somebody signs out. */
export function removeSavedPositions(): void {
	attempt(() => {
		for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
	});
}

function isSavedPosition(value: unknown): value is SavedPosition {
	const { position, duration, at, isSent, owner } = (value ?? {}) as Partial<SavedPosition>;
	return (
		Number.isFinite(position) &&
		(duration === null || Number.isFinite(duration)) &&
		Number.isFinite(at) &&
		typeof isSent === "boolean" &&
		(owner === undefined || isOwner(owner))
	);
}

function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// A browser that keeps nothing still tells the server while the page is open.
	}
}
