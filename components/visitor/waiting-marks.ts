import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";

const STORAGE_KEY = "talkshelf.marks";

type WaitingMarks = ReadonlyMap<number, MarkStatus | null>;

/** Presses that an earlier page could not send; none where the browser keeps nothing or what it kept is damaged. */
export function readWaitingMarks(): WaitingMarks {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
		return new Map(Array.isArray(stored) ? stored.filter(isWaitingMark) : []);
	} catch {
		return new Map();
	}
}

export function writeWaitingMarks(waiting: WaitingMarks): void {
	try {
		if (waiting.size === 0) localStorage.removeItem(STORAGE_KEY);
		else localStorage.setItem(STORAGE_KEY, JSON.stringify([...waiting]));
	} catch {
		// A browser that keeps nothing still sends what is pressed while the page is open.
	}
}

function isWaitingMark(entry: unknown): entry is [number, MarkStatus | null] {
	if (!Array.isArray(entry) || entry.length !== 2) return false;
	const [talkId, status] = entry;
	return Number.isInteger(talkId) && (status === null || MARK_STATUSES.includes(status));
}
