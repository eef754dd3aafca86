import type { Tx } from "@/lib/db/client";
import { isBlank, isSameContent } from "../content";
import type { NoteContent } from "../types";
import { revisionSelect, toRevision, toRow } from "./rows";
import { type Change, isWorthSaving } from "./worth-saving";

/**
 * Keeps what a note was, `before`, as a revision, where that is worth it now that it becomes `after`. To be called in the
 * transaction that changes the note, before or after the change itself.
 */
export async function saveRevisionIfDue(tx: Tx, { noteId, ...change }: Change & { noteId: string }): Promise<void> {
	// Most saves are a few keystrokes after another one, and ask the database nothing.
	if (!isWorthSaving(change, null)) return;
	const latest = await tx.noteRevision.findFirst({
		where: { noteId },
		select: { savedAt: true },
		orderBy: { savedAt: "desc" },
	});
	if (isWorthSaving(change, latest?.savedAt ?? null)) await addRevision(tx, { noteId, ...change.before });
}

type NewRevision = NoteContent & { readonly noteId: string; readonly savedAt: Date };

/**
 * Keeps a content as a revision of a note in any case, as what is about to be replaced by an older one, or merged with
 * another note; but no blank one, and none that is equal to the one before or after it.
 */
export async function addRevision(tx: Tx, { noteId, savedAt, ...content }: NewRevision): Promise<void> {
	if (isBlank(content)) return;
	const select = revisionSelect;
	const [before, after] = await Promise.all([
		tx.noteRevision.findFirst({ where: { noteId, savedAt: { lte: savedAt } }, select, orderBy: { savedAt: "desc" } }),
		tx.noteRevision.findFirst({ where: { noteId, savedAt: { gt: savedAt } }, select, orderBy: { savedAt: "asc" } }),
	]);
	if ([before, after].some((row) => row && isSameContent(toRevision(row), content))) return;
	await tx.noteRevision.create({ data: { noteId, savedAt, ...toRow(content) } });
	await pruneRevisions(tx, noteId);
}

/** Lets revisions of a note go while there are more than are kept, and whichever repeats its neighbour then. */
export async function pruneRevisions(tx: Tx, noteId: string): Promise<void> {
	const count = await tx.noteRevision.count({ where: { noteId } });
	if (count <= MAX_REVISIONS) return;
	const rows = await tx.noteRevision.findMany({
		where: { noteId },
		select: { id: true, savedAt: true },
		orderBy: [{ savedAt: "asc" }, { id: "asc" }],
	});
	while (rows.length > MAX_REVISIONS) {
		const index = findLeastUsefulIndex(rows.map(({ savedAt }) => savedAt));
		if (index === null) return;
		const [pruned] = rows.splice(index, 1);
		const [before, after] = [rows[index - 1], rows[index]];
		await tx.noteRevision.deleteMany({ where: { id: pruned?.id } });
		if (before && after && (await areEqual(tx, before.id, after.id))) {
			// The newest says since when the note was like this last.
			const [repeated] = rows.splice(index === 1 ? index : index - 1, 1);
			await tx.noteRevision.deleteMany({ where: { id: repeated?.id } });
		}
	}
}

async function areEqual(tx: Tx, firstId: string, secondId: string): Promise<boolean> {
	const rows = await tx.noteRevision.findMany({ where: { id: { in: [firstId, secondId] } }, select: revisionSelect });
	const [first, second] = rows.map(toRevision);
	return first !== undefined && second !== undefined && isSameContent(first, second);
}

/** So many revisions of one note are kept. */
export const MAX_REVISIONS = 100;

/**
 * Which of a note's revisions goes when there are too many: the one whose neighbours are nearest to each other in time,
 * so that what is left is spread over all the time that was written. The oldest and the newest stay.
 * @param savedAt When each was saved, oldest first.
 * @returns Its index; null where there are none between the oldest and the newest.
 */
export function findLeastUsefulIndex(savedAt: readonly Date[]): number | null {
	let least: number | null = null;
	let shortest = Number.POSITIVE_INFINITY;
	for (let index = 1; index < savedAt.length - 1; index++) {
		const before = savedAt[index - 1]?.getTime() ?? 0;
		const after = savedAt[index + 1]?.getTime() ?? 0;
		if (after - before < shortest) {
			least = index;
			shortest = after - before;
		}
	}
	return least;
}
