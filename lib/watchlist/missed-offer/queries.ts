import type { Tx } from "@/lib/db/client";
import { formatIsoDate } from "@/lib/text/format";

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

/**
 * Whether a conference's last day has ended in its zone. A day goes on into the night as long as the schedule says:
 * `dayChange` is in minutes after midnight.
 */
export function isConferenceOver(
	conference: { readonly endDate: string; readonly timeZone: string; readonly dayChange: number },
	now: Date,
): boolean {
	const today = formatIsoDate(new Date(now.getTime() - conference.dayChange * 60_000), conference.timeZone);
	return today > conference.endDate;
}

/** What a visitor is asked once after a conference: whether the must-see talks that they did not watch are missed. */
export type MissedOffer = {
	readonly conference: { readonly slug: string; readonly title: string };
	/** One at least, in the order of the schedule. */
	readonly talks: readonly { readonly id: number; readonly title: string }[];
};
