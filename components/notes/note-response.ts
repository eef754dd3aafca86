import type { ApiResponse } from "@/components/visitor/api-client";
import { isOwner, type Owner } from "@/components/visitor/owner";
import type { RevisedNote } from "@/lib/notes/types";

/** What the server's answers about a note hold, where they are its answers. */

export function parseNote({ body }: ApiResponse): RevisedNote | undefined {
	const note = (body as { note?: Partial<RevisedNote> } | null)?.note;
	return Number.isInteger(note?.revision) ? (note as RevisedNote) : undefined;
}

export function parseRevision({ body }: ApiResponse): number | undefined {
	const revision = (body as { revision?: unknown } | null)?.revision;
	return Number.isInteger(revision) ? (revision as number) : undefined;
}

/** Whose session it was; `undefined` where there was none. */
export function parseOwner({ body }: ApiResponse): Owner | undefined {
	const owner = (body as { owner?: unknown } | null)?.owner;
	return isOwner(owner) ? { id: owner.id, isGuest: owner.isGuest } : undefined;
}
