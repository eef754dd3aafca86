import type { MarkStatus } from "@/lib/watchlist/types";
import { inTurn, isWorthRetrying, Retry, readJson, refusalOf, sendJson } from "./sending";
import type { VisitorState } from "./types";
import { readWaitingMarks, writeWaitingMarks } from "./waiting-marks";

/**
 * The visitor's side of pages that are the same for everyone: who is looking, and their marks. A press shows at once
 * and waits in the browser, also over a reload, until the server has kept it.
 */

type Visitor = VisitorState["visitor"];

let isLoaded = false;
let visitor: Visitor = null;
let kept: ReadonlyMap<number, MarkStatus> = new Map();
let noted: ReadonlySet<number> = new Set();

/** Presses that the server has not confirmed, the earliest first; `null` takes a mark away. */
const waiting = new Map<number, MarkStatus | null>();
/** What went wrong with a talk's mark, in words. */
const problems = new Map<number, string>();

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
	return isLoaded ? (kept.get(talkId) ?? null) : undefined;
}

export function problemOf(talkId: number): string | undefined {
	return problems.get(talkId);
}

export function hasNote(talkId: number): boolean {
	return noted.has(talkId);
}

/** Calls back once, with the marks of the page, when the server told them and has every press. Returns what ends the wait. */
export function onceSettled(callback: (marks: ReadonlyMap<number, MarkStatus>) => void): () => void {
	const stop = subscribe(() => {
		if (latestAnswered < latestLoad || waiting.size > 0) return;
		stop();
		callback(kept);
	});
	return stop;
}

/** How many presses could not be sent so far. */
export function countStuck(): number {
	return isStuck ? waiting.size : 0;
}

/** The visitor; `undefined` while not known. */
export function currentVisitor(): Visitor | undefined {
	return isLoaded ? visitor : undefined;
}

let latestLoad = 0;
let latestAnswered = 0;
/** What the server confirmed since it was last asked: an answer that it gave before does not take that back. */
const confirmed = new Map<number, MarkStatus | null>();

async function loadVisitor(): Promise<void> {
	const load = ++latestLoad;
	confirmed.clear();
	if (waiting.size === 0) takeUpWaitingMarks();
	const query = shownConference ? `?${new URLSearchParams({ conference: shownConference })}` : "";
	const response = await readJson(`/api/visitor${query}`);
	if (!response?.ok) return;
	const state: VisitorState = await response.json();
	// A slower answer to an earlier question must not replace this page's marks.
	if (load !== latestLoad) return;
	latestAnswered = load;
	isLoaded = true;
	visitor = state.visitor;
	kept = new Map(state.marks);
	for (const [talkId, status] of confirmed) keep(talkId, status);
	noted = new Set(state.noted);
	notify();
}

let shownConference: string | undefined;

/** Asks for what the page at `pathname` shows: the marks of its conference, or all of them. */
export function showVisitorAt(pathname: string): void {
	const slug = /^\/conferences\/([^/]+)/.exec(pathname)?.[1];
	shownConference = slug && decodeURIComponent(slug);
	void loadVisitor();
}

/** Sets the visitor's mark of a talk: at once on the page, and on the server as soon as it answers. */
export function setMark(talkId: number, status: MarkStatus | null): void {
	// Deleted first, so that the latest press is the last to be sent.
	waiting.delete(talkId);
	waiting.set(talkId, status);
	problems.delete(talkId);
	writeWaitingMarks(waiting);
	notify();
	void sendWaitingMarks();
}

/** What this browser still keeps of the visitor is dropped, as when somebody signs out. */
export function forgetVisitor(): void {
	waiting.clear();
	problems.clear();
	writeWaitingMarks(waiting);
}

function takeUpWaitingMarks(): void {
	for (const [talkId, status] of readWaitingMarks()) waiting.set(talkId, status);
	if (waiting.size > 0) void sendWaitingMarks();
}

let isSending = false;
let isStuck = false;
const retry = new Retry();

async function sendWaitingMarks(): Promise<void> {
	if (isSending) return;
	isSending = true;
	try {
		await inTurn(async () => {
			for (let next = firstWaiting(); next; next = firstWaiting()) {
				if (!(await send(next.talkId, next.status))) return;
			}
		});
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
	const response = await sendJson(`/api/marks/${talkId}`, "PUT", { status });
	isStuck = isWorthRetrying(response);
	if (isWorthRetrying(response)) {
		for (const id of waiting.keys()) problems.set(id, "Not saved yet. Trying again…");
		retry.again(() => void sendWaitingMarks());
		notify();
		return false;
	}
	retry.reset();
	problems.delete(talkId);
	const wasPressedAgain = waiting.get(talkId) !== status;
	if (!wasPressedAgain) {
		waiting.delete(talkId);
		writeWaitingMarks(waiting);
	}
	if (response.ok) {
		// An answer that is not read to its end counts as given up.
		await response.arrayBuffer();
		confirmed.set(talkId, status);
		keep(talkId, status);
		if (!visitor) void loadVisitor();
	} else {
		problems.set(talkId, `Not saved: ${await refusalOf(response)}`);
	}
	notify();
	return true;
}

function keep(talkId: number, status: MarkStatus | null): void {
	const marks = new Map(kept);
	if (status) marks.set(talkId, status);
	else marks.delete(talkId);
	kept = marks;
}

if (typeof window !== "undefined") window.addEventListener("online", () => void sendWaitingMarks());
