import { applyPatch, type NotePatch } from "./patch";
import { noteContentSchema } from "./schema";
import type { NoteContent } from "./types";

/** Why a patch cannot be kept, in one sentence. */
export type PatchError = { readonly kind: "refused"; readonly message: string };

/** What a patch makes of a note, where that is within the limits. */
export function validatePatch(
	before: NoteContent,
	patch: NotePatch,
): { readonly kind: "changed"; readonly content: NoteContent } | PatchError {
	const content = applyPatch(before, patch);
	if (!content) return { kind: "refused", message: "That changes more than the note has." };
	const checked = noteContentSchema.safeParse(content);
	if (checked.success) return { kind: "changed", content: checked.data };
	return { kind: "refused", message: checked.error.issues[0]?.message ?? "That cannot be kept." };
}
