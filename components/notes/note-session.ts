import { NO_NOTE, type RevisedNote } from "@/lib/notes/types";
import { inTurn, isWorthRetrying, Retry, readJson, refusalOf, sendJson } from "../visitor/sending";
import { type Draft, EMPTY_DRAFT, isSameDraft } from "./draft";
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

export class NoteSession {
	readonly #address: string;
	readonly #talkId: number;
	readonly #show: (view: NoteView) => void;
	#draft: Draft = EMPTY_DRAFT;
	#state: SaveState = { kind: "loading" };
	/** What the server has, as far as is known. */
	#server: RevisedNote = NO_NOTE;
	/** Sent and not answered. The server may have it, so it is sent again before anything newer: then both know. */
	#unanswered: Draft | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #retry = new Retry();
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
		const kept = readKeptDraft(this.#talkId);
		if (kept) {
			this.#server = { ...EMPTY_DRAFT, revision: kept.baseRevision };
			this.#unanswered = kept.unanswered;
			this.#set(kept.draft, { kind: "waiting", reason: "Not sent yet." });
		}
		const sentCount = this.#sentCount;
		const response = await readJson(this.#address);
		// What was sent meanwhile is newer than this answer.
		if (this.#isClosed || this.#sentCount > sentCount) return;
		if (!response?.ok) {
			this.#later("The server does not answer. What you write is kept in this browser.", () => void this.open());
			return;
		}
		this.#retry.reset();
		const { note }: { note: RevisedNote } = await response.json();
		this.#server = note;
		// Kept from an earlier visit, or typed before the server answered.
		const own = readKeptDraft(this.#talkId);
		const hasArrived = own?.unanswered !== undefined && isSameDraft(own.unanswered, note);
		this.#unanswered = hasArrived ? undefined : own?.unanswered;
		if (!own || isSameDraft(own.draft, note)) {
			this.#unanswered = undefined;
			dropKeptDraft(this.#talkId, note);
			this.#set(draftOf(note), { kind: "idle" });
		} else if (own.baseRevision === note.revision || hasArrived) {
			this.#set(own.draft, { kind: "saving" });
			void this.#send();
		} else {
			this.#set(own.draft, { kind: "conflict", theirs: note });
		}
	}

	/** Takes over what was typed. */
	change(draft: Draft): void {
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
		this.#server = this.#state.theirs;
		this.#unanswered = undefined;
		if (choice === "theirs") {
			dropKeptDraft(this.#talkId, this.#draft);
			this.#set(draftOf(this.#server), { kind: "idle" });
		} else {
			this.#keep(this.#draft);
			void this.#send();
		}
	}

	/** Sends what waits without a pause, as when the page is being left. */
	flush(): void {
		const { kind } = this.#state;
		// Another tab with the same talk may have written over what this one keeps.
		if (kind === "saving" || kind === "waiting" || kind === "refused" || kind === "conflict") this.#keep(this.#draft);
		if (kind === "saving" || kind === "waiting") void this.#send();
	}

	close(): void {
		this.flush();
		this.#isClosed = true;
		clearTimeout(this.#timer);
		this.#retry.reset();
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSending) return;
		const draft = this.#unanswered ?? this.#draft;
		if (isSameDraft(draft, this.#server)) {
			dropKeptDraft(this.#talkId, draft);
			this.#set(draft, { kind: "saved" });
			return;
		}
		this.#isSending = true;
		this.#sentCount++;
		this.#unanswered = draft;
		this.#keep(this.#draft);
		this.#set(this.#draft, { kind: "saving" });
		const baseRevision = this.#server.revision;
		const response = await inTurn(() => sendJson(this.#address, "PUT", { ...draft, baseRevision }));
		this.#isSending = false;
		await this.#takeAnswer(draft, response);
	}

	async #takeAnswer(sent: Draft, response: Response | null): Promise<void> {
		if (isWorthRetrying(response)) {
			this.#later("Not saved yet, kept in this browser. Trying again…", () => void this.#send());
			return;
		}
		this.#retry.reset();
		this.#unanswered = undefined;
		if (response.status === 409) {
			const { note }: { note: RevisedNote } = await response.json();
			this.#set(this.#draft, { kind: "conflict", theirs: note });
			return;
		}
		if (!response.ok) {
			this.#set(this.#draft, { kind: "refused", reason: await refusalOf(response) });
			// What was typed meanwhile may do better.
			if (!isSameDraft(this.#draft, sent)) void this.#send();
			return;
		}
		const { revision }: { revision: number } = await response.json();
		this.#server = { ...sent, revision };
		if (isSameDraft(this.#draft, sent)) {
			dropKeptDraft(this.#talkId, sent);
			this.#set(this.#draft, { kind: "saved" });
		} else {
			// More was typed meanwhile.
			void this.#send();
		}
	}

	/** Whether the browser keeps it. */
	#keep(draft: Draft): boolean {
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

function draftOf(note: RevisedNote): Draft {
	return { text: note.text, takeaways: note.takeaways };
}
