import { randomUUID } from "node:crypto";
import type { Db, Tx } from "@/lib/db/client";
import { isBlank, isEmpty, isSameContent } from "./content";
import { mergeNoteContent } from "./merge";
import type { NotePatch } from "./patch";
import { getNote } from "./queries";
import { absorbRevisions } from "./revisions/absorb";
import { addRevision, saveRevisionIfDue } from "./revisions/save-revision";
import { noteSelect, toNote } from "./rows";
import { NO_NOTE, type Note, type NoteContent, type RevisedNote, type Takeaway } from "./types";
import { type PatchError, validatePatch } from "./validate-patch";

export type SaveNoteResult =
	/** `savedAt` is null where there was nothing to keep. */
	| { readonly kind: "saved"; readonly revision: number; readonly savedAt: Date | null }
	/** Somebody saved something else meanwhile: this. */
	| { readonly kind: "conflict"; readonly note: RevisedNote }
	| { readonly kind: "unknown-talk" };

export type SaveNoteInput = NoteContent & {
	readonly userId: string;
	readonly talkId: number;
	/** The revision that this content was made from; 0 where there was none. */
	readonly baseRevision: number;
};

export type PatchNoteInput = {
	readonly userId: string;
	readonly talkId: number;
	readonly patch: NotePatch;
	/** The revision that this is a change of; 0 where there was none. */
	readonly baseRevision: number;
};

/** Changes a visitor's note on a talk, where it is still what the change was made of. */
export async function patchNote(db: Db, input: PatchNoteInput): Promise<SaveNoteResult | PatchError> {
	const { userId, talkId, patch, baseRevision } = input;
	const stored = (await getNote(db, { userId, talkId })) ?? NO_NOTE;
	if (stored.revision !== baseRevision) return { kind: "conflict", note: stored };
	const changed = validatePatch(stored, patch);
	// The revision is a condition of the write too: whoever is faster makes this a conflict.
	return changed.kind === "refused" ? changed : saveNote(db, { userId, talkId, ...changed.content, baseRevision });
}

/**
 * Makes a visitor's note on a talk what `input` says. Nothing is overwritten that the writer has not seen, and the same
 * call again changes nothing and is answered as before. A note that was emptied keeps its row, and so its revision.
 */
export async function saveNote(db: Db, input: SaveNoteInput): Promise<SaveNoteResult> {
	// Ends after one more round at most: whoever was faster left a revision that is not the one we started from.
	for (;;) {
		const stored = await getNote(db, { userId: input.userId, talkId: input.talkId });
		if (stored ? isSameContent(stored, input) : isEmpty(input)) {
			return { kind: "saved", revision: stored?.revision ?? 0, savedAt: stored?.updatedAt ?? null };
		}
		if (input.baseRevision !== (stored?.revision ?? 0)) return { kind: "conflict", note: stored ?? NO_NOTE };
		if (!stored && !(await db.talk.findUnique({ where: { id: input.talkId }, select: { id: true } }))) {
			return { kind: "unknown-talk" };
		}
		const saved = stored ? await updateNote(db, stored, input) : await createNote(db, input);
		if (saved) return { kind: "saved", revision: saved.revision, savedAt: saved.updatedAt };
	}
}

type SavedRevision = { readonly revision: number; readonly updatedAt: Date };

/** Null where the note exists by now. */
async function createNote(db: Db, { userId, talkId, ...content }: SaveNoteInput): Promise<SavedRevision | null> {
	try {
		return await db.note.create({
			data: { userId, talkId, ...newNote(content) },
			select: { revision: true, updatedAt: true },
		});
	} catch (error) {
		// Prisma's code for a row that is there already.
		if (error instanceof Error && "code" in error && error.code === "P2002") return null;
		throw error;
	}
}

