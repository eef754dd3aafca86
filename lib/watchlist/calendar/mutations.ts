import type { Tx } from "@/lib/db/client";
import { newToken } from "./token";

/**
 * Gives a visitor a private address; the one that they have stays. With nothing to update, Prisma would look first and then
 * insert, and of two presses at once one would fail.
 */
export async function enableFeed(db: Tx, userId: string): Promise<void> {
	await db.calendarFeed.upsert({ where: { userId }, create: { userId, token: newToken() }, update: { userId } });
}

/** Gives a visitor another private address: the old one is nobody's at once. One that was switched off stays off. */
export async function renewFeed(db: Tx, userId: string, now: Date): Promise<"renewed" | "off"> {
	const { count } = await db.calendarFeed.updateMany({
		where: { userId },
		data: { token: newToken(), createdAt: now },
	});
	return count === 0 ? "off" : "renewed";
}

export async function disableFeed(db: Tx, userId: string): Promise<void> {
	await db.calendarFeed.deleteMany({ where: { userId } });
}

/** A guest's private address goes on as the account's, unless that has one: what was subscribed to longest stays. */
export async function mergeCalendarFeed(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const existing = await tx.calendarFeed.findUnique({ where: { userId: toUserId }, select: { userId: true } });
	if (existing) await tx.calendarFeed.deleteMany({ where: { userId: fromUserId } });
	else await tx.calendarFeed.updateMany({ where: { userId: fromUserId }, data: { userId: toUserId } });
}
