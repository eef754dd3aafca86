import { isOwner, type Owner } from "@/components/visitor/owner";
import { type MarkdownOptions, markdownOptionsSchema } from "@/lib/writeups/options";
import { writeUpContentSchema } from "@/lib/writeups/schema";
import type { WriteUpContent } from "@/lib/writeups/types";

/** A write-up as its editor has it. */
export type WriteUpDraft = { readonly content: WriteUpContent; readonly options: MarkdownOptions | null };

/** What this browser keeps of a write-up until the server has it. */
export type SavedWriteUp = {
	readonly draft: WriteUpDraft;
	/** What the draft was made from, and its revision. */
	readonly base: WriteUpContent;
	readonly baseRevision: number;
	/** What was sent and not answered: the server may have it already. */
	readonly unanswered?: WriteUpDraft | undefined;
	readonly owner: Owner;
};

/** All that browsers keep of write-ups is under names that begin so. */
const WRITE_UP_PREFIX = "talkshelf.write-up.";

const keyOf = (id: string, editorId: string) => `${WRITE_UP_PREFIX}${id}.${editorId}`;

/**
 * Whether the browser could keep it: it may be set to keep nothing, or be full. Every editor, which `editorId` tells from
 * one in another tab, keeps its own.
 */
export function saveWriteUpDraft(id: string, editorId: string, saved: SavedWriteUp): boolean {
	try {
		localStorage.setItem(keyOf(id, editorId), JSON.stringify(saved));
		return true;
	} catch {
		return false;
	}
}

/** What is kept, and the place and the very text that it is kept as. */
export type FoundDraft = SavedWriteUp & { readonly key: string; readonly text: string };

/** All that is kept of a write-up that `owner` wrote; what is damaged is passed over. */
export function readWriteUpDrafts(id: string, owner: Owner): FoundDraft[] {
	try {
		const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(id, "")));
		return keys.flatMap((key) => {
			const text = localStorage.getItem(key) ?? "";
			const saved = parse(text);
			return saved?.owner.id === owner.id ? { ...saved, key, text } : [];
		});
	} catch {
		return [];
	}
}

function parse(text: string): SavedWriteUp | null {
	try {
		const found = JSON.parse(text);
		if (!isOwner(found.owner) || !Number.isInteger(found.baseRevision)) return null;
		return {
			draft: parseDraft(found.draft),
			base: writeUpContentSchema.parse(found.base),
			baseRevision: found.baseRevision,
			unanswered: found.unanswered && parseDraft(found.unanswered),
			owner: found.owner,
		};
	} catch {
		return null;
	}
}

function parseDraft({ content, options }: { content: unknown; options: unknown }): WriteUpDraft {
	return {
		content: writeUpContentSchema.parse(content),
		options: options ? markdownOptionsSchema.parse(options) : null,
	};
}

/** Drops what an editor kept, which the server has by now. */
export function removeWriteUpDraft(id: string, editorId: string): void {
	try {
		localStorage.removeItem(keyOf(id, editorId));
	} catch {
		// Then nothing is kept either.
	}
}

/** Drops what another editor took over, where that is still the same. */
export function dropTakenWriteUps(taken: readonly FoundDraft[]): void {
	try {
		for (const { key, text } of taken) if (localStorage.getItem(key) === text) localStorage.removeItem(key);
	} catch {
		// Then nothing is kept either.
	}
}

/** Drops all that is kept of a write-up, which is no more. */
export function removeWriteUpDrafts(id: string): void {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(id, ""))) localStorage.removeItem(key);
	} catch {
		// Then nothing is kept either.
	}
}

/** How many write-ups this browser keeps something of that `owner` wrote and the server does not have. */
export function countWriteUpDrafts(owner: Owner): number {
	return new Set(keysOf(owner).map((key) => key.slice(WRITE_UP_PREFIX.length).split(".")[0])).size;
}

/** Drops all that `owner` wrote, as when they sign out; what is damaged too. */
export function removeWriteUpDraftsOf(owner: Owner): void {
	for (const key of keysOf(owner)) localStorage.removeItem(key);
}

function keysOf(owner: Owner): string[] {
	try {
		const keys = Object.keys(localStorage).filter((key) => key.startsWith(WRITE_UP_PREFIX));
		return keys.filter((key) => {
			const saved = parse(localStorage.getItem(key) ?? "");
			return !saved || saved.owner.id === owner.id;
		});
	} catch {
		return [];
	}
}
