import type { Tx } from "@/lib/db/client";
import { toRevision } from "@/lib/notes/revisions/rows";
import type { Takeaway } from "@/lib/notes/types";
import { groupByKey } from "@/lib/talks/group-by-key";
import { queryInBatches } from "@/lib/writeups/export/rows";
import { exportSettingsSchema } from "@/lib/writeups/options";
import { toContent, toOptions, toScope, writeUpSelect } from "@/lib/writeups/rows";
import { collectAwaited } from "./awaited";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { findLocalTalks, withLocalRefs } from "./local-talks";
import { mergeBackups } from "./merge";
import { sortBackup } from "./sort";
import type { Backup, NoteBackup, SettingsBackup, TalkBackup, TalkRef, WriteUpBackup } from "./types";

/** Everything of a visitor's, with what awaits talks that are not here. */
export async function collectBackup(db: Tx, userId: string): Promise<Backup> {
	const [stored, awaited] = [await collectStored(db, userId), await collectAwaited(db, userId)];
	const localTalks = await findLocalTalks(db, [awaited]);
	return mergeBackups(stored, withLocalRefs(awaited, localTalks.toLocalRef));
}

/** The same, without what awaits talks. */
export async function collectStored(db: Tx, userId: string): Promise<Backup> {
	const byUser = { where: { userId } };
	const log = await db.markChange.findMany(byUser);
	const ratings = await db.rating.findMany(byUser);
	const topics = await db.topic.findMany({ ...byUser, select: { id: true, slug: true, name: true, createdAt: true } });
	const topicTalks = await db.topicTalk.findMany({ where: { topic: { userId } } });
	const ranks = await db.watchlistPlace.findMany(byUser);
	const skips = await db.triageSkip.findMany(byUser);
	const playbacks = await db.playback.findMany(byUser);
	const notes = await collectNotes(db, userId);
	const writeUps = await db.writeUp.findMany({ ...byUser, select: writeUpSelect });
	const missedOffers = await db.missedOffer.findMany({
		...byUser,
		select: { answeredAt: true, conference: { select: { slug: true, title: true } } },
	});
	const onTalks = [log, ratings, topicTalks, ranks, skips, playbacks, [...notes.values()]].flat();
	const inWriteUps = writeUps.flatMap(({ items }) =>
		items.flatMap(({ talkId }) => (talkId === null ? [] : [{ talkId }])),
	);
	const refs = await loadTalkRefs(
		db,
		[...onTalks, ...inWriteUps].map(({ talkId }) => talkId),
	);

	const talks = new Map<number, TalkBackup>();
	const updateTalk = (talkId: number, update: (talk: TalkBackup) => Partial<TalkBackup>) => {
		const ref = refs.get(talkId);
		const talk = talks.get(talkId) ?? (ref && emptyTalk(ref));
		if (talk) talks.set(talkId, { ...talk, ...update(talk) });
	};
	const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
	for (const { talkId, id, from, to, at, correctedDay } of log.toSorted(byTime)) {
		updateTalk(talkId, (talk) => ({
			log: [...talk.log, { id, from, to, at: at.toISOString(), correctedDay }],
			mark: to,
		}));
	}
	for (const { talkId, stars, updatedAt } of ratings) {
		updateTalk(talkId, () => ({ rating: { stars, at: updatedAt.toISOString() } }));
	}
	for (const { talkId, topicId, createdAt } of topicTalks) {
		const topic = { name: topicNames.get(topicId) ?? "", addedAt: createdAt.toISOString() };
		updateTalk(talkId, (talk) => ({ topics: [...talk.topics, topic] }));
	}
	for (const { talkId, rank } of ranks) updateTalk(talkId, () => ({ rank }));
	for (const { talkId, createdAt } of skips) updateTalk(talkId, () => ({ putOffAt: createdAt.toISOString() }));
	for (const { talkId, position, duration, at } of playbacks) {
		updateTalk(talkId, () => ({ playback: { position, duration, at: at.toISOString() } }));
	}
	for (const { talkId, note } of notes.values()) updateTalk(talkId, () => ({ note }));

	const titles = new Map([...refs.values()].map(({ conference, conferenceTitle }) => [conference, conferenceTitle]));
	for (const { conference } of missedOffers) titles.set(conference.slug, conference.title);
	return sortBackup({
		...EMPTY_BACKUP,
		conferences: [...titles].map(([slug, title]) => ({ slug, title })),
		topics: topics.map(({ slug, name, createdAt }) => ({ slug, name, createdAt: createdAt.toISOString() })),
		talks: [...talks.values()],
		writeUps: writeUps.map((row) => toWriteUp(row, refs)),
		settings: await collectSettings(db, userId, missedOffers),
	});
}

type NamedTalk = TalkRef & { readonly conferenceTitle: string };

async function loadTalkRefs(db: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, NamedTalk>> {
	const conference = { select: { slug: true, title: true } };
	const select = { id: true, guid: true, key: true, title: true, url: true, conference } as const;
	const rows = await queryInBatches([...new Set(ids)], (part) =>
		db.talk.findMany({ where: { id: { in: part } }, select }),
	);
	return new Map(
		rows.map(({ id, conference, ...talk }) => [
			id,
			{ conference: conference.slug, ...talk, conferenceTitle: conference.title },
		]),
	);
}

async function collectNotes(db: Tx, userId: string): Promise<Map<string, { talkId: number; note: NoteBackup }>> {
	const rows = await db.note.findMany({ where: { userId } });
	const takeaways = groupByKey(await db.takeaway.findMany({ where: { note: { userId } } }), ({ noteId }) => noteId);
	const revisions = groupByKey(await db.noteRevision.findMany({ where: { note: { userId } } }), ({ noteId }) => noteId);
	return new Map(
		rows.map(({ id, talkId, text, createdAt, updatedAt }) => [
			id,
			{
				talkId,
				note: {
					text,
					takeaways: (takeaways.get(id) ?? []).toSorted((a, b) => a.position - b.position).map(toTakeaway),
					createdAt: createdAt.toISOString(),
					updatedAt: updatedAt.toISOString(),
					revisions: (revisions.get(id) ?? []).map(toRevision).map((revision) => ({
						text: revision.text,
						takeaways: revision.takeaways.map(toTakeaway),
						savedAt: revision.savedAt.toISOString(),
					})),
				},
			},
		]),
	);
}

function toTakeaway({ id, text, time }: Takeaway | { id: string; text: string; time: number | null }): Takeaway {
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
				talk: (talkId === null ? undefined : toTalkRef(refs.get(talkId))) ?? missingTalk,
			})),
		})),
		options: toOptions(row.options),
		scope: toScope(row.scope),
		publication: publication && { ...publication, publishedAt: publication.publishedAt.toISOString() },
		createdAt: row.createdAt.toISOString(),
		updatedAt: row.updatedAt.toISOString(),
	};
}

function toTalkRef(talk: NamedTalk | undefined): TalkRef | null {
	if (!talk) return null;
	const { conference, guid, key, title, url } = talk;
	return { conference, guid, key, title, url };
}

async function collectSettings(
	db: Tx,
	userId: string,
	missed: readonly { readonly answeredAt: Date; readonly conference: { readonly slug: string } }[],
): Promise<SettingsBackup> {
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

/** A backup as the text of its file: a value a line, so that it can be compared, and so that damage can be found. */
export function serializeBackup(backup: Backup): string {
	return `${JSON.stringify(backup, null, "\t")}\n`;
}
