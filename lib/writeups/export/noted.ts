import type { Tx } from "@/lib/db/client";

/** What `String.prototype.trim` takes away. */
const BLANK =
	"\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

/** Ids of the talks on which a visitor wrote anything worth showing. The database looks: notes are megabytes. */
export async function noted(db: Tx, userId: string): Promise<ReadonlySet<number>> {
	const rows = await db.$queryRaw<{ talkId: number | bigint }[]>`
		SELECT n."talkId" FROM "Note" n WHERE n."userId" = ${userId} AND (
			TRIM(n."text", ${BLANK}) <> ''
			OR EXISTS (SELECT 1 FROM "Takeaway" t WHERE t."noteId" = n."id" AND TRIM(t."text", ${BLANK}) <> '')
		)`;
	return new Set(rows.map(({ talkId }) => Number(talkId)));
}
