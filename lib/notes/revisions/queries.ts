import type { Tx } from "@/lib/db/client";
import { countContent } from "./amount";
import { revisionSelect, toRevision } from "./rows";
import type { NoteRevision, RevisionSummary } from "./types";

type NoteKey = { readonly userId: string; readonly talkId: number };

/** What a visitor's note on a talk was, newest first. */
export async function listRevisions(db: Tx, note: NoteKey): Promise<RevisionSummary[]> {
	const rows = await db.noteRevision.findMany({
		where: { note },
		select: revisionSelect,
		orderBy: [{ savedAt: "desc" }, { id: "desc" }],
	});
	return rows.map((row) => toSummary(toRevision(row)));
}

/** One of a visitor's revisions, whole; null where it is somebody else's, of another talk, or not there. */
export async function getRevision(db: Tx, { id, ...note }: NoteKey & { id: string }): Promise<NoteRevision | null> {
	const row = await db.noteRevision.findFirst({ where: { id, note }, select: revisionSelect });
	return row && toRevision(row);
}

function toSummary(revision: NoteRevision): RevisionSummary {
	return { id: revision.id, savedAt: revision.savedAt, ...countContent(revision) };
}
