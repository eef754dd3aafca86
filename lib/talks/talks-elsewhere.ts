import type { Tx } from "@/lib/db/client";
import { compareSpeakers, getNamespace } from "./compare-speakers";
import { conferenceSelect, talkListSelect, talkOrder, toListItem } from "./talk-rows";
import type { Conference, Named, TalkListItem } from "./types";

/** What a speaker gives at another conference. */
export type TalksElsewhere = {
	readonly conference: Conference;
	/** As that conference's schedule names them. */
	readonly speaker: Named;
	readonly talks: readonly TalkListItem[];
};

/** Both the latest conference first. */
export type OtherConferences = {
	/** By the same person. */
	readonly same: readonly TalksElsewhere[];
	/** By somebody of the same name, who may be somebody else. */
	readonly perhaps: readonly TalksElsewhere[];
};

// SQLite takes 999 values in a list at most.
const BATCH_SIZE = 500;

/** The talks that a speaker of a conference, or who may be them, gives at all others; see same-person.ts. */
export async function listTalksElsewhere(db: Tx, conferenceId: number, speaker: string): Promise<OtherConferences> {
	const select = {
		...{ id: true, key: true, slug: true, name: true },
		conference: { select: { ...conferenceSelect, source: true } },
	} as const;
	const own = await db.speaker.findUnique({ where: { conferenceId_slug: { conferenceId, slug: speaker } }, select });
	if (!own) return { same: [], perhaps: [] };
	const known = { ...own, namespace: getNamespace(own.conference) };
	const candidates = await db.speaker.findMany({
		where: {
			conferenceId: { not: conferenceId },
			OR: [{ key: own.key }, { name: own.name }],
			talks: { some: { talk: { withdrawnAt: null } } },
		},
		select,
		orderBy: [{ conference: { startDate: "desc" } }, { conference: { slug: "asc" } }, { slug: "asc" }],
	});
	const matched = candidates.map((other) => ({
		...other,
		match: compareSpeakers(known, { ...other, namespace: getNamespace(other.conference) }),
	}));
	const found = matched.filter(({ match }) => match !== "no");
	const talks = await listTalksOfSpeakers(
		db,
		found.map(({ id }) => id),
	);
	const listMatches = (match: "same" | "perhaps") =>
		found
			.filter((one) => one.match === match)
			.map(({ id, slug, name, conference: { source: _, ...conference } }) => ({
				conference,
				speaker: { slug, name },
				talks: talks.get(id) ?? [],
			}));
	return { same: listMatches("same"), perhaps: listMatches("perhaps") };
}

/** The talks of each of these speakers, in order. */
async function listTalksOfSpeakers(db: Tx, speakerIds: readonly number[]): Promise<Map<number, TalkListItem[]>> {
	const talks = new Map<number, TalkListItem[]>();
	for (let first = 0; first < speakerIds.length; first += BATCH_SIZE) {
		const ids = speakerIds.slice(first, first + BATCH_SIZE);
		const talkSpeakers = await db.talkSpeaker.findMany({
			where: { speakerId: { in: ids }, talk: { withdrawnAt: null } },
			select: { talkId: true, speakerId: true },
		});
		const rows = new Map<number, TalkListItem>();
		const talkIds = [...new Set(talkSpeakers.map(({ talkId }) => talkId))];
		for (let begin = 0; begin < talkIds.length; begin += BATCH_SIZE) {
			const part = await db.talk.findMany({
				where: { id: { in: talkIds.slice(begin, begin + BATCH_SIZE) } },
				select: talkListSelect,
				orderBy: talkOrder,
			});
			for (const row of part) rows.set(row.id, toListItem(row));
		}
		for (const { talkId, speakerId } of talkSpeakers) {
			const talk = rows.get(talkId);
			if (talk) talks.set(speakerId, [...(talks.get(speakerId) ?? []), talk]);
		}
	}
	const byTime = (a: TalkListItem, b: TalkListItem) =>
		a.start.getTime() - b.start.getTime() || (a.slug < b.slug ? -1 : 1);
	return new Map([...talks].map(([id, list]) => [id, list.sort(byTime)]));
}
