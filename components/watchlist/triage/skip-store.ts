import { type ApiResponse, isWorthRetrying, Retry, sendJson, withLock } from "@/components/visitor/api-client";
import { currentVisitor } from "@/components/visitor/visitor-store";
import { MAX_SKIPS } from "@/lib/watchlist/triage/schema";
import { onWaitingSkipElsewhere, readPendingSkips, removePendingSkip, savePendingSkip } from "./skip-storage";

/** Talks that the visitor put off: shown at once, and kept in the browser until the server has them. */

/** What the server has not confirmed. */
const waiting = new Map<number, boolean>();
/** What it confirmed since this document was loaded. */
const confirmed = new Map<number, boolean>();

/**
 * Milliseconds for which the browser keeps what the server has confirmed: a page that was made before may be on its way, and
 * would not know of it. Sending it once more changes nothing.
 */
const ON_ITS_WAY = 10_000;

const listeners = new Set<() => void>();

export function subscribeToSkips(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Whether a talk is put off; `undefined` where only the server knows. */
export function skipOf(talkId: number): boolean | undefined {
	return waiting.get(talkId) ?? confirmed.get(talkId);
}

/** Puts talks off, or brings them back. */
export function setSkipped(talkIds: readonly number[], isSkipped: boolean): void {
	for (const talkId of talkIds) {
		waiting.set(talkId, isSkipped);
		savePendingSkip(talkId, isSkipped);
	}
	notify();
	void sendWaiting();
}

let isFollowing = false;

/** Takes up what earlier pages could not send, and follows what other tabs do. */
export function resumePendingSkips(): void {
	if (!isFollowing) {
		isFollowing = true;
		onWaitingSkipElsewhere(followOtherTab);
		window.addEventListener("online", sendWaiting);
	}
	for (const [talkId, isSkipped] of readPendingSkips()) if (!waiting.has(talkId)) waiting.set(talkId, isSkipped);
	if (waiting.size === 0) return;
	notify();
	void sendWaiting();
}

/** Another tab sends what it keeps. If it is closed first, this one does. What it dropped, the server has. */
function followOtherTab(talkId: number, isSkipped: boolean, isKept: boolean): void {
	if (isKept) waiting.set(talkId, isSkipped);
	else if (waiting.get(talkId) === isSkipped) {
		waiting.delete(talkId);
		confirmed.set(talkId, isSkipped);
	}
	notify();
}

let isSending = false;
const retry = new Retry();

async function sendWaiting(): Promise<void> {
	if (isSending) return;
	isSending = true;
	try {
		for (let next = nextToSend(); next; next = nextToSend()) if (!(await send(next))) break;
	} finally {
		isSending = false;
	}
}

type Skips = { readonly talkIds: readonly number[]; readonly skipped: boolean };

function nextToSend(): Skips | null {
	const [first] = waiting.values();
	if (first === undefined) return null;
	const alike = [...waiting].filter(([, isSkipped]) => isSkipped === first);
	return { talkIds: alike.slice(0, MAX_SKIPS).map(([talkId]) => talkId), skipped: first };
}

/** Whether the next may be sent. */
async function send(skips: Skips): Promise<boolean> {
	const answer = await withLock(Boolean(currentVisitor()), () => sendJson("/api/triage/skips", "POST", skips));
	if (isWorthRetrying(answer) || isNotOurs(answer)) {
		retry.again(() => void sendWaiting());
		return false;
	}
	retry.reset();
	const { length } = skips.talkIds;
	if (answer.status === 404 && length > 1) {
		// The schedule no longer has one of them, and all were refused for it.
		const halves = [skips.talkIds.slice(0, length / 2), skips.talkIds.slice(length / 2)];
		for (const talkIds of halves) if (!(await send({ ...skips, talkIds }))) return false;
		return true;
	}
	for (const talkId of skips.talkIds) {
		// Decided otherwise meanwhile, it is sent again.
		if (waiting.get(talkId) !== skips.skipped) continue;
		waiting.delete(talkId);
		confirmed.set(talkId, skips.skipped);
		setTimeout(() => {
			if (!waiting.has(talkId)) removePendingSkip(talkId, skips.skipped);
		}, ON_ITS_WAY);
	}
	notify();
	return true;
}

/** Anything else that calls itself an answer is a proxy's. */
function isNotOurs({ status, body }: ApiResponse): boolean {
	return status === 200 && typeof (body as { skipped?: unknown } | null)?.skipped !== "boolean";
}

function notify(): void {
	for (const listener of listeners) listener();
}
