import type { Tx } from "@/lib/db/client";
import { isOver } from "./due";
import type { MissedOffer } from "./types";

/**
 * What a visitor is to be asked, the latest conference first, of one conference (by slug) or of all: of those that are over
 * and were not asked about yet, and have must-see talks that can be caught up on. What neither took place nor was recorded
 * cannot.
 */
export async function listMissedOffers(
	db: Tx,
	{ userId, conference, now }: { userId: string; conference?: string; now: Date },
): Promise<MissedOffer[]> {
	const rows = await db.mark.findMany({
		where: {
			userId,
			status: "MUST_SEE",
			talk: {
				conference: { missedOffers: { none: { userId } }, ...(conference !== undefined && { slug: conference }) },
				OR: [{ withdrawnAt: null, isCancelled: false }, { links: { some: { kind: "RECORDING" } } }],
			},
		},
		select: { talk: { select: { id: true, title: true, start: true, conferenceId: true } } },
	});
	if (rows.length === 0) return [];
	const conferences = await db.conference.findMany({
		where: conference === undefined ? {} : { slug: conference },
		select: { id: true, slug: true, title: true, startDate: true, endDate: true, timeZone: true, dayChange: true },
		orderBy: [{ startDate: "desc" }, { slug: "asc" }],
	});
	const talks = rows
		.map(({ talk }) => talk)
		.sort((one, other) => one.start.getTime() - other.start.getTime() || one.id - other.id);
	return conferences.flatMap((one) => {
		const ofIt = talks.filter(({ conferenceId }) => conferenceId === one.id);
		if (ofIt.length === 0 || !isOver(one, now)) return [];
		const { slug, title } = one;
		return [{ conference: { slug, title }, talks: ofIt.map(({ id, title }) => ({ id, title })) }];
	});
}
