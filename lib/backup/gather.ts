import type { Tx } from "@/lib/db/client";
import { toRevision } from "@/lib/notes/revisions/rows";
import type { Takeaway } from "@/lib/notes/types";
import { together } from "@/lib/talks/together";
import { inParts } from "@/lib/writeups/export/rows";
import { exportSettingsSchema } from "@/lib/writeups/options";
import { toContent, toOptions, toScope, writeUpSelect } from "@/lib/writeups/rows";
import { gatherAwaited } from "./awaited";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { talksHere } from "./here";
import { inOrder } from "./in-order";
import { mergeBackups } from "./merge";
import { named } from "./named";
import type { Backup, NoteBackup, Settings, TalkBackup, TalkRef, WriteUpBackup } from "./types";

/** Everything of a visitor's, with what awaits talks that are not here. */
export async function gatherBackup(db: Tx, userId: string): Promise<Backup> {
	const [stored, awaited] = [await gatherStored(db, userId), await gatherAwaited(db, userId)];
	const here = await talksHere(db, [awaited]);
	return mergeBackups(stored, named(awaited, here.nameHere));
}

/** The same, without what awaits talks. */
export async function gatherStored(db: Tx, userId: string): Promise<Backup> {
	const own = { where: { userId } };
	const log = await db.markChange.findMany(own);
	const ratings = await db.rating.findMany(own);
	const topics = await db.topic.findMany({ ...own, select: { id: true, slug: true, name: true, createdAt: true } });
	const topicTalks = await db.topicTalk.findMany({ where: { topic: { userId } } });
	const places = await db.watchlistPlace.findMany(own);
	const skips = await db.triageSkip.findMany(own);
	const playbacks = await db.playback.findMany(own);
	const notes = await gatherNotes(db, userId);
	const writeUps = await db.writeUp.findMany({ ...own, select: writeUpSelect });
	const missing = await db.missedOffer.findMany({
		...own,
		select: { answeredAt: true, conference: { select: { slug: true, title: true } } },
	});
	const onTalks = [log, ratings, topicTalks, places, skips, playbacks, [...notes.values()]].flat();
	const inWriteUps = writeUps.flatMap(({ items }) =>
		items.flatMap(({ talkId }) => (talkId === null ? [] : [{ talkId }])),
	);
	const refs = await namesOf(
		db,
		[...onTalks, ...inWriteUps].map(({ talkId }) => talkId),
	);

	const talks = new Map<number, TalkBackup>();
	const change = (talkId: number, with_: (talk: TalkBackup) => Partial<TalkBackup>) => {
		const ref = refs.get(talkId);
		const talk = talks.get(talkId) ?? (ref && emptyTalk(ref));
		if (talk) talks.set(talkId, { ...talk, ...with_(talk) });
	};
	const names = new Map(topics.map(({ id, name }) => [id, name]));
	for (const { talkId, id, from, to, at, correctedDay } of log.toSorted(byTime)) {
		change(talkId, (talk) => ({ log: [...talk.log, { id, from, to, at: at.toISOString(), correctedDay }], mark: to }));
	}
	for (const { talkId, stars, updatedAt } of ratings) {
		change(talkId, () => ({ rating: { stars, at: updatedAt.toISOString() } }));
	}
	for (const { talkId, topicId, createdAt } of topicTalks) {
		const topic = { name: names.get(topicId) ?? "", addedAt: createdAt.toISOString() };
		change(talkId, (talk) => ({ topics: [...talk.topics, topic] }));
	}
	for (const { talkId, rank } of places) change(talkId, () => ({ rank }));
	for (const { talkId, createdAt } of skips) change(talkId, () => ({ putOffAt: createdAt.toISOString() }));
	for (const { talkId, position, duration, at } of playbacks) {
		change(talkId, () => ({ playback: { position, duration, at: at.toISOString() } }));
	}
	for (const { talkId, note } of notes.values()) change(talkId, () => ({ note }));

	const titles = new Map([...refs.values()].map(({ conference, conferenceTitle }) => [conference, conferenceTitle]));
	for (const { conference } of missing) titles.set(conference.slug, conference.title);
	return inOrder({
		...EMPTY_BACKUP,
		conferences: [...titles].map(([slug, title]) => ({ slug, title })),
		topics: topics.map(({ slug, name, createdAt }) => ({ slug, name, createdAt: createdAt.toISOString() })),
		talks: [...talks.values()],
		writeUps: writeUps.map((row) => toWriteUp(row, refs)),
		settings: await gatherSettings(db, userId, missing),
	});
}

