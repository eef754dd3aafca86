import type { Prisma } from "@/lib/db/client";
import type { ReadableTalk } from "../changes/recorded-changes";
import { hash } from "../digest";
import { readScheduledTalk, type ScheduledTalk } from "./scheduled-values";

/** The fields of a talk that can be edited, as the column `scheduled` writes them: track and room by slug, speakers by key. */
export type TalkState = Required<ScheduledTalk>;

/** What `talkState` needs of a talk. */
export const talkStateSelect = {
	id: true,
	slug: true,
	title: true,
	subtitle: true,
	type: true,
	language: true,
	day: true,
	start: true,
	duration: true,
	url: true,
	isCancelled: true,
	abstract: true,
	abstractDigest: true,
	description: true,
	descriptionDigest: true,
	isByHand: true,
	withdrawnAt: true,
	scheduled: true,
	track: { select: { slug: true, name: true } },
	room: { select: { slug: true, name: true } },
	speakers: { select: { position: true, speaker: { select: { key: true, slug: true, name: true } } } },
	links: { select: { position: true, kind: true, url: true, title: true } },
} satisfies Prisma.TalkSelect;

export type TalkStateRow = Prisma.TalkGetPayload<{ select: typeof talkStateSelect }>;

/** What a talk shows, and what the schedule says of the fields that were changed by hand. */
export function readTalkState(row: TalkStateRow): {
	readonly current: TalkState;
	readonly scheduled: Partial<TalkState>;
} {
	const { title, subtitle, type, language, day, duration, url, isCancelled } = row;
	const byPosition = (one: { position: number }, other: { position: number }) => one.position - other.position;
	return {
		current: {
			...{ title, subtitle, type, language, day, duration, url, isCancelled },
			start: row.start.toISOString(),
			track: row.track?.slug ?? null,
			room: row.room?.slug ?? null,
			abstract: { digest: row.abstractDigest, markdown: row.abstract },
			description: { digest: row.descriptionDigest, markdown: row.description },
			speakers: row.speakers.toSorted(byPosition).map(({ speaker }) => speaker.key),
			links: row.links.toSorted(byPosition).map(({ kind, url, title }) => ({ kind, url, title })),
		},
		scheduled: readScheduledTalk(row.scheduled),
	};
}

/** Tells the state that a form was opened on from every other one. */
export const digestState = (state: object): string => hash(JSON.stringify(state));

/** A state as the history of changes reads it. */
export const toReadableTalk = ({ start, ...state }: TalkState): ReadableTalk => ({ ...state, start: new Date(start) });
