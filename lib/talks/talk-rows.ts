import type { Prisma } from "@/lib/db/client";
import { talkColumns } from "@/lib/schedule/talk-row";
import type { TalkListItem } from "./types";

export const conferenceSelect = {
	id: true,
	slug: true,
	title: true,
	subtitle: true,
	timeZone: true,
	startDate: true,
	endDate: true,
	venue: true,
	city: true,
	url: true,
	revision: true,
} satisfies Prisma.ConferenceSelect;

export const namedSelect = { select: { slug: true, name: true } } as const;

/** What `toListItem` needs of a talk. */
export const talkListSelect = {
	id: true,
	...talkColumns,
	withdrawnAt: true,
	track: namedSelect,
	room: namedSelect,
	// Sorted below: with an order of their own, the rows of more than 999 talks could not be fetched in parts.
	speakers: { select: { position: true, speaker: namedSelect } },
	links: { select: { kind: true }, where: { kind: { in: ["RECORDING", "SLIDES"] } } },
} satisfies Prisma.TalkSelect;

type TalkRow = Prisma.TalkGetPayload<{ select: typeof talkListSelect }>;

/** A talk's row as lists show it. */
export function toListItem(row: TalkRow): TalkListItem {
	return {
		id: row.id,
		slug: row.slug,
		title: row.title,
		subtitle: row.subtitle,
		type: row.type,
		language: row.language,
		day: row.day,
		start: row.start,
		duration: row.duration,
		track: row.track,
		room: row.room,
		speakers: row.speakers.toSorted((a, b) => a.position - b.position).map(({ speaker }) => speaker),
		hasRecording: row.links.some(({ kind }) => kind === "RECORDING"),
		hasSlides: row.links.some(({ kind }) => kind === "SLIDES"),
		isCancelled: row.isCancelled,
		isWithdrawn: row.withdrawnAt !== null,
	};
}

/** The order in which lists show talks: no two talks of a conference are equal in it. */
export const talkOrder = [
	{ start: "asc" },
	{ room: { position: "asc" } },
	{ slug: "asc" },
] satisfies Prisma.TalkOrderByWithRelationInput[];
