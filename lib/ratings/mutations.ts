import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";

/** Makes `stars`, 1 to 5, a visitor's rating of a talk, or takes it back. False where they did not mark it watched. */
export function setRating(
	db: Db,
	{ userId, talkId, stars }: { userId: string; talkId: number; stars: number | null },
): Promise<boolean> {
	const userId_talkId = { userId, talkId };
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const mark = await tx.mark.findUnique({ where: { userId_talkId }, select: { status: true } });
		if (mark?.status !== "WATCHED") return false;
		if (stars === null) await tx.rating.deleteMany({ where: userId_talkId });
		else await tx.rating.upsert({ where: { userId_talkId }, create: { userId, talkId, stars }, update: { stars } });
		return true;
	});
}

/** Brings a guest's ratings into an account: of a talk that both rated, the later one stays. */
export async function mergeRatings(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// In SQL, since a rating that moves has not changed, and Prisma would raise updatedAt.
	await tx.$executeRaw`DELETE FROM "Rating" WHERE "userId" = ${toUserId} AND EXISTS (SELECT 1 FROM "Rating" guest
		WHERE guest."userId" = ${fromUserId} AND guest."talkId" = "Rating"."talkId"
		AND guest."updatedAt" > "Rating"."updatedAt")`;
	await tx.$executeRaw`UPDATE "Rating" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND "talkId" NOT IN (SELECT "talkId" FROM "Rating" WHERE "userId" = ${toUserId})`;
	await tx.rating.deleteMany({ where: { userId: fromUserId } });
}