type NamedTalk = TalkRef & { readonly conferenceTitle: string };

async function namesOf(db: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, NamedTalk>> {
	const conference = { select: { slug: true, title: true } };
	const select = { id: true, guid: true, key: true, title: true, url: true, conference } as const;
	const rows = await inParts([...new Set(ids)], (part) => db.talk.findMany({ where: { id: { in: part } }, select }));
	return new Map(
		rows.map(({ id, conference, ...talk }) => [
			id,
			{ conference: conference.slug, ...talk, conferenceTitle: conference.title },
		]),
	);
}

async function gatherNotes(db: Tx, userId: string): Promise<Map<string, { talkId: number; note: NoteBackup }>> {
	const rows = await db.note.findMany({ where: { userId } });
	const takeaways = together(await db.takeaway.findMany({ where: { note: { userId } } }), ({ noteId }) => noteId);
	const revisions = together(await db.noteRevision.findMany({ where: { note: { userId } } }), ({ noteId }) => noteId);
	return new Map(
		rows.map(({ id, talkId, text, createdAt, updatedAt }) => [
			id,
			{
				talkId,
				note: {
					text,
					takeaways: (takeaways.get(id) ?? []).toSorted((a, b) => a.position - b.position).map(takeawayOf),
					createdAt: createdAt.toISOString(),
					updatedAt: updatedAt.toISOString(),
					revisions: (revisions.get(id) ?? []).map(toRevision).map((revision) => ({
						text: revision.text,
						takeaways: revision.takeaways.map(takeawayOf),
						savedAt: revision.savedAt.toISOString(),
					})),
				},
			},
		]),
	);
}

function takeawayOf({ id, text, time }: Takeaway | { id: string; text: string; time: number | null }): Takeaway {
	return { id, text, ...(typeof time === "number" && { time }) };
}

type WriteUpRow = Parameters<typeof toContent>[0];

function toWriteUp(row: WriteUpRow, refs: ReadonlyMap<number, NamedTalk>): WriteUpBackup {
	const { sections, ...texts } = toContent(row);
	const { publication } = row;
	return {
		id: row.id,
		...texts,
		categories: [...texts.categories],
		tags: [...texts.tags],
		keywords: [...texts.keywords],
		sections: sections.map(({ items, ...section }) => ({
			...section,
			items: items.map(({ talkId, missingTalk, takeaways, leftOut, ...item }) => ({
				...item,
				takeaways: takeaways?.map((takeaway) => ({ ...takeaway })) ?? null,
				leftOut: [...leftOut],
				talk: (talkId === null ? undefined : refOf(refs.get(talkId))) ?? missingTalk,
			})),
		})),
		options: toOptions(row.options),
		scope: toScope(row.scope),
		publication: publication && { ...publication, publishedAt: publication.publishedAt.toISOString() },
		createdAt: row.createdAt.toISOString(),
		updatedAt: row.updatedAt.toISOString(),
	};
}

function refOf(talk: NamedTalk | undefined): TalkRef | null {
	if (!talk) return null;
	const { conference, guid, key, title, url } = talk;
	return { conference, guid, key, title, url };
}

async function gatherSettings(
	db: Tx,
	userId: string,
	missed: readonly { readonly answeredAt: Date; readonly conference: { readonly slug: string } }[],
): Promise<Settings> {
	const where = { userId };
	const user = await db.user.findUnique({ where: { id: userId }, select: { newsSeenAt: true } });
	const settings = await db.exportSettings.findUnique({ where });
	const calendar = await db.calendarFeed.findUnique({ where, select: { token: true, createdAt: true } });
	const feed = await db.writeUpFeed.findUnique({ where, select: { token: true } });
	return {
		export: settings && {
			...exportSettingsSchema.parse(settings.options),
			updatedAt: settings.updatedAt.toISOString(),
		},
		newsSeenAt: user?.newsSeenAt?.toISOString() ?? null,
		missedAnswers: missed.map(({ conference, answeredAt }) => ({
			conference: conference.slug,
			at: answeredAt.toISOString(),
		})),
		calendar: calendar && { token: calendar.token, createdAt: calendar.createdAt.toISOString() },
		feed,
	};
}

function byTime(a: { readonly at: Date; readonly id: string }, b: { readonly at: Date; readonly id: string }): number {
	return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}
