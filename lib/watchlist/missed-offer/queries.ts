import type { Tx } from "@/lib/db/client";
import { isConferenceOver } from "./is-conference-over";
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
		.sort((candidate, other) => candidate.start.getTime() - other.start.getTime() || candidate.id - other.id);
	return conferences.flatMap((candidate) => {
		const conferenceTalks = talks.filter(({ conferenceId }) => conferenceId === candidate.id);
		if (conferenceTalks.length === 0 || !isConferenceOver(candidate, now)) return [];
		const { slug, title } = candidate;
		return [{ conference: { slug, title }, talks: conferenceTalks.map(({ id, title }) => ({ id, title })) }];
	});
}
