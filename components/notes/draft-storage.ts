import type { Draft } from "./draft";

/** What this browser keeps of a note until the server has it. */
export type KeptDraft = {
	readonly draft: Draft;
	/** Revision of the server's note that the draft was made from; 0 where there was none. */
	readonly baseRevision: number;
};

const PREFIX = "talkshelf.note.";

/** The kept draft of a talk's note, or null where there is none or it is damaged. */
export function readKeptDraft(talkId: number): KeptDraft | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + talkId) ?? "null");
		return isKeptDraft(kept) ? kept : null;
	} catch {
		return null;
	}
}

/** Whether the browser could keep it. */
export function keepDraft(talkId: number, kept: KeptDraft): boolean {
	try {
		localStorage.setItem(PREFIX + talkId, JSON.stringify(kept));
		return true;
	} catch {
		return false;
	}
}

export function dropKeptDraft(talkId: number): void {
	try {
		localStorage.removeItem(PREFIX + talkId);
	} catch {
		// Where nothing can be kept there is nothing to drop.
	}
}

/** Drops every kept draft, as when somebody signs out. */
export function dropAllKeptDrafts(): void {
	try {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith(PREFIX)) localStorage.removeItem(key);
		}
	} catch {
		// As above.
	}
}

function isKeptDraft(value: unknown): value is KeptDraft {
	if (typeof value !== "object" || value === null || !("draft" in value) || !("baseRevision" in value)) return false;
	const { draft, baseRevision } = value as { draft: Partial<Draft> | null; baseRevision: unknown };
	return (
		Number.isInteger(baseRevision) &&
		typeof draft?.text === "string" &&
		Array.isArray(draft.takeaways) &&
		draft.takeaways.every((each) => typeof each?.id === "string" && typeof each?.text === "string")
	);
}
