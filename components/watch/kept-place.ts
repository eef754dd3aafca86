import { isOwner, type Owner, passesOn } from "@/components/notes/owner";
import type { Playback } from "@/lib/playback/types";

/** Where somebody stopped in a recording, as this browser keeps it. */
export type KeptPlace = Pick<Playback, "position" | "duration"> & {
	/** When they were there, by this device's clock: milliseconds since 1970. */
	readonly at: number;
	/** Whether the server has it, or will never. */
	readonly isSent: boolean;
	readonly owner?: Owner;
};

const PREFIX = "talkshelf.playback.";

/** What is kept of a talk for `owner`, or was kept of nobody or a guest; null where that is nothing, or is damaged. */
export function readKeptPlace(talkId: number, owner: Owner | undefined): KeptPlace | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + talkId) ?? "null");
		return isKeptPlace(kept) && (passesOn(kept.owner) || kept.owner?.id === owner?.id) ? kept : null;
	} catch {
		return null;
	}
}

export function keepPlace(talkId: number, place: KeptPlace): void {
	attempt(() => localStorage.setItem(PREFIX + talkId, JSON.stringify(place)));
}

export function dropKeptPlace(talkId: number): void {
	attempt(() => localStorage.removeItem(PREFIX + talkId));
}

/** Drops all, as when somebody signs out. */
export function dropKeptPlaces(): void {
	attempt(() => {
		for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
	});
}

function isKeptPlace(value: unknown): value is KeptPlace {
	const { position, duration, at, isSent, owner } = (value ?? {}) as Partial<KeptPlace>;
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
