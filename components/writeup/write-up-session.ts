import type { Owner } from "@/components/notes/owner";
import { KEEPS_NOTHING, NOT_TAKEN, OFFLINE, type SaveState } from "@/components/notes/save-state";
import { onWake } from "@/components/notes/wake";
import { type Answer, isWorthRetrying, Retry, readJson, refusalOf, sendJson } from "@/components/visitor/sending";
import { mergeWriteUps } from "@/lib/writeups/merge";
import type { WriteUpContent } from "@/lib/writeups/types";
import { dropKeptWriteUp, type FoundWriteUp, keepWriteUp, readKeptWriteUps, type WriteUpDraft } from "./kept-write-up";
import { newId } from "./new-id";

export type WriteUpView = { readonly draft: WriteUpDraft; readonly state: SaveState };

/** A write-up as the server has it. */
export type StoredWriteUp = WriteUpDraft & { readonly revision: number };

const PAUSE_MS = 800;

/**
 * The life of one open write-up, outside of React: changed, kept in the browser with every change, sent when typing
 * pauses, and merged with what was written elsewhere.
 */
export class WriteUpSession {
	readonly #id: string;
	readonly #address: string;
	readonly #owner: Owner;
	readonly #editorId = newId();
	/** What an editor that is gone kept, or one in another tab. */
	#taken: readonly FoundWriteUp[] = [];
	readonly #show: (view: WriteUpView) => void;
	#draft: WriteUpDraft;
	#base: StoredWriteUp;
	#state: SaveState = { kind: "idle" };
	#hasChanges = false;
	#isSending = false;
	#isClosed = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #retry = new Retry();
	#stopWaking = () => {};

	constructor(id: string, owner: Owner, stored: StoredWriteUp, show: (view: WriteUpView) => void) {
		this.#id = id;
		this.#address = `/api/writeups/${id}`;
		this.#owner = owner;
		this.#base = stored;
		this.#draft = { content: stored.content, options: stored.options };
		this.#show = show;
	}

	/** Takes up what the browser kept, and sees to what is written elsewhere. */
	open(): void {
		this.#stopWaking = onWake(() => this.#wake());
		this.#taken = readKeptWriteUps(this.#id, this.#owner);
		if (this.#taken.length === 0) {
			// The page may have been made before what was sent as the last one was left.
			void this.#read();
			return;
		}
		let { content, options } = this.#draft;
		for (const { draft, base, baseRevision } of this.#taken) {
			const isAllThere = content === this.#base.content && baseRevision === this.#base.revision;
			content = isAllThere ? draft.content : mergeWriteUps(base, draft.content, content);
			options = draft.options ?? options;
		}
		this.#hasChanges = true;
		const draft = { content, options };
		this.#keep(draft);
		this.#set(draft, { kind: "saving" });
		void this.#send();
	}

	/** Changes what is there now. */
	change(change: (draft: WriteUpDraft) => WriteUpDraft): void {
		const draft = change(this.#draft);
		if (draft === this.#draft) return;
		this.#hasChanges = true;
		const isKept = this.#keep(draft);
		const isStuck = this.#state.kind === "ended" || this.#state.kind === "waiting";
		if (isStuck) this.#set(draft, this.#state);
		else this.#set(draft, isKept ? { kind: "saving" } : { kind: "waiting", reason: KEEPS_NOTHING });
		if (this.#state.kind === "ended") return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
	}

	/** Sends what waits without a pause, as when the page is being left. */
	flush(): void {
		if (this.#hasChanges && this.#state.kind !== "ended") void this.#send();
	}

	close(): void {
		this.flush();
		this.#isClosed = true;
		this.#stopWaking();
		clearTimeout(this.#timer);
		this.#retry.reset();
	}

	#wake(): void {
		if (this.#hasChanges) this.flush();
		else void this.#read();
	}

	async #read(): Promise<void> {
		const response = await readJson(this.#address);
		const theirs = response?.status === 200 ? storedIn(response) : null;
		if (theirs && !this.#isSending && theirs.revision > this.#base.revision) this.#absorb(theirs);
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSending) return;
		const sent = this.#draft;
		this.#isSending = true;
		const body = { ...sent, baseRevision: this.#base.revision, owner: this.#owner.id };
		const response = await sendJson(this.#address, "PUT", body);
		this.#isSending = false;
		this.#takeAnswer(sent, response);
	}

	#takeAnswer(sent: WriteUpDraft, response: Answer | null): void {
		const revision = response?.status === 200 ? revisionIn(response) : null;
		const theirs = response?.status === 409 ? storedIn(response) : null;
		// What neither keeps nor refuses is not our server's, as of a hotel's sign-in page.
		const isOurs = revision !== null || theirs !== null || (response !== null && response.status >= 400);
		if (isWorthRetrying(response) || !isOurs) {
			this.#set(this.#draft, { kind: "waiting", reason: response ? NOT_TAKEN : OFFLINE });
			if (!this.#isClosed) this.#retry.again(() => void this.#send());
			return;
		}
		this.#retry.reset();
		if (theirs) this.#absorb(theirs);
		else if (revision !== null) this.#saved({ ...sent, revision });
		else if (response.status === 401) this.#set(this.#draft, { kind: "ended" });
		else this.#set(this.#draft, { kind: "refused", reason: refusalOf(response) });
	}

	/** Brings what was written elsewhere and what is written here together. */
	#absorb(theirs: StoredWriteUp): void {
		const base: WriteUpContent = this.#base.content;
		const isOptionsMine = JSON.stringify(this.#draft.options) !== JSON.stringify(this.#base.options);
		const merged = {
			content: mergeWriteUps(base, this.#draft.content, theirs.content),
			options: isOptionsMine ? this.#draft.options : theirs.options,
		};
		this.#base = theirs;
		if (isSame(merged, theirs)) {
			this.#settle(merged, { kind: "idle" });
			return;
		}
		this.#keep(merged);
		this.#set(merged, { kind: "saving" });
		void this.#send();
	}

	#saved(stored: StoredWriteUp): void {
		this.#base = stored;
		if (isSame(this.#draft, stored)) {
			this.#settle(this.#draft, { kind: "saved", at: Date.now() });
			return;
		}
		// More was typed meanwhile.
		this.#keep(this.#draft);
		this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
	}

	#settle(draft: WriteUpDraft, state: SaveState): void {
		this.#hasChanges = false;
		dropKeptWriteUp(this.#id, this.#editorId, this.#taken);
		this.#taken = [];
		this.#set(draft, state);
	}

	#keep(draft: WriteUpDraft): boolean {
		const { content: base, revision: baseRevision } = this.#base;
		return keepWriteUp(this.#id, this.#editorId, { draft, base, baseRevision, owner: this.#owner });
	}

	#set(draft: WriteUpDraft, state: SaveState): void {
		this.#draft = draft;
		this.#state = state;
		if (!this.#isClosed) this.#show({ draft, state });
	}
}

function isSame(a: WriteUpDraft, b: WriteUpDraft): boolean {
	return a.content === b.content || JSON.stringify([a.content, a.options]) === JSON.stringify([b.content, b.options]);
}

function revisionIn({ body }: Answer): number | null {
	const revision = (body as { revision?: unknown } | null)?.revision;
	return typeof revision === "number" ? revision : null;
}

function storedIn({ body }: Answer): StoredWriteUp | null {
	const writeUp = (body as { writeUp?: StoredWriteUp } | null)?.writeUp;
	return writeUp && typeof writeUp.revision === "number" ? writeUp : null;
}
