import { isOwner, type Owner } from "@/components/notes/owner";
import { type MarkdownOptions, markdownOptionsSchema } from "@/lib/writeups/options";
import { writeUpContentSchema } from "@/lib/writeups/schema";
import type { WriteUpContent } from "@/lib/writeups/types";

/** A write-up as its editor has it. */
export type WriteUpDraft = { readonly content: WriteUpContent; readonly options: MarkdownOptions | null };

/** What this browser keeps of a write-up until the server has it. */
export type KeptWriteUp = {
	readonly draft: WriteUpDraft;
	/** What the draft was made from, and its revision. */
	readonly base: WriteUpContent;
	readonly baseRevision: number;
	readonly owner: Owner;
};

/** All that browsers keep of write-ups is under names that begin so. */
export const WRITE_UP_PREFIX = "talkshelf.write-up.";

const keyOf = (id: string) => `${WRITE_UP_PREFIX}${id}`;

/** Whether the browser could keep it: it may be set to keep nothing, or be full. */
export function keepWriteUp(id: string, kept: KeptWriteUp): boolean {
	try {
		localStorage.setItem(keyOf(id), JSON.stringify(kept));
		return true;
	} catch {
		return false;
	}
}

/** What is kept that `owner` wrote; null where there is none or it is damaged. */
export function readKeptWriteUp(id: string, owner: Owner): KeptWriteUp | null {
	try {
		const found = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null");
		if (!found || !isOwner(found.owner) || found.owner.id !== owner.id || !Number.isInteger(found.baseRevision)) {
			return null;
		}
		return {
			draft: {
				content: writeUpContentSchema.parse(found.draft.content),
				options: found.draft.options && markdownOptionsSchema.parse(found.draft.options),
			},
			base: writeUpContentSchema.parse(found.base),
			baseRevision: found.baseRevision,
			owner: found.owner,
		};
	} catch {
		return null;
	}
}

/** Drops what is kept, which the server has by now. */
export function dropKeptWriteUp(id: string): void {
	try {
		localStorage.removeItem(keyOf(id));
	} catch {
		// Then nothing is kept either.
	}
}
