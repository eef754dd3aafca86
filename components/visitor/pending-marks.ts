import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";

/**
 * Presses that the server has not confirmed, in the browser's storage: a place for each, so that tabs which press at the
 * same time do not write over each other's. Where a browser keeps nothing, they last as long as the page.
 */
export type PendingMark = {
	readonly id: string;
	readonly talkId: number;
	/** `null` takes the mark away. */
	readonly status: MarkStatus | null;
	/** Milliseconds since 1970, on the server's clocks as far as they are known; later presses have later ones. */
	readonly at: number;
	/** The id of whose account it is; a guest's and nobody's become those of whoever signs in. */
	readonly owner?: string;
};

const PREFIX = "talkshelf.press.";

/** All that wait, from this and earlier pages and from other tabs, the earliest first. */
export function readPendingMarks(): PendingMark[] {
	const pending: PendingMark[] = [];
	attempt(() => {
		for (const key of Object.keys(localStorage)) {
			const mark = parsePendingMark(key, localStorage.getItem(key));
			if (mark) pending.push(mark);
		}
	});
	return pending.sort((a, b) => a.at - b.at);
}

export function savePendingMark({ id, talkId, status, at, owner }: PendingMark): void {
	const mark = [talkId, status, at, ...(owner === undefined ? [] : [owner])];
	attempt(() => localStorage.setItem(PREFIX + id, JSON.stringify(mark)));
}

export function removePendingMark({ id }: PendingMark): void {
	attempt(() => localStorage.removeItem(PREFIX + id));
}

/** Calls back when another tab kept a press, or dropped one because the server has it. */
export function onPendingMarkElsewhere(callback: (mark: PendingMark, isPending: boolean) => void): void {
	window.addEventListener("storage", ({ key, newValue, oldValue }) => {
		const mark = key !== null && parsePendingMark(key, newValue ?? oldValue);
		if (mark) callback(mark, newValue !== null);
	});
}

function parsePendingMark(key: string, text: string | null): PendingMark | null {
	if (!key.startsWith(PREFIX)) return null;
	try {
		const [talkId, status, at, owner]: unknown[] = JSON.parse(text ?? "");
		const known = MARK_STATUSES.find((each) => each === status) ?? null;
		if (!Number.isInteger(talkId) || !Number.isInteger(at) || known !== status) return null;
		const mark = { id: key.slice(PREFIX.length), talkId: talkId as number, status: known, at: at as number };
		return typeof owner === "string" ? { ...mark, owner } : mark;
	} catch {
		return null;
	}
}

function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// A browser that keeps nothing still sends what is pressed while the page is open.
	}
}
