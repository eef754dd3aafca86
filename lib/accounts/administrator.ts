import { type Db, providerOfClient } from "@/lib/db/client";

/** Any number of our own: whoever decides who the administrator is holds it. */
const ADVISORY_LOCK = 5_126_803;

/** Guests are nobody's accounts. */
export const accountWhere = { OR: [{ isAnonymous: false }, { isAnonymous: null }] };

/**
 * Sees to it that somebody administers this installation: where nobody does, the account that signed up first. Of many
 * calls at once one decides, so that there is never a second administrator.
 */
export async function ensureAdministrator(db: Db): Promise<void> {
	const administratorWhere = { role: "ADMINISTRATOR" } as const;
	if ((await db.user.count({ where: administratorWhere })) > 0) return;
	await db.$transaction(async (tx) => {
		// SQLite has one writer at a time. PostgreSQL's transactions do not see each other's accounts.
		if (providerOfClient(db) === "postgresql")
			await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK}::bigint)`;
		if ((await tx.user.count({ where: administratorWhere })) > 0) return;
		const first = await tx.user.findFirst({
			where: accountWhere,
			orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			select: { id: true },
		});
		if (first) await tx.user.update({ where: { id: first.id }, data: administratorWhere });
	});
}
