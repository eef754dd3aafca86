import type { MarkStatus } from "@/lib/marks/status";
import type { MarksResponse } from "@/lib/marks/types";
import {
	type ApiResponse,
	errorMessageOf,
	isWorthRetrying,
	Retry,
	readJson,
	sendJson,
	whyLater,
	withLock,
} from "./api-client";
import {
	onPendingMarkElsewhere,
	type PendingMark,
	readPendingMarks,
	removePendingMark,
	savePendingMark,
} from "./pending-marks";
import type { VisitorState } from "./types";

/**
 * The visitor's side of pages that are the same for everyone: who is looking, and their marks. A press shows at once
 * and waits in the browser, also over a reload, until the server has kept it.
 */

/** `undefined` while not known. */
let visitor: VisitorState["visitor"] | undefined;
/** The marks of the page's conference, or of all; `undefined` while not known. */
let kept: ReadonlyMap<number, MarkStatus> | undefined;

/** Presses that the server has not confirmed, the earliest first, by id. */
const waiting = new Map<string, PendingMark>();
/** What the latest of them makes of each talk; `null` takes a mark away. */
let pressed = new Map<number, MarkStatus | null>();
/** Why the server would not keep a talk's mark. */
const refusals = new Map<number, string>();
/** Whether what waits could not be sent so far, and why where the server said so. */
let isStuck = false;
let stuckReason = "";

type Listener = () => void;

const listeners = new Set<Listener>();
/** By talk: a page has hundreds, and a press is about one of them. */
const talkListeners = new Map<number, Set<Listener>>();

