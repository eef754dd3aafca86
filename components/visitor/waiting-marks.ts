import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";

/**
 * Presses that the server has not confirmed, in the browser's storage: a place for each, so that tabs which press at the
 * same time do not write over each other's. Where a browser keeps nothing, they last as long as the page.
 */
export type WaitingPress = {
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
export function readWaitingPresses(): WaitingPress[] {
	const waiting: WaitingPress[] = [];
	attempt(() => {
		for (const key of Object.keys(localStorage)) {
			const press = parsePress(key, localStorage.getItem(key));
			if (press) waiting.push(press);
		}
	});
	return waiting.sort((a, b) => a.at - b.at);
}

export function keepWaitingPress({ id, talkId, status, at, owner }: WaitingPress): void {
	const press = [talkId, status, at, ...(owner === undefined ? [] : [owner])];
	attempt(() => localStorage.setItem(PREFIX + id, JSON.stringify(press)));
}

export function dropWaitingPress({ id }: WaitingPress): void {
	attempt(() => localStorage.removeItem(PREFIX + id));
}

/** Calls back when another tab kept a press, or dropped one because the server has it. */
export function onWaitingPressElsewhere(callback: (press: WaitingPress, isKept: boolean) => void): void {
	window.addEventListener("storage", ({ key, newValue, oldValue }) => {
		const press = key !== null && parsePress(key, newValue ?? oldValue);
		if (press) callback(press, newValue !== null);
	});
}

function parsePress(key: string, text: string | null): WaitingPress | null {
	if (!key.startsWith(PREFIX)) return null;
	try {
		const [talkId, status, at, owner]: unknown[] = JSON.parse(text ?? "");
		const known = MARK_STATUSES.find((each) => each === status) ?? null;
		if (!Number.isInteger(talkId) || !Number.isInteger(at) || known !== status) return null;
		const press = { id: key.slice(PREFIX.length), talkId: talkId as number, status: known, at: at as number };
		return typeof owner === "string" ? { ...press, owner } : press;
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
