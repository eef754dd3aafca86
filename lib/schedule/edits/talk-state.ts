import type { Prisma, Tx } from "@/lib/db/client";
import type { ReadableTalk } from "../changes/recorded-changes";
import { hash } from "../digest";
import { isRecorded, talkColumns } from "../talk-row";
import { readScheduledTalk, type ScheduledTalk } from "./scheduled-values";

/** The fields of a talk that can be edited, as the column `scheduled` writes them: track and room by slug, speakers by key. */
export type TalkState = Required<ScheduledTalk>;

/** What `talkState` needs of a talk. */
export const talkStateSelect = {
	id: true,
	...talkColumns,
	url: true,
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

/** The column `scheduled` of what is kept in it; none where nothing is. */
export function toScheduledColumn(scheduled: object, none: typeof Prisma.DbNull) {
	return Object.keys(scheduled).length === 0 ? none : (scheduled as Prisma.InputJsonObject);
}

/** The columns of a talk that hold the fields of a state. Its track and room are there. */
export async function toTalkColumns(tx: Tx, conferenceId: number, values: Partial<TalkState>) {
	const { start, track, room, abstract, description, speakers: _, links: __, ...plain } = values;
	const idOf = async (table: Tx["track"] | Tx["room"], slug: string | null) =>
		slug === null
			? null
			: // Both tables have the same columns; Prisma's types of them cannot be called as one.
				(await (table as Tx["room"]).findUniqueOrThrow({ where: { conferenceId_slug: { conferenceId, slug } } })).id;
	return {
		...plain,
		...(start !== undefined && { start: new Date(start) }),
		...(track !== undefined && { trackId: await idOf(tx.track, track) }),
		...(room !== undefined && { roomId: await idOf(tx.room, room) }),
		...(abstract && { abstract: abstract.markdown, abstractDigest: abstract.digest }),
		...(description && { description: description.markdown, descriptionDigest: description.digest }),
	};
}

/** When its first recording came, where its links change that. */
export function toRecordedColumn(before: Pick<TalkState, "links">, after: Partial<TalkState>, now: Date) {
	const { links } = after;
	if (!links || isRecorded({ links }) === isRecorded(before)) return {};
	return { recordedAt: isRecorded({ links }) ? now : null };
}

/** Writes a talk's speakers and links, where they change. */
export async function writeTalkLists(
	tx: Tx,
	talk: { readonly id: number; readonly conferenceId: number },
	{ speakers, links }: Partial<TalkState>,
): Promise<void> {
	const { id: talkId, conferenceId } = talk;
	if (speakers) {
		const rows = await tx.speaker.findMany({
			where: { conferenceId, key: { in: speakers } },
			select: { id: true, key: true },
		});
		const ids = new Map(rows.map(({ id, key }) => [key, id]));
		await tx.talkSpeaker.deleteMany({ where: { talkId } });
		await tx.talkSpeaker.createMany({
			data: speakers.flatMap((key, position) => {
				const speakerId = ids.get(key);
				return speakerId === undefined ? [] : [{ talkId, speakerId, position }];
			}),
		});
	}
	if (links) {
		await tx.talkLink.deleteMany({ where: { talkId } });
		await tx.talkLink.createMany({ data: links.map((link, position) => ({ ...link, talkId, position })) });
	}
}