/** Calls back whenever anything changed. Returns what ends it. */
export function subscribe(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Calls back whenever the mark of a talk may have changed. Returns what ends it. */
export function subscribeToTalk(talkId: number, listener: Listener): () => void {
	const ofTalk = talkListeners.get(talkId) ?? new Set();
	talkListeners.set(talkId, ofTalk.add(listener));
	return () => ofTalk.delete(listener);
}

/** `talkIds` are the talks whose marks may have changed; all, where they are not said. */
function notify(talkIds: Iterable<number> = talkListeners.keys()): void {
	for (const listener of listeners) listener();
	for (const talkId of new Set(talkIds)) for (const listener of talkListeners.get(talkId) ?? []) listener();
}

/** The mark to show; `undefined` while it is not known. */
export function markOf(talkId: number): MarkStatus | null | undefined {
	const latest = pressed.get(talkId);
	if (latest !== undefined) return latest;
	return kept ? (kept.get(talkId) ?? null) : confirmed.get(talkId)?.status;
}

/** What is wrong with a talk's mark, in words. */
export function problemOf(talkId: number): string | undefined {
	const refusal = refusals.get(talkId);
	if (refusal !== undefined) return `Not saved: ${refusal}`;
	if (heldPresses().some((made) => made.talkId === talkId))
		return "Not saved yet: your session has ended. Sign in again.";
	return isStuck && pressed.has(talkId) ? "Not saved yet. Trying again…" : undefined;
}

/** Calls back with the marks of the page whenever the server told them and has every press. Returns what ends it. */
export function onSettled(callback: (marks: ReadonlyMap<number, MarkStatus>) => void): () => void {
	return subscribe(() => {
		if (kept && latestAnswered >= latestLoad && countPending() === 0) callback(kept);
	});
}

/** The same, once. */
export function whenSynced(callback: (marks: ReadonlyMap<number, MarkStatus>) => void): () => void {
	const stop = onSettled((marks) => {
		stop();
		callback(marks);
	});
	return stop;
}

let actionCount = 0;

/** How often something was done to talks since the document was loaded. */
export function countActions(): number {
	return actionCount;
}

/** Something other than a mark was done to talks. */
export function countAction(): void {
	actionCount++;
}

/** How many presses could not be sent so far. */
export function countStuck(): number {
	return isStuck ? countUnsaved() : heldPresses().length;
}

/** Why that is, in a sentence, where the server said so. */
export function whyStuck(): string {
	return isStuck ? stuckReason : "";
}

/** How many presses of the visitor the server does not have yet. */
export function countUnsaved(): number {
	return ownPresses().length;
}

/** How many of them are on their way, or will be. */
export function countPending(): number {
	return ownPresses().length - heldPresses().length;
}

/** All that wait, but for those of somebody else with an account, who was signed in here before. */
function ownPresses(): PendingMark[] {
	return [...waiting.values()].filter(({ owner }) => !visitor || owner === undefined || owner === visitor.id);
}

/** Those of somebody whose session has ended, and who may be back. */
function heldPresses(): PendingMark[] {
	return visitor === null ? [...waiting.values()].filter(({ owner }) => owner !== undefined) : [];
}

/** The visitor; `undefined` while not known. */
export function currentVisitor(): VisitorState["visitor"] | undefined {
	return visitor;
}

let shownConference: string | undefined;
let isShown = false;

/** The pages of a conference that show talks of others, too, are those of its speakers. */
const OF_ONE_CONFERENCE = /^\/conferences\/([^/]+)(?!\/speakers\/)(?:\/|$)/;

/** Asks for what the page at `pathname` shows: the marks of its conference, or all of them. */
export function showVisitorAt(pathname: string): void {
	const slug = OF_ONE_CONFERENCE.exec(pathname)?.[1];
	const conference = slug && decodeURIComponent(slug);
	// Marks of one conference say nothing about another's.
	if (conference !== shownConference && shownConference !== undefined) kept = undefined;
	shownConference = conference;
	if (!isShown) {
		isShown = true;
		const early = [...waiting.values()];
		waiting.clear();
		for (const press of [...readPendingMarks(), ...early]) addWaiting(press);
		onPendingMarkElsewhere(followOtherTab);
		window.addEventListener("online", sendWaitingMarks);
		window.addEventListener("pagehide", sendWaitingMarks);
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
	const before = visitor;
	visitor = state.visitor;
	removeWaiting([]);
	kept = new Map(state.marks);
	const offset = state.now - Date.now();
	clockOffset = Math.abs(offset) < SMALLEST_OFFSET ? 0 : offset;
	for (const [talkId, { status, load: asked }] of confirmed) {
		if (asked === load) keep(talkId, status);
		else confirmed.delete(talkId);
	}
	notify();
	// Whoever is back may have left something that waits.
	if (before?.id !== visitor?.id) void sendWaitingMarks();
}

/** How far the server's clocks are ahead of this one's, in milliseconds. */
let clockOffset = 0;
/** Less than this may be the way to the server. */
const SMALLEST_OFFSET = 10_000;
let lastPressAt = 0;

/** Sets the visitor's mark of a talk: at once on the page, and on the server as soon as it answers. */
export function setMark(talkId: number, status: MarkStatus | null): void {
	setMarks([{ talkId, status }]);
}

export type MarkChange = { readonly talkId: number; readonly status: MarkStatus | null };

/** Sets many marks, which are one thing to undo. */
export function setMarks(marks: readonly MarkChange[]): void {
	rememberUndo(marks.flatMap(({ talkId }) => (markOf(talkId) === undefined ? [] : [[talkId, markOf(talkId) ?? null]])));
	press(marks);
}

function press(marks: readonly MarkChange[]): void {
	countAction();
	for (const { talkId, status } of marks) {
		// Later than the one before, also within a millisecond.
		lastPressAt = Math.max(Date.now() + clockOffset, lastPressAt + 1);
		const id = Math.random().toString(36).slice(2) + lastPressAt.toString(36);
		const owner = visitor && !visitor.isGuest ? { owner: visitor.id } : {};
		const made = { id, talkId, status, at: lastPressAt, ...owner };
		savePendingMark(made);
		addWaiting(made);
		refusals.delete(talkId);
	}
	notify(marks.map(({ talkId }) => talkId));
	// What was pressed is painted first. A page that is not shown paints nothing.
	if (document.hidden) void sendWaitingMarks();
	else requestAnimationFrame(() => setTimeout(sendWaitingMarks));
}

function addWaiting(made: PendingMark): void {
	waiting.set(made.id, made);
	if (made.at < lastPressAt) {
		// Another tab's, heard of after what was pressed here later.
		const inOrder = [...waiting.values()].sort((a, b) => a.at - b.at);
		waiting.clear();
		for (const each of inOrder) waiting.set(each.id, each);
		removeWaiting([]);
	} else if (!visitor || made.owner === undefined || made.owner === visitor.id) {
		pressed.set(made.talkId, made.status);
	}
	lastPressAt = Math.max(lastPressAt, made.at);
}

function removeWaiting(made: readonly PendingMark[]): void {
	for (const { id } of made) waiting.delete(id);
	pressed = new Map(ownPresses().map(({ talkId, status }) => [talkId, status]));
}

type Before = readonly (readonly [talkId: number, status: MarkStatus | null])[];

/** In this tab's storage: what the marks were before each thing that was done. */
const UNDO_KEY = "talkshelf.undo";
const MAX_UNDOS = 50;

function readUndos(): Before[] {
	try {
		return JSON.parse(sessionStorage.getItem(UNDO_KEY) ?? "[]");
	} catch {
		return [];
	}
}

function writeUndos(undos: readonly Before[]): void {
	try {
		if (undos.length === 0) sessionStorage.removeItem(UNDO_KEY);
		else sessionStorage.setItem(UNDO_KEY, JSON.stringify(undos.slice(-MAX_UNDOS)));
	} catch {
		// A browser that keeps nothing cannot undo.
	}
}

function rememberUndo(before: Before): void {
	if (before.length > 0) writeUndos([...readUndos(), before]);
}

/** Undoes what was last done in this tab. Answers how many marks are again what they were. */
export function undoLast(): number {
	const undos = readUndos();
	const before = undos.pop() ?? [];
	writeUndos(undos);
	press(before.map(([talkId, status]) => ({ talkId, status })));
	return before.length;
}

/** What this browser still keeps of a visitor, by id, is dropped, as when they sign out; what another account's is stays. */
export function forgetVisitor(id: string | undefined): void {
	const isTheirs = ({ owner }: PendingMark) => owner === undefined || owner === id;
	for (const made of readPendingMarks()) if (isTheirs(made)) removePendingMark(made);
	removeWaiting([...waiting.values()].filter(isTheirs));
	refusals.clear();
	writeUndos([]);
}

/** Another tab sends what it keeps. If it is closed first, this one does. What it dropped, the server has. */
function followOtherTab(made: PendingMark, isKept: boolean): void {
	if (isKept) addWaiting(made);
	else if (waiting.has(made.id)) {
		removeWaiting([made]);
		keep(made.talkId, made.status);
	}
	notify();
}

/** More wait for the next request, so that one that outlives its page is short enough. */
const MAX_BATCH_SIZE = 100;

let isSending = false;
const retry = new Retry();

async function sendWaitingMarks(): Promise<void> {
	if (isSending) return;
	isSending = true;
	try {
		for (let next = nextToSend(); next.length > 0; next = nextToSend()) if (!(await send(next))) break;
	} finally {
		isSending = false;
	}
	notify([]);
}

/** Presses of one owner; those of an account are sent where it is signed in, as far as that is known. */
function nextToSend(): PendingMark[] {
	const isReady = ({ owner }: PendingMark) => owner === undefined || visitor === undefined || owner === visitor?.id;
	const ready = [...waiting.values()].filter(isReady);
	return ready.filter(({ owner }) => owner === ready[0]?.owner).slice(0, MAX_BATCH_SIZE);
}

/** Whether the next ones may be tried. */
async function send(presses: readonly PendingMark[]): Promise<boolean> {
	const answer = await withLock(Boolean(visitor), () => sendJson("/api/marks", "POST", { presses }));
	if (isWorthRetrying(answer) || isNotOurs(answer) || answer.status === 401) {
		isStuck = true;
		// Somebody else is signed in by now, or nobody.
		if (answer?.status === 401) void loadVisitor();
		stuckReason = answer?.status === 429 ? whyLater(answer) : "";
		retry.again(() => void sendWaitingMarks());
		notify();
		return false;
	}
	const wasStuck = isStuck;
	isStuck = false;
	retry.reset();
	removeWaiting(presses);
	if (answer.status === 200) {
		const { marks, refused } = answer.body as MarksResponse;
		for (const [talkId, status] of marks) {
			confirmed.set(talkId, { status, load: latestLoad });
			keep(talkId, status);
		}
		for (const made of presses) refuse([made], new Map(refused).get(made.id));
	} else {
		refuse(presses, errorMessageOf(answer));
	}
	for (const made of presses) {
		// What became of it, where that is not what was pressed: other tabs take what was dropped for what the server has.
		const status = (kept ? kept.get(made.talkId) : confirmed.get(made.talkId)?.status) ?? null;
		if (status !== made.status) savePendingMark({ ...made, status });
		removePendingMark(made);
	}
	if (answer.status === 200 && !visitor) await loadVisitor();
	notify(wasStuck ? undefined : presses.map(({ talkId }) => talkId));
	return true;
}

function refuse(presses: readonly PendingMark[], message: string | undefined): void {
	for (const { talkId } of presses) if (message !== undefined) refusals.set(talkId, message);
}

/** Marks are kept when the server says what they are; anything else that calls itself an answer is a proxy's. */
function isNotOurs({ status, body }: ApiResponse): boolean {
	return status === 200 && !Array.isArray((body as { marks?: unknown } | null)?.marks);
}

function keep(talkId: number, status: MarkStatus | null): void {
	const marks = new Map(kept);
	if (status) marks.set(talkId, status);
	else marks.delete(talkId);
	kept = kept && marks;
}
