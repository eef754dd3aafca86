import {
	type ApiResponse,
	errorMessageOf,
	isWorthRetrying,
	Retry,
	readJson,
	sendJson,
	withLock,
} from "@/components/visitor/api-client";
import { currentOwner, isTransferable, type Owner, saveOwner } from "@/components/visitor/owner";
import { isSameContent } from "@/lib/notes/content";
import { createPatch } from "@/lib/notes/patch";
import { type ConflictChoice, type Reconciled, reconcile, resolveConflict } from "@/lib/notes/reconcile";
import { toStorableContent } from "@/lib/notes/storable";
import { NO_NOTE, type RevisedNote } from "@/lib/notes/types";
import { type Draft, EMPTY_DRAFT, newTakeawayId } from "./draft";
import {
	COMPOSED_REVISION,
	hasDraftOfOthers,
	readDraft,
	removeDraft,
	removeDraftOf,
	type SavedDraft,
	saveDraft,
} from "./draft-storage";
import { parseNote, parseOwner, parseRevision } from "./note-response";
import { onReconnect } from "./reconnect";
import { NO_STORAGE, NOT_SAVED, OFFLINE, type SaveState } from "./save-state";

/**
 * The life of one open note, outside of React: read from the server and from what the browser kept, changed, kept in
 * the browser with every change, sent when typing pauses, and merged with what was written elsewhere. What is typed is in
 * the browser before anything else can go wrong.
 */

export type NoteView = { readonly draft: Draft; readonly state: SaveState };

export const LOADING: NoteView = { draft: EMPTY_DRAFT, state: { kind: "loading" } };

const PAUSE_MS = 500;

const open = new Map<number, NoteSession>();

/** Whether a talk's note is open on this page. */
export function isNoteOpen(talkId: number): boolean {
	return open.has(talkId);
}

export class NoteSession {
	readonly #address: string;
	readonly #talkId: number;
	readonly #show: (view: NoteView) => void;
	#draft: Draft = EMPTY_DRAFT;
	/** The draft that last came from elsewhere, and all that was made of it here. */
	#own = new WeakSet<Draft>([EMPTY_DRAFT]);
	#state: SaveState = { kind: "loading" };
	/** The server's note that the draft was made from; `undefined` while that is not known. */
	#base: RevisedNote | undefined;
	#baseId = newTakeawayId();
	/** Of what was kept before bases were. */
	#baseRevision: number | undefined;
	/** The server's note, while places in conflict with it are not decided. Nothing is sent until they are. */
	#theirs: RevisedNote | undefined;
	/** Sent and not answered. The server may have it, so it is sent again before anything newer: then both know. */
	#unanswered: Draft | undefined;
	#owner: Owner | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #retry = new Retry();
	/** Whether there is anything that the server may not have. */
	#hasChanges = false;
	/** Whether any of it was written on this page. */
	#isTyped = false;
	#isReading = false;
	#isSending = false;
	#sentCount = 0;
	/** How often in a row the server did not take this for its owner's. */
	#strangerCount = 0;
	#isClosed = false;
	#stopWaking = () => {};

	constructor(talkId: number, show: (view: NoteView) => void) {
		this.#talkId = talkId;
		this.#address = `/api/notes/${talkId}`;
		this.#show = show;
	}

