import type { Db } from "@/lib/db/client";
import type { NoteContent } from "../types";
import { addRevision } from "./save-revision";

type ReplacedContent = {
	readonly userId: string;
	readonly talkId: number;
	/** What the note is in its editor, which may not have been saved yet. */
	readonly content: NoteContent;
	readonly now: Date;
};

/**
 * Keeps what a visitor's note is now as a revision, before an older one is restored in its place. False where there is no
 * note of theirs on that talk.
 */
export function saveReplacedContent(db: Db, { userId, talkId, content, now }: ReplacedContent): Promise<boolean> {
	return db.$transaction(async (tx) => {
		// Takes PostgreSQL's lock, so that the note stays theirs until the revision is there; changes nothing.
		await tx.$executeRaw`UPDATE "Note" SET "userId" = "userId" WHERE "userId" = ${userId} AND "talkId" = ${talkId}`;
		const note = await tx.note.findUnique({ where: { userId_talkId: { userId, talkId } }, select: { id: true } });
		if (!note) return false;
		await addRevision(tx, { noteId: note.id, savedAt: now, text: content.text, takeaways: content.takeaways });
		return true;
	});
}
