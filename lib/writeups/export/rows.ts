import type { Prisma } from "@/lib/db/client";
import { formatIsoDate } from "@/lib/text/format";
import type { ExportedTalk } from "./types";

export const conferenceSelect = {
	slug: true,
	title: true,
	startDate: true,
	endDate: true,
	timeZone: true,
} as const satisfies Prisma.ConferenceSelect;

const named = { slug: true, name: true } as const;

// Lists are sorted in code: with an order of their own, those of more than 999 talks could not be fetched in parts.
export const talkSelect = (userId: string) =>
	({
		id: true,
		slug: true,
		title: true,
		url: true,
		start: true,
		day: true,
		conference: { select: conferenceSelect },
		track: { select: { ...named, position: true } },
		room: { select: { name: true, position: true } },
		speakers: { select: { position: true, speaker: { select: named } } },
		links: {
			where: { kind: { in: ["RECORDING", "SLIDES"] } },
			select: { kind: true, url: true, title: true, position: true },
		},
		marks: { where: { userId }, select: { status: true, updatedAt: true } },
		markLog: { where: { userId, to: "WATCHED" }, select: { id: true, at: true, correctedDay: true } },
		notes: { where: { userId, isBlank: false }, select: { updatedAt: true } },
		topics: { where: { topic: { userId } }, select: { topic: { select: named } } },
		places: { where: { userId }, select: { rank: true } },
		ratings: { where: { userId }, select: { stars: true } },
	}) as const satisfies Prisma.TalkSelect;

type TalkRow = Prisma.TalkGetPayload<{ select: ReturnType<typeof talkSelect> }>;

const byName = new Intl.Collator("en", { numeric: true });

export function toExportedTalk(row: TalkRow): ExportedTalk {
	const { speakers, links, marks, markLog, notes, topics, places, ratings, ...talk } = row;
	const mark = marks[0] ?? null;
	return {
		...talk,
		speakers: speakers.toSorted(byPosition).map(({ speaker }) => speaker),
		links: links.toSorted(byPosition).map(({ kind, url, title }) => ({ kind, url, title })),
		mark,
		noteUpdatedAt: notes[0]?.updatedAt ?? null,
		topics: topics
			.map(({ topic }) => topic)
			.sort((a, b) => byName.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1)),
		rank: places[0]?.rank ?? null,
		rating: ratings[0]?.stars ?? null,
		watchedOn: mark?.status === "WATCHED" ? findWatchedDay(markLog, talk.conference.timeZone) : null,
	};
}

function findWatchedDay(log: TalkRow["markLog"], timeZone: string): string | null {
	const latest = log.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).at(-1);
	return latest ? (latest.correctedDay ?? formatIsoDate(latest.at, timeZone)) : null;
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
	return a.position - b.position;
}

/** SQLite takes no longer lists. */
const BATCH_SIZE = 500;

/** What is found of these ids, in parts that a database takes. */
export async function queryInBatches<Id, Row>(ids: readonly Id[], find: (ids: Id[]) => Promise<Row[]>): Promise<Row[]> {
	const rows: Row[] = [];
	for (let first = 0; first < ids.length; first += BATCH_SIZE) {
		rows.push(...(await find(ids.slice(first, first + BATCH_SIZE))));
	}
	return rows;
}
