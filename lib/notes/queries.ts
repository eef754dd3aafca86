import type { Tx } from "@/lib/db/client";
import { isBlank } from "./content";
import { noteSelect, toNote } from "./rows";
import type { Note } from "./types";

/** A visitor's notes, of one conference (by slug) or of all. */
type NotesScope = { readonly userId: string; readonly conference?: string };

function toWhere({ userId, conference }: NotesScope) {
	return { userId, ...(conference !== undefined && { talk: { conference: { slug: conference } } }) };
}

export async function getNote(db: Tx, of: { userId: string; talkId: number }): Promise<Note | null> {
	const row = await db.note.findUnique({ where: { userId_talkId: of }, select: noteSelect });
	return row && toNote(row);
}

/** The notes that hold anything, whole. */
export async function listNotes(db: Tx, of: NotesScope): Promise<Note[]> {
	const rows = await db.note.findMany({ where: toWhere(of), select: noteSelect, orderBy: { talkId: "asc" } });
	return rows.map(toNote).filter((note) => !isBlank(note));
}
