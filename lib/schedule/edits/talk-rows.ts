import type { Prisma, Tx } from "@/lib/db/client";
import { isRecorded } from "../talk-row";
import type { TalkState } from "./talk-state";

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
