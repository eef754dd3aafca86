import type { Tx } from "@/lib/db/client";
import { isSameContent } from "../content";
import type { NoteContent } from "../types";
import { revisionSelect, toRevision } from "./rows";
import { addRevision, pruneRevisions } from "./save-revision";

type NoteToMerge = NoteContent & { readonly id: string; readonly updatedAt: Date };

/**
 * Gives a note the revisions of another one on the same talk, which it is merged with, and what both were before that.
 * Call it while both are there.
 */
export async function absorbRevisions(tx: Tx, into: NoteToMerge, from: NoteToMerge): Promise<void> {
	await tx.noteRevision.updateMany({ where: { noteId: from.id }, data: { noteId: into.id } });
	await deleteRepeated(tx, into.id);
	for (const { text, takeaways, updatedAt } of [into, from]) {
		await addRevision(tx, { noteId: into.id, text, takeaways, savedAt: updatedAt });
	}
	await pruneRevisions(tx, into.id);
}

/** Where both notes were the same at about the same time. */
async function deleteRepeated(tx: Tx, noteId: string): Promise<void> {
	const rows = await tx.noteRevision.findMany({
		where: { noteId },
		select: revisionSelect,
		orderBy: [{ savedAt: "asc" }, { id: "asc" }],
	});
	const all = rows.map(toRevision);
	const repeated = all.filter((revision, index) => {
		const next = all[index + 1];
		return next !== undefined && isSameContent(revision, next);
	});
	await tx.noteRevision.deleteMany({ where: { id: { in: repeated.map(({ id }) => id) } } });
}
