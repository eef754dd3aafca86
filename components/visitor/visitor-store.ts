import type { MarkStatus } from "@/lib/watchlist/types";
import { type Answer, inTurn, isWorthRetrying, Retry, readJson, refusalOf, sendJson } from "./sending";
import type { VisitorState } from "./types";
import {
	dropWaitingMark,
	dropWaitingMarks,
	keepWaitingMark,
	onWaitingMarkElsewhere,
	readWaitingMarks,
} from "./waiting-marks";

/**
 * The visitor's side of pages that are the same for everyone: who is looking, and their marks. A press shows at once
 * and waits in the browser, also over a reload, until the server has kept it.
 */

/** `undefined` while not known. */
let visitor: VisitorState["visitor"] | undefined;
/** The marks of the page's conference, or of all; `undefined` while not known. */
let kept: ReadonlyMap<number, MarkStatus> | undefined;

/** Presses that the server has not confirmed, the earliest first; `null` takes a mark away. */
const waiting = new Map<number, MarkStatus | null>();
/** Why the server would not keep a talk's mark. */
const refusals = new Map<number, string>();
/** Whether what waits could not be sent so far. */
let isStuck = false;

const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function notify(): void {
	for (const listener of listeners) listener();
}

/** The mark to show; `undefined` while it is not known. */
export function markOf(talkId: number): MarkStatus | null | undefined {
	const pressed = waiting.get(talkId);
	if (pressed !== undefined) return pressed;
	return kept ? (kept.get(talkId) ?? null) : confirmed.get(talkId)?.status;
}

/** What is wrong with a talk's mark, in words. */
export function problemOf(talkId: number): string | undefined {
	const refusal = refusals.get(talkId);
	if (refusal !== undefined) return `Not saved: ${refusal}`;
	return isStuck && waiting.has(talkId) ? "Not saved yet. Trying again…" : undefined;
}

/** Calls back once, with the marks of the page, when the server told them and has every press. Returns what ends the wait. */
export function onceSettled(callback: (marks: ReadonlyMap<number, MarkStatus>) => void): () => void {
	const stop = subscribe(() => {
		if (!kept || latestAnswered < latestLoad || waiting.size > 0) return;
		stop();
		callback(kept);
	});
	return stop;
}

/** How many presses could not be sent so far. */
export function countStuck(): number {
	return isStuck ? waiting.size : 0;
}

/** How many presses the server does not have yet. */
export function countWaiting(): number {
	return waiting.size;
}

/** The visitor; `undefined` while not known. */
export function currentVisitor(): VisitorState["visitor"] | undefined {
	return visitor;
}

let shownConference: string | undefined;
let isShown = false;

/** Asks for what the page at `pathname` shows: the marks of its conference, or all of them. */
export function showVisitorAt(pathname: string): void {
	const slug = /^\/conferences\/([^/]+)/.exec(pathname)?.[1];
	const conference = slug && decodeURIComponent(slug);
	// Marks of another conference say nothing about this page's.
	if (conference !== shownConference) kept = undefined;
	shownConference = conference;
	if (!isShown) {
		isShown = true;
		for (const [talkId, mark] of readWaitingMarks()) if (!waiting.has(talkId)) waiting.set(talkId, mark);
		onWaitingMarkElsewhere(followOtherTab);
		window.addEventListener("online", () => void sendWaitingMarks());
		void sendWaitingMarks();
	}
	void loadVisitor();
}

let latestLoad = 0;
let latestAnswered = 0;
/** What the server confirmed, and after which question: an earlier question's answer does not take that back. */
const confirmed = new Map<number, { readonly status: MarkStatus | null; readonly load: number }>();
const reload = new Retry();

async function loadVisitor(): Promise<void> {
	const load = ++latestLoad;
	const query = shownConference ? `?${new URLSearchParams({ conference: shownConference })}` : "";
	const answer = await readJson(`/api/visitor${query}`);
	// A slower answer to an earlier question must not replace this page's marks.
	if (load !== latestLoad) return;
	if (isWorthRetrying(answer) || answer.status !== 200) {
		reload.again(() => void loadVisitor());
		return;
	}
	reload.reset();
	latestAnswered = load;
	const state = answer.body as VisitorState;
	visitor = state.visitor;
	kept = new Map(state.marks);
	for (const [talkId, { status, load: asked }] of confirmed) {
		if (asked === load) keep(talkId, status);
		else confirmed.delete(talkId);
	}
	notify();
}

/** Sets the visitor's mark of a talk: at once on the page, and on the server as soon as it answers. */
export function setMark(talkId: number, status: MarkStatus | null): void {
	// Deleted first, so that the latest press is the last to be sent.
	waiting.delete(talkId);
	waiting.set(talkId, status);
	refusals.delete(talkId);
	keepWaitingMark(talkId, status);
	notify();
	void sendWaitingMarks();
}

/** What this browser still keeps of the visitor is dropped, as when somebody signs out. */
export function forgetVisitor(): void {
	waiting.clear();
	refusals.clear();
	dropWaitingMarks();
}

/** Another tab's press is the later one; what it dropped, the server has. */
function followOtherTab(talkId: number, mark: MarkStatus | null | undefined): void {
	const own = waiting.get(talkId);
	if (mark === undefined && own !== undefined) {
		waiting.delete(talkId);
		keep(talkId, own);
	} else if (mark !== undefined) {
		keep(talkId, mark);
		// That tab sends it. If it is closed first, the next page does.
		if (own !== undefined) waiting.set(talkId, mark);
	}
	notify();
}

let isSending = false;
const retry = new Retry();

async function sendWaitingMarks(): Promise<void> {
	if (isSending) return;
	isSending = true;
	try {
		let next = firstWaiting();
		while (next && (await send(next.talkId, next.status))) next = firstWaiting();
	} finally {
		isSending = false;
	}
	notify();
}

function firstWaiting(): { talkId: number; status: MarkStatus | null } | undefined {
	for (const [talkId, status] of waiting) return { talkId, status };
	return undefined;
}

/** Whether the next one may be tried. */
async function send(talkId: number, status: MarkStatus | null): Promise<boolean> {
	const answer = await inTurn(Boolean(visitor), () => sendJson(`/api/marks/${talkId}`, "PUT", { status }));
	if (isWorthRetrying(answer) || isNotOurs(answer, status)) {
		isStuck = true;
		retry.again(() => void sendWaitingMarks());
		notify();
		return false;
	}
	isStuck = false;
	retry.reset();
	// Pressed again meanwhile, it is sent again.
	if (waiting.get(talkId) === status) {
		waiting.delete(talkId);
		dropWaitingMark(talkId, status);
	}
	if (answer.status === 200) {
		confirmed.set(talkId, { status, load: latestLoad });
		keep(talkId, status);
		if (!visitor) await loadVisitor();
	} else {
		refusals.set(talkId, refusalOf(answer));
	}
	notify();
	return true;
}

/** A mark is kept when the server says which; anything else that calls itself an answer is a proxy's. */
function isNotOurs({ status, body }: Answer, mark: MarkStatus | null): boolean {
	return status === 200 && (body as { status?: unknown } | null)?.status !== mark;
}

function keep(talkId: number, status: MarkStatus | null): void {
	const marks = new Map(kept);
	if (status) marks.set(talkId, status);
	else marks.delete(talkId);
	kept = kept && marks;
}
