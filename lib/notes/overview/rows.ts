// What the overview reads, in plain statements as the watchlist's are: Prisma's relations take three times as long for the
// thousand notes that some visitors have.

import type { Tx } from "@/lib/db/client";
import type { MarkStatus } from "@/lib/marks/status";
import { groupAdjacent } from "@/lib/time/talk-times";
import type { DatedNote } from "./types";

/** A whole number, or a yes or no, as a plain statement brings it: the databases differ. */
type Int = number | bigint;

export type TalkRow = {
	readonly id: Int;
	readonly conferenceId: Int;
	readonly slug: string;
	readonly title: string;
	readonly isWithdrawn: boolean | Int;
	readonly status: MarkStatus | null;
	readonly markedAt: Date | null;
	readonly stars: Int | null;
};

/** All talks that a visitor marked watched or began a note on, in no order. */
export function listTalkRows(db: Tx, userId: string): Promise<TalkRow[]> {
	return db.$queryRaw<TalkRow[]>`
		SELECT t."id", t."conferenceId", t."slug", t."title", t."withdrawnAt" IS NOT NULL AS "isWithdrawn",
			m."status", m."updatedAt" AS "markedAt", r."stars"
		FROM (
			SELECT "talkId" FROM "Note" WHERE "userId" = ${userId}
			UNION SELECT "talkId" FROM "Mark" WHERE "userId" = ${userId} AND "status" = 'WATCHED'
		) own
		JOIN "Talk" t ON t."id" = own."talkId"
		LEFT JOIN "Mark" m ON m."userId" = ${userId} AND m."talkId" = t."id"
		LEFT JOIN "Rating" r ON r."userId" = ${userId} AND r."talkId" = t."id"`;
}

type NoteRow = { readonly id: string; readonly talkId: Int; readonly text: string; readonly updatedAt: Date };
type TakeawayRow = { readonly noteId: string; readonly id: string; readonly text: string; readonly time: Int | null };

const ANY_CONFERENCE = [0, 2_147_483_647] as const;

/** A visitor's notes by talk, empty ones too, of one conference or of all. */
export async function listNotesByTalk(
	db: Tx,
	{ userId, conferenceId }: { userId: string; conferenceId?: number },
): Promise<ReadonlyMap<number, DatedNote>> {
	const [first, last] = conferenceId === undefined ? ANY_CONFERENCE : [conferenceId, conferenceId];
	const [notes, takeaways] = await Promise.all([
		db.$queryRaw<NoteRow[]>`
			SELECT n."id", n."talkId", n."text", n."updatedAt" FROM "Note" n JOIN "Talk" t ON t."id" = n."talkId"
			WHERE n."userId" = ${userId} AND t."conferenceId" BETWEEN ${first} AND ${last}`,
		db.$queryRaw<TakeawayRow[]>`
			SELECT k."noteId", k."id", k."text", k."time"
			FROM "Note" n JOIN "Talk" t ON t."id" = n."talkId" JOIN "Takeaway" k ON k."noteId" = n."id"
			WHERE n."userId" = ${userId} AND t."conferenceId" BETWEEN ${first} AND ${last}
			ORDER BY k."noteId", k."position"`,
	]);
	const takeawaysByNote = new Map(
		groupAdjacent(takeaways, ({ noteId }) => noteId).map(({ key, items }) => [key, items]),
	);
	return new Map(
		notes.map(({ id, talkId, text, updatedAt }) => [
			Number(talkId),
			{ text, updatedAt, takeaways: (takeawaysByNote.get(id) ?? []).map(toTakeaway) },
		]),
	);
}

function toTakeaway({ id, text, time }: TakeawayRow) {
	return { id, text, ...(time !== null && { time: Number(time) }) };
}