	/** Shows what the browser kept at once, and what the server has as soon as it answers. */
	async open(): Promise<void> {
		open.set(this.#talkId, this);
		this.#stopWaking = onReconnect(() => this.refresh());
		const kept = readDraft(this.#talkId, currentOwner());
		if (kept) {
			this.#take(kept);
			this.#set(kept.draft, { kind: "saving" });
		}
		await this.#read();
	}

	/** Takes over what was typed. `from` is the draft that was shown then, where another may have come from elsewhere. */
	change(draft: Draft, from: Draft = this.#draft): void {
		const changed = this.#own.has(from) ? draft : rebased(from, draft, this.#draft);
		this.#own.add(changed);
		this.#hasChanges = true;
		this.#isTyped = true;
		const isKept = this.#keep(changed);
		const { kind } = this.#state;
		// While it cannot be sent, what is wrong stays there to read.
		const isStuck = kind === "loading" || kind === "ended" || kind === "conflict" || kind === "waiting";
		if (isStuck) this.#set(changed, this.#state);
		else this.#set(changed, isKept ? { kind: "saving" } : { kind: "waiting", reason: NO_STORAGE });
		if (kind !== "loading" && kind !== "ended") this.#sendLater();
	}

	/** Decides one of the places in conflict. */
	resolve(key: string, choice: ConflictChoice): void {
		const [base, theirs] = [this.#base, this.#theirs];
		if (!base || !theirs) return;
		this.#isTyped = true;
		this.#merge(resolveConflict({ base, mine: this.#draft, theirs }, { key, choice }, newTakeawayId), theirs);
	}

	/** Brings in what was written elsewhere, as when somebody comes back to the page; and sends what waits. */
	refresh(): void {
		const { kind } = this.#state;
		if (this.#hasChanges && (kind === "saving" || kind === "waiting")) void this.#send();
		else void this.#read();
	}

	/** Sends what waits without a pause, as when the page is being left. */
	flush(): void {
		if (!this.#hasChanges) return;
		// Another tab with the same talk may have written over what this one keeps.
		this.#keep(this.#draft);
		const { kind } = this.#state;
		if (kind === "saving" || kind === "waiting") void this.#send();
	}

	close(): void {
		this.flush();
		this.#isClosed = true;
		this.#stopWaking();
		if (open.get(this.#talkId) === this) open.delete(this.#talkId);
		clearTimeout(this.#timer);
		this.#retry.reset();
	}

	async #read(): Promise<void> {
		if (this.#isReading || this.#isSending || this.#isClosed) return;
		this.#isReading = true;
		const sentCount = this.#sentCount;
		const response = await readJson(this.#address);
		this.#isReading = false;
		// What was sent meanwhile is newer than this answer.
		if (this.#isClosed || this.#sentCount > sentCount) return;
		const note = response?.status === 200 ? parseNote(response) : undefined;
		if (note && response) this.#absorb(note, parseOwner(response));
		// Where everything is saved, or waits for a choice, it does not matter yet.
		else if ((this.#hasChanges && !this.#theirs) || !this.#base) this.#later(OFFLINE, () => void this.#read());
	}

	/** Brings what the server has and what is written here together. */
	#absorb(note: RevisedNote, owner: Owner | undefined): void {
		this.#retry.reset();
		if (owner) saveOwner(owner);
		if (this.#owner?.id !== owner?.id && !this.#isHandedTo(owner, note)) {
			this.#set(this.#draft, { kind: "ended" });
			return;
		}
		if (!this.#hasChanges) {
			this.#learn(note);
			const isShown = this.#state.kind === "saved" && isSameContent(this.#draft, note);
			if (!isShown) this.#settle(note);
			return;
		}
		const hasArrived = this.#unanswered !== undefined && isSameContent(this.#unanswered, note);
		const isBase = note.revision === (this.#base?.revision ?? this.#baseRevision);
		if (hasArrived || isBase) {
			this.#learn(note, hasArrived ? undefined : this.#unanswered);
			this.#sendOrSettle(this.#draft);
			return;
		}
		const common = this.#commonWith(note);
		this.#unanswered = undefined;
		this.#merge(reconcile(common, this.#draft, note), note);
	}

	/** What the draft and a note of the server's were both made from, as far as that is known. */
	#commonWith(note: RevisedNote): Draft {
		// Revisions only rise: one that did not is another note, which is not what the draft was made from.
		const base = this.#base && this.#base.revision <= note.revision ? this.#base : EMPTY_DRAFT;
		if (!this.#unanswered) return base;
		// Another device may have written more on what was sent and not answered.
		const { merged, conflicts } = reconcile(base, this.#unanswered, note);
		return conflicts.length === 0 && isSameContent(merged, note) ? this.#unanswered : base;
	}

	#merge({ merged, conflicts, base: ground }: Reconciled, theirs: RevisedNote): void {
		this.#hasChanges = true;
		if (conflicts.length === 0) {
			this.#learn(theirs);
			this.#sendOrSettle(merged);
			return;
		}
		this.#theirs = theirs;
		if (this.#base?.revision !== COMPOSED_REVISION || !isSameContent(this.#base, ground)) {
			this.#setBase({ ...ground, revision: COMPOSED_REVISION });
		}
		this.#keep(merged);
		this.#set(merged, { kind: "conflict", conflicts });
	}

	/** Makes the note another visitor's; false where what is written here stays its writer's alone. */
	#isHandedTo(owner: Owner | undefined, note: RevisedNote): boolean {
		const before = this.#owner;
		if (!isTransferable(before)) {
			if (!owner || this.#isTyped) return false;
			// Nothing was written on this page: the other's note is shown instead, and what is kept stays kept.
			this.#forget();
		}
		let writer = before;
		if (!this.#hasChanges) {
			this.#owner = owner;
			const kept = readDraft(this.#talkId, owner);
			if (!kept) return true;
			this.#take(kept);
			writer = kept.owner;
		}
		this.#owner = owner;
		if (writer?.id === owner?.id) return true;
		// A guest's note was another one, even of the same revision.
		if (writer && !(this.#base && isSameContent(this.#base, note))) {
			this.#setBase(NO_NOTE);
			this.#baseRevision = undefined;
		}
		this.#keep(this.#draft);
		removeDraftOf(this.#talkId, writer);
		return true;
	}

	#forget(): void {
		this.#draft = EMPTY_DRAFT;
		this.#setBase(undefined);
		this.#baseRevision = undefined;
		this.#theirs = undefined;
		this.#unanswered = undefined;
		this.#hasChanges = false;
	}

	#take({ draft, base, baseRevision, unanswered, owner }: SavedDraft): void {
		this.#draft = draft;
		this.#setBase(base);
		this.#baseRevision = baseRevision;
		this.#unanswered = unanswered;
		this.#owner = owner;
		this.#hasChanges = true;
	}

	#sendLater(): void {
		clearTimeout(this.#timer);
		if (this.#isClosed) void this.#send();
		else this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
	}

	#sendOrSettle(draft: Draft): void {
		if (this.#base && !this.#unanswered && isSameContent(toStorableContent(draft), this.#base)) {
			this.#settle(this.#base);
			return;
		}
		this.#keep(draft);
		this.#set(draft, { kind: "saving" });
		void this.#send();
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSending) return;
		const base = this.#base;
		if (base && this.#theirs) {
			this.#merge(reconcile(base, this.#draft, this.#theirs), this.#theirs);
			return;
		}
		// What a change of the note is made of has to be known first.
		if (!base || base.revision === COMPOSED_REVISION) return this.#read();
		const sent = this.#unanswered ?? toStorableContent(this.#draft);
		if (!this.#unanswered && isSameContent(sent, base)) {
			this.#settle(sent);
			return;
		}
		this.#isSending = true;
		this.#sentCount++;
		this.#unanswered = sent;
		this.#keep(this.#draft);
		if (this.#state.kind !== "waiting") this.#set(this.#draft, { kind: "saving" });
		const change = { ...createPatch(base, sent), baseRevision: base.revision, owner: this.#owner?.id };
		const response = await withLock(this.#owner !== undefined, () => sendJson(this.#address, "PATCH", change));
		this.#isSending = false;
		this.#takeAnswer(sent, response);
	}

	#takeAnswer(sent: Draft, response: ApiResponse | null): void {
		const theirs = response?.status === 409 ? parseNote(response) : undefined;
		const revision = response?.status === 200 ? parseRevision(response) : undefined;
		// What neither keeps nor refuses is not our server's, as of a hotel's sign-in page.
		const isOurs = theirs !== undefined || revision !== undefined || (response && response.status >= 400);
		if (isWorthRetrying(response) || !isOurs) {
			this.#later(response ? NOT_SAVED : OFFLINE, () => void this.#send());
			return;
		}
		if (response.status === 401) {
			this.#askWhoseItIs();
			return;
		}
		this.#strangerCount = 0;
		this.#retry.reset();
		if (theirs) this.#absorb(theirs, parseOwner(response));
		else if (revision === undefined) this.#refuse(sent, errorMessageOf(response));
		else this.#saved({ ...sent, revision }, parseOwner(response));
	}

	/** The session may have ended, or a guest may have become somebody: the server says which. */
	#askWhoseItIs(): void {
		this.#unanswered = undefined;
		this.#keep(this.#draft);
		if (this.#strangerCount++ === 0) void this.#read();
		else this.#later(NOT_SAVED, () => void this.#read());
	}

	#refuse(sent: Draft, reason: string): void {
		this.#unanswered = undefined;
		this.#keep(this.#draft);
		this.#set(this.#draft, { kind: "refused", reason });
		// What was typed meanwhile may do better.
		if (!isSameContent(toStorableContent(this.#draft), sent)) this.#sendLater();
	}

	#saved(note: RevisedNote, owner: Owner | undefined): void {
		const before = this.#owner;
		this.#owner = owner;
		if (owner) saveOwner(owner);
		this.#learn(note);
		if (isSameContent(toStorableContent(this.#draft), note)) {
			this.#settle(note, { kind: "saved", at: Date.now() });
			return;
		}
		// More was typed meanwhile.
		this.#keep(this.#draft);
		if (before?.id !== owner?.id) removeDraftOf(this.#talkId, before);
		this.#set(this.#draft, { kind: "saving" });
		this.#sendLater();
	}

	/** The server has this: what is written from here on is a change of it. */
	#learn(note: RevisedNote, unanswered?: Draft): void {
		this.#setBase(note);
		this.#theirs = undefined;
		this.#unanswered = unanswered;
	}

	#setBase(base: RevisedNote | undefined): void {
		this.#base = base && { text: base.text, takeaways: base.takeaways, revision: base.revision };
		this.#baseId = newTakeawayId();
	}

	/** Shows what the server has as well, so that the browser need not keep it. */
	#settle(note: Draft, state?: SaveState): void {
		this.#hasChanges = false;
		this.#isTyped = false;
		removeDraft(this.#talkId, this.#draft, this.#owner);
		removeDraft(this.#talkId, note, this.#owner);
		const draft = isSameContent(this.#draft, note) ? this.#draft : { text: note.text, takeaways: note.takeaways };
		const isOthersKept = !state && hasDraftOfOthers(this.#talkId, this.#owner);
		this.#set(draft, state ?? { kind: "idle", ...(isOthersKept && { isOthersKept }) });
	}

	/** Whether the browser keeps it. Once this is closed, another may be open in its place, and know better. */
	#keep(draft: Draft): boolean {
		if (this.#isClosed) return false;
		const baseRevision = this.#base?.revision ?? this.#baseRevision ?? 0;
		const [base, unanswered, owner] = [this.#base, this.#unanswered, this.#owner];
		return saveDraft(this.#talkId, { draft, base, baseRevision, unanswered, owner }, this.#baseId);
	}

	#later(reason: string, again: () => void): void {
		if (this.#isClosed) return;
		this.#set(this.#draft, { kind: "waiting", reason });
		this.#retry.again(again);
	}

	#set(draft: Draft, state: SaveState): void {
		if (!this.#own.has(draft)) this.#own = new WeakSet([draft]);
		this.#draft = draft;
		this.#state = state;
		if (!this.#isClosed) this.#show({ draft, state });
	}
}

/** What was changed of an earlier draft, in the one that is there by now. */
function rebased(from: Draft, changed: Draft, now: Draft): Draft {
	let found = reconcile(from, changed, now);
	for (const { key } of found.conflicts) {
		found = resolveConflict(
			{ base: found.base, mine: found.merged, theirs: now },
			{ key, choice: "both" },
			newTakeawayId,
		);
	}
	return found.merged;
}
