import type { Tx } from "@/lib/db/client";
import { isConferenceOver } from "./queries";

export type SaveMissedAnswerResult = "kept" | "unknown-conference" | "not-over";

/** Keeps that a visitor answered a conference's offer, so that they are not asked again. Once more changes nothing. */
export async function saveMissedAnswer(
	db: Tx,
	{ userId, conference, now }: { userId: string; conference: string; now: Date },
): Promise<SaveMissedAnswerResult> {
	const found = await db.conference.findUnique({
		where: { slug: conference },
		select: { id: true, endDate: true, timeZone: true, dayChange: true },
	});
	if (!found) return "unknown-conference";
	if (!isConferenceOver(found, now)) return "not-over";
	const userId_conferenceId = { userId, conferenceId: found.id };
	await db.missedOffer.upsert({
		where: { userId_conferenceId },
		create: { ...userId_conferenceId, answeredAt: now },
		update: {},
	});
	return "kept";
}

/** Brings what a guest answered into an account. */
export async function mergeMissedOffers(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	await tx.missedOffer.deleteMany({
		where: { userId: fromUserId, conference: { missedOffers: { some: { userId: toUserId } } } },
	});
	await tx.missedOffer.updateMany({ where: { userId: fromUserId }, data: { userId: toUserId } });
}
