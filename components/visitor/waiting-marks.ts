import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";

/**
 * Presses that the server has not confirmed, in the browser's storage: a place for each talk, so that tabs which press at
 * the same time do not write over each other's. Where a browser keeps nothing, they last as long as the page.
 */

const PREFIX = "talkshelf.mark.";

type WaitingMark = MarkStatus | null;

/** All that wait, from this and earlier pages. */
export function readWaitingMarks(): Map<number, WaitingMark> {
	const waiting = new Map<number, WaitingMark>();
	attempt(() => {
		for (const key of Object.keys(localStorage)) {
			const talkId = talkOf(key);
			const mark = talkId === null ? undefined : parseMark(localStorage.getItem(key));
			if (talkId !== null && mark !== undefined) waiting.set(talkId, mark);
		}
	});
	return waiting;
}

export function keepWaitingMark(talkId: number, mark: WaitingMark): void {
	attempt(() => localStorage.setItem(PREFIX + talkId, JSON.stringify(mark)));
}

/** Drops a talk's, unless it is another by now. */
export function dropWaitingMark(talkId: number, mark: WaitingMark): void {
	attempt(() => {
		if (parseMark(localStorage.getItem(PREFIX + talkId)) === mark) localStorage.removeItem(PREFIX + talkId);
	});
}

/** Drops all, as when somebody signs out. */
export function dropWaitingMarks(): void {
	for (const talkId of readWaitingMarks().keys()) attempt(() => localStorage.removeItem(PREFIX + talkId));
}

/** Calls back when another tab kept a talk's press, or (`undefined`) dropped it because the server has it. */
export function onWaitingMarkElsewhere(callback: (talkId: number, mark: WaitingMark | undefined) => void): void {
	window.addEventListener("storage", ({ key, newValue }) => {
		const talkId = key === null ? null : talkOf(key);
		if (talkId !== null) callback(talkId, parseMark(newValue));
	});
}

function talkOf(key: string): number | null {
	const id = key.startsWith(PREFIX) ? Number(key.slice(PREFIX.length)) : Number.NaN;
	return Number.isInteger(id) ? id : null;
}

function parseMark(text: string | null): WaitingMark | undefined {
	try {
		const mark: unknown = JSON.parse(text ?? "");
		return MARK_STATUSES.find((status) => status === mark) ?? (mark === null ? null : undefined);
	} catch {
		return undefined;
	}
}

function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// A browser that keeps nothing still sends what is pressed while the page is open.
	}
}
