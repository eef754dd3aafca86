import { onReconnect } from "@/components/notes/reconnect";
import { NO_STORAGE, NOT_SAVED, OFFLINE, type SaveState } from "@/components/notes/save-state";
import {
	type ApiResponse,
	errorMessageOf,
	isWorthRetrying,
	Retry,
	readJson,
	sendJson,
} from "@/components/visitor/api-client";
import type { Owner } from "@/components/visitor/owner";
import { isSame } from "@/lib/writeups/is-same";
import { mergeWriteUps } from "@/lib/writeups/merge";
import type { WriteUpContent } from "@/lib/writeups/types";
import { newId } from "./new-id";
import {
	dropTakenWriteUps,
	type FoundDraft,
	readWriteUpDrafts,
	removeWriteUpDraft,
	saveWriteUpDraft,
	type WriteUpDraft,
} from "./write-up-drafts";

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
	/** What an editor that is gone kept, or one in another tab, until this one keeps it. */
	#taken: readonly FoundDraft[] = [];
	readonly #show: (view: WriteUpView) => void;
	#draft: WriteUpDraft;
	#base: StoredWriteUp;
	/** Sent and not answered. The server may have it, so it is sent again before anything newer: then both know. */
	#unanswered: WriteUpDraft | undefined;
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
		this.#stopWaking = onReconnect(() => this.#wake());
		this.#taken = readWriteUpDrafts(this.#id, this.#owner);
		if (this.#taken.length === 0) {
			// The page may have been made before what was sent as the last one was left.
			void this.#read();
			return;
		}
		let { content, options } = this.#draft;
		for (const { draft, base, baseRevision, unanswered } of this.#taken) {
			const isOfPage = baseRevision === this.#base.revision;
			if (isOfPage) this.#unanswered = unanswered;
			const isAllThere = content === this.#base.content && isOfPage;
			content = isAllThere ? draft.content : mergeWriteUps(groundOf(base, unanswered, content), draft.content, content);
			options = draft.options ?? options;
		}
		this.#hasChanges = true;
		const draft = { content, options };
		if (this.#keep(draft)) this.#dropTaken();
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
		else this.#set(draft, isKept ? { kind: "saving" } : { kind: "waiting", reason: NO_STORAGE });
		if (this.#state.kind !== "ended") this.#sendLater();
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
		const sent = this.#unanswered ?? this.#draft;
		this.#isSending = true;
		this.#unanswered = sent;
		this.#keep(this.#draft);
		const body = { ...sent, baseRevision: this.#base.revision, owner: this.#owner.id };
		const response = await sendJson(this.#address, "PUT", body);
		this.#isSending = false;
		this.#takeAnswer(sent, response);
	}

	#takeAnswer(sent: WriteUpDraft, response: ApiResponse | null): void {
		const revision = response?.status === 200 ? revisionIn(response) : null;
		const theirs = response?.status === 409 ? storedIn(response) : null;
		// What neither keeps nor refuses is not our server's, as of a hotel's sign-in page.
		const isOurs = revision !== null || theirs !== null || (response !== null && response.status >= 400);
		if (isWorthRetrying(response) || !isOurs) {
			this.#set(this.#draft, { kind: "waiting", reason: response ? NOT_SAVED : OFFLINE });
			if (!this.#isClosed) this.#retry.again(() => void this.#send());
			return;
		}
		this.#retry.reset();
		if (theirs) {
			this.#absorb(theirs);
			return;
		}
		this.#unanswered = undefined;
		if (revision !== null) this.#saved({ ...sent, revision });
		else if (response.status === 401) this.#set(this.#draft, { kind: "ended" });
		else this.#refuse(sent, errorMessageOf(response));
	}

	#refuse(sent: WriteUpDraft, reason: string): void {
		this.#keep(this.#draft);
		this.#set(this.#draft, { kind: "refused", reason });
		// What was typed meanwhile may do better.
		if (!isSameDraft(this.#draft, sent)) this.#sendLater();
	}

	/** Brings what was written elsewhere and what is written here together. */
	#absorb(theirs: StoredWriteUp): void {
		const base = groundOf(this.#base.content, this.#unanswered, theirs.content);
		const isOptionsMine = !isSame(this.#draft.options, this.#base.options);
		const merged = {
			content: mergeWriteUps(base, this.#draft.content, theirs.content),
			options: isOptionsMine ? this.#draft.options : theirs.options,
		};
		this.#base = theirs;
		this.#unanswered = undefined;
		if (isSameDraft(merged, theirs)) {
			this.#settle(merged, { kind: "idle" });
			return;
		}
		this.#keep(merged);
		this.#set(merged, { kind: "saving" });
		void this.#send();
	}

	#saved(stored: StoredWriteUp): void {
		this.#base = stored;
		if (isSameDraft(this.#draft, stored)) {
			this.#settle(this.#draft, { kind: "saved", at: Date.now() });
			return;
		}
		// More was typed meanwhile.
		this.#keep(this.#draft);
		this.#sendLater();
	}

	#sendLater(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
	}

	#settle(draft: WriteUpDraft, state: SaveState): void {
		this.#hasChanges = false;
		removeWriteUpDraft(this.#id, this.#editorId);
		this.#dropTaken();
		this.#set(draft, state);
	}

	#dropTaken(): void {
		dropTakenWriteUps(this.#taken);
		this.#taken = [];
	}

	#keep(draft: WriteUpDraft): boolean {
		const { content: base, revision: baseRevision } = this.#base;
		const [unanswered, owner] = [this.#unanswered, this.#owner];
		return saveWriteUpDraft(this.#id, this.#editorId, { draft, base, baseRevision, unanswered, owner });
	}

	#set(draft: WriteUpDraft, state: SaveState): void {
		this.#draft = draft;
		this.#state = state;
		if (!this.#isClosed) this.#show({ draft, state });
	}
}

/** What a draft and `theirs` were both made from: what was sent and not answered, where `theirs` has all of it. */
function groundOf(base: WriteUpContent, unanswered: WriteUpDraft | undefined, theirs: WriteUpContent): WriteUpContent {
	if (!unanswered) return base;
	return isSame(mergeWriteUps(base, unanswered.content, theirs), theirs) ? unanswered.content : base;
}

function isSameDraft(a: WriteUpDraft, b: WriteUpDraft): boolean {
	return isSame(a.content, b.content) && isSame(a.options, b.options);
}

function revisionIn({ body }: ApiResponse): number | null {
	const revision = (body as { revision?: unknown } | null)?.revision;
	return typeof revision === "number" ? revision : null;
}

function storedIn({ body }: ApiResponse): StoredWriteUp | null {
	const writeUp = (body as { writeUp?: StoredWriteUp } | null)?.writeUp;
	return writeUp && typeof writeUp.revision === "number" ? writeUp : null;
}