/** Null where the note has another revision by now. */
function updateNote(db: Db, stored: Note, input: SaveNoteInput): Promise<SavedRevision | null> {
	const { userId, talkId, text, takeaways, baseRevision } = input;
	return db.$transaction(async (tx) => {
		const [saved] = await tx.note.updateManyAndReturn({
			where: { userId, talkId, revision: baseRevision },
			data: { text, isBlank: isBlank(input), revision: { increment: 1 } },
			select: { id: true, revision: true, updatedAt: true },
		});
		if (!saved) return null;
		await replaceTakeaways(tx, saved.id, takeaways);
		const before = { text: stored.text, takeaways: stored.takeaways, savedAt: stored.updatedAt };
		await saveRevisionIfDue(tx, { noteId: saved.id, before, after: { text, takeaways }, now: saved.updatedAt });
		return saved;
	});
}

/** Makes a visitor's note on a talk this, whatever it was, which stays as a revision; in a transaction. */
export async function replaceNote(
	tx: Tx,
	{ userId, talkId, content }: { userId: string; talkId: number; content: NoteContent },
): Promise<void> {
	const { text, takeaways } = content;
	const select = { ...noteSelect, id: true };
	const row = await tx.note.findUnique({ where: { userId_talkId: { userId, talkId } }, select });
	if (!row) {
		await tx.note.create({ data: { userId, talkId, ...newNote(content) } });
		return;
	}
	const before = toNote(row);
	if (isSameContent(before, content)) return;
	await tx.note.update({
		where: { id: row.id },
		data: { text, isBlank: isBlank(content), revision: { increment: 1 } },
	});
	await replaceTakeaways(tx, row.id, takeaways);
	await addRevision(tx, { noteId: row.id, text: before.text, takeaways: before.takeaways, savedAt: before.updatedAt });
}

async function replaceTakeaways(tx: Tx, noteId: string, takeaways: readonly Takeaway[]): Promise<void> {
	await tx.takeaway.deleteMany({ where: { noteId } });
	await tx.takeaway.createMany({ data: withPositions(takeaways).map((takeaway) => ({ ...takeaway, noteId })) });
}

function newNote(content: NoteContent) {
	return { text: content.text, isBlank: isBlank(content), takeaways: { create: withPositions(content.takeaways) } };
}

function withPositions(takeaways: readonly Takeaway[]) {
	return takeaways.map(({ id, text, time }, position) => ({ id, text, time: time ?? null, position }));
}

/** Brings a guest's notes into an account. Nothing that either side wrote is lost, and the guest has none afterwards. */
export async function mergeNotes(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// Takes PostgreSQL's locks, so that a save which is under way comes before all of this, or finds nothing to change.
	await tx.$executeRaw`UPDATE "Note" SET "userId" = "userId" WHERE "userId" = ${fromUserId}`;
	// In SQL, since a note that moves has not changed, and Prisma would raise updatedAt.
	await tx.$executeRaw`UPDATE "Note" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND "talkId" NOT IN (SELECT "talkId" FROM "Note" WHERE "userId" = ${toUserId})`;
	const select = { ...noteSelect, id: true };
	const [guests, accounts] = await Promise.all([
		tx.note.findMany({ where: { userId: fromUserId }, select, orderBy: { talkId: "asc" } }),
		tx.note.findMany({ where: { userId: toUserId, talk: { notes: { some: { userId: fromUserId } } } }, select }),
	]);
	const accountNotes = new Map(accounts.map((row) => [row.talkId, row]));
	for (const guest of guests) {
		const account = accountNotes.get(guest.talkId);
		// Written after the others had moved.
		if (!account) continue;
		await absorbNote(tx, { id: account.id, ...toNote(account) }, { id: guest.id, ...toNote(guest) });
	}
}

type StoredNote = Note & { readonly id: string };

async function absorbNote(tx: Tx, account: StoredNote, guest: StoredNote): Promise<void> {
	const merged = mergeNoteContent(account, guest, randomUUID);
	if (!isSameContent(account, merged)) {
		// Past both, so that an editor that is open on either notices.
		const revision = Math.max(account.revision, guest.revision) + 1;
		await tx.note.update({
			where: { id: account.id },
			data: { text: merged.text, isBlank: isBlank(merged), revision },
		});
		const added = withPositions(merged.takeaways).slice(account.takeaways.length);
		if (added.length > 0)
			await tx.takeaway.createMany({ data: added.map((each) => ({ ...each, noteId: account.id })) });
	}
	await absorbRevisions(tx, account, guest);
	await tx.note.delete({ where: { id: guest.id } });
}
