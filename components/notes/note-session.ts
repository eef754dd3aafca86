import { isSameContent } from "@/lib/notes/content";
import { patchOf } from "@/lib/notes/patch";
import { storable } from "@/lib/notes/storable";
import { NO_NOTE, type RevisedNote } from "@/lib/notes/types";
import { type Answer, inTurn, isWorthRetrying, Retry, readJson, refusalOf, sendJson } from "../visitor/sending";
import { currentVisitor } from "../visitor/visitor-store";
import { type Draft, EMPTY_DRAFT } from "./draft";
import { dropKeptDraft, keepDraft, readKeptDraft } from "./draft-storage";

/**
 * The life of one open note, outside of React: read from the server and from what the browser kept, changed, kept in
 * the browser with every change, and sent when typing pauses. What is typed is in the browser before anything else
 * can go wrong.
 */

export type SaveState =
	| { readonly kind: "loading" }
	| { readonly kind: "idle" }
	| { readonly kind: "saving" }
	| { readonly kind: "saved" }
	/** Not sent yet; it is kept in the browser and tried again. */
	| { readonly kind: "waiting"; readonly reason: string }
	/** The server will not take it as it is. */
	| { readonly kind: "refused"; readonly reason: string }
	/** Somebody, most likely the visitor elsewhere, changed the same note. */
	| { readonly kind: "conflict"; readonly theirs: RevisedNote };

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
	#state: SaveState = { kind: "loading" };
	/** What the server has; of a note that it has not told yet, only the revision that the draft was made from. */
	#server: RevisedNote = NO_NOTE;
	#isServerKnown = false;
	/** Sent and not answered. The server may have it, so it is sent again before anything newer: then both know. */
	#unanswered: Draft | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #retry = new Retry();
	/** Whether there is anything that the server may not have. */
	#hasChanges = false;
	#isSending = false;
	#sentCount = 0;
	#isClosed = false;

	constructor(talkId: number, show: (view: NoteView) => void) {
		this.#talkId = talkId;
		this.#address = `/api/notes/${talkId}`;
		this.#show = show;
	}

	/** Shows what the browser kept at once, and what the server has as soon as it answers. */
	async open(): Promise<void> {
		open.set(this.#talkId, this);
		const kept = readKeptDraft(this.#talkId);
		if (kept) {
			this.#server = { ...EMPTY_DRAFT, revision: kept.baseRevision };
			this.#unanswered = kept.unanswered;
			this.#hasChanges = true;
			this.#set(kept.draft, { kind: "waiting", reason: "Not sent yet." });
		}
		const sentCount = this.#sentCount;
		const response = await readJson(this.#address);
		// What was sent meanwhile is newer than this answer.
		if (this.#isClosed || this.#sentCount > sentCount) return;
		const note = response?.status === 200 ? noteIn(response) : undefined;
		if (!note) {
			this.#later("The server does not answer. What you write is kept in this browser.", () => void this.open());
			return;
		}
		this.#retry.reset();
		// Kept from an earlier visit, or typed before the server answered; where the browser keeps nothing, it is here.
		const own = readKeptDraft(this.#talkId) ?? (this.#hasChanges ? { draft: this.#draft, baseRevision: 0 } : null);
		const hasArrived = own?.unanswered !== undefined && isSameContent(own.unanswered, note);
		if (!own || isSameContent(own.draft, note)) {
			this.#learn(note);
			this.#settle(draftOf(note), "idle");
		} else if (own.baseRevision === note.revision || hasArrived) {
			this.#learn(note, hasArrived ? undefined : own.unanswered);
			this.#set(own.draft, { kind: "saving" });
			void this.#send();
		} else {
			this.#set(own.draft, { kind: "conflict", theirs: note });
		}
	}

	/** Takes over what was typed. */
	change(draft: Draft): void {
		this.#hasChanges = true;
		const isKept = this.#keep(draft);
		const { kind } = this.#state;
		// While the server's note is not known, or a conflict waits for a decision, the browser keeps what is typed.
		if (kind === "loading" || kind === "conflict") this.#set(draft, this.#state);
		else {
			this.#set(
				draft,
				isKept
					? { kind: "saving" }
					: { kind: "waiting", reason: "This browser keeps nothing: stay until it is saved." },
			);
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
		}
	}

	/** Ends a conflict with one of the two versions. */
	resolve(choice: "mine" | "theirs"): void {
		if (this.#state.kind !== "conflict") return;
		this.#learn(this.#state.theirs);
		if (choice === "theirs") {
			dropKeptDraft(this.#talkId, this.#draft);
			this.#settle(draftOf(this.#server), "idle");
		} else {
			this.#keep(this.#draft);
			void this.#send();
		}
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
		if (open.get(this.#talkId) === this) open.delete(this.#talkId);
		clearTimeout(this.#timer);
		this.#retry.reset();
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSending) return;
		// What a change of the note is made of has to be known first.
		if (!this.#isServerKnown) return this.open();
		const draft = this.#unanswered ?? storable(this.#draft);
		if (this.#isServerKnown && !this.#unanswered && isSameContent(draft, this.#server)) {
			this.#settle(draft, "saved");
			return;
		}
		this.#isSending = true;
		this.#sentCount++;
		this.#unanswered = draft;
		this.#keep(this.#draft);
		this.#set(this.#draft, { kind: "saving" });
		const baseRevision = this.#server.revision;
		const response = await inTurn(Boolean(currentVisitor()), () =>
			sendJson(this.#address, "PATCH", { ...patchOf(this.#server, draft), baseRevision }),
		);
		this.#isSending = false;
		await this.#takeAnswer(draft, response);
	}

	async #takeAnswer(sent: Draft, response: Answer | null): Promise<void> {
		const found = response?.status === 409 ? noteIn(response) : undefined;
		// It arrived before, and the answer was lost.
		const hasArrived = found !== undefined && isSameContent(found, sent);
		const theirs = hasArrived ? undefined : found;
		const revision = hasArrived ? found.revision : response?.status === 200 ? revisionIn(response) : undefined;
		// What neither keeps nor refuses is not our server's, as of a hotel's sign-in page.
		const isOurs = theirs !== undefined || revision !== undefined || (response && response.status >= 400);
		if (isWorthRetrying(response) || !isOurs) {
			this.#later("Not saved yet, kept in this browser. Trying again…", () => void this.#send());
			return;
		}
		this.#retry.reset();
		this.#unanswered = undefined;
		if (revision === undefined) this.#keep(this.#draft);
		if (theirs) {
			this.#set(this.#draft, { kind: "conflict", theirs });
			return;
		}
		if (revision === undefined) {
			this.#set(this.#draft, { kind: "refused", reason: refusalOf(response) });
			// What was typed meanwhile may do better.
			if (!isSameContent(this.#draft, sent)) void this.#send();
			return;
		}
		this.#learn({ ...sent, revision });
		if (isSameContent(this.#draft, sent)) {
			this.#settle(sent, "saved");
		} else {
			// More was typed meanwhile.
			void this.#send();
		}
	}

	#learn(note: RevisedNote, unanswered?: Draft): void {
		this.#server = note;
		this.#isServerKnown = true;
		this.#unanswered = unanswered;
	}

	/** Shows what the server has as well, so that the browser need not keep it. */
	#settle(draft: Draft, kind: "idle" | "saved"): void {
		this.#hasChanges = false;
		dropKeptDraft(this.#talkId, draft);
		this.#set(draft, { kind });
	}

	/** Whether the browser keeps it. Once this is closed, another may be open in its place, and know better. */
	#keep(draft: Draft): boolean {
		if (this.#isClosed) return false;
		const { revision } = this.#server;
		return keepDraft(this.#talkId, { draft, baseRevision: revision, unanswered: this.#unanswered });
	}

	#later(reason: string, again: () => void): void {
		if (this.#isClosed) return;
		this.#set(this.#draft, { kind: "waiting", reason });
		this.#retry.again(again);
	}

	#set(draft: Draft, state: SaveState): void {
		this.#draft = draft;
		this.#state = state;
		if (!this.#isClosed) this.#show({ draft, state });
	}
}

function noteIn({ body }: Answer): RevisedNote | undefined {
	return (body as { note?: RevisedNote } | null)?.note;
}

function revisionIn({ body }: Answer): number | undefined {
	return (body as { revision?: number } | null)?.revision;
}

function draftOf(note: RevisedNote): Draft {
	return { text: note.text, takeaways: note.takeaways };
}
