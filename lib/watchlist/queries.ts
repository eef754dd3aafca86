import type { Tx } from "@/lib/db/client";
import type { MarkStatus } from "@/lib/marks/status";
import { conferenceSelect } from "@/lib/talks/talk-rows";
import type { Conference, Named, TalkListItem } from "@/lib/talks/types";
import { groupNamesByTalk, listTopicsOfTalks, type NamedOfTalk } from "@/lib/topics/queries";
import { byScheduleOrder } from "./list/arrangement";
import type { WatchlistEntry } from "./types";

/** When a visitor last looked at what is new on their watchlist. */
export async function findNewsSeenAt(db: Tx, userId: string): Promise<Date | null> {
	const user = await db.user.findUnique({ where: { id: userId }, select: { newsSeenAt: true } });
	return user?.newsSeenAt ?? null;
}

/**
 * Everything a visitor has marked: the latest conference first, then in order of time. `newsSeenAt` is when they last
 * looked at what is new.
 */
export async function listWatchlist(db: Tx, userId: string, newsSeenAt: Date | null): Promise<WatchlistEntry[]> {
	const [rows, speakers, topics, conferences] = await Promise.all([
		listWatchlistRows(db, userId),
		listSpeakers(db, userId),
		listTopicsOfTalks(db, userId),
		db.conference.findMany({ select: conferenceSelect }),
	]);
	const conferenceById = new Map(conferences.map((conference) => [conference.id, conference]));
	const speakersByTalk = groupNamesByTalk(speakers);
	const topicsByTalk = groupNamesByTalk(topics);
	return rows
		.flatMap((row) => {
			const conference = conferenceById.get(Number(row.conferenceId));
			if (!conference) return [];
			const id = Number(row.id);
			const entry = toEntry(row, {
				conference,
				speakers: speakersByTalk.get(id),
				topics: topicsByTalk.get(id),
				newsSeenAt,
			});
			return [{ entry, roomPosition: row.roomPosition === null ? null : Number(row.roomPosition) }];
		})
		.sort(byScheduleOrder)
		.map(({ entry }) => entry);
}

/** A whole number, or a yes or no, as a plain statement brings it: the databases differ. */
type Int = number | bigint;
type Flag = boolean | Int;

type WatchlistRow = Pick<TalkListItem, "slug" | "title" | "subtitle" | "type" | "language" | "day" | "start"> & {
	readonly id: Int;
	readonly conferenceId: Int;
	readonly duration: Int;
	readonly isCancelled: Flag;
	readonly isWithdrawn: Flag;
	readonly recordedAt: Date | null;
	readonly willBeRecorded: Flag | null;
	readonly trackSlug: string | null;
	readonly trackName: string | null;
	readonly roomSlug: string | null;
	readonly roomName: string | null;
	readonly roomPosition: Int | null;
	readonly hasRecording: Flag;
	readonly hasSlides: Flag;
	readonly status: MarkStatus;
	readonly markedAt: Date;
	/** Null where there is no note. */
	readonly isBlank: Flag | null;
	readonly takeawayCount: Int;
	readonly stars: Int | null;
	readonly rank: string | null;
};

/** All marked talks of a visitor, in no order. */
function listWatchlistRows(db: Tx, userId: string): Promise<WatchlistRow[]> {
	return db.$queryRaw<WatchlistRow[]>`
		SELECT t."id", t."conferenceId", t."slug", t."title", t."subtitle", t."type", t."language", t."day", t."start",
			t."duration", t."isCancelled", t."withdrawnAt" IS NOT NULL AS "isWithdrawn", t."recordedAt", t."willBeRecorded",
			track."slug" AS "trackSlug", track."name" AS "trackName",
			room."slug" AS "roomSlug", room."name" AS "roomName", room."position" AS "roomPosition",
			EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = t."id" AND l."kind" = 'RECORDING') AS "hasRecording",
			EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = t."id" AND l."kind" = 'SLIDES') AS "hasSlides",
			m."status", m."updatedAt" AS "markedAt",
			note."isBlank",
			(SELECT COUNT(*) FROM "Takeaway" k WHERE k."noteId" = note."id") AS "takeawayCount",
			rating."stars", place."rank"
		FROM "Mark" m
		JOIN "Talk" t ON t."id" = m."talkId"
		LEFT JOIN "Track" track ON track."id" = t."trackId"
		LEFT JOIN "Room" room ON room."id" = t."roomId"
		LEFT JOIN "Note" note ON note."userId" = m."userId" AND note."talkId" = m."talkId"
		LEFT JOIN "Rating" rating ON rating."userId" = m."userId" AND rating."talkId" = m."talkId"
		LEFT JOIN "WatchlistPlace" place ON place."userId" = m."userId" AND place."talkId" = m."talkId"
		WHERE m."userId" = ${userId}`;
}

/** The speakers of all marked talks, in the order in which the schedule names them. */
function listSpeakers(db: Tx, userId: string): Promise<NamedOfTalk[]> {
	return db.$queryRaw<NamedOfTalk[]>`
		SELECT ts."talkId", s."slug", s."name" FROM "Mark" m
		JOIN "TalkSpeaker" ts ON ts."talkId" = m."talkId"
		JOIN "Speaker" s ON s."id" = ts."speakerId"
		WHERE m."userId" = ${userId} ORDER BY ts."position", ts."speakerId"`;
}

type EntryContext = {
	readonly conference: Conference;
	readonly speakers: readonly Named[] | undefined;
	readonly topics: readonly Named[] | undefined;
	readonly newsSeenAt: Date | null;
};

function toEntry(
	row: WatchlistRow,
	{ conference, speakers = [], topics = [], newsSeenAt }: EntryContext,
): WatchlistEntry {
	const hasRecording = toBoolean(row.hasRecording);
	const lastSeenAt = Math.max(row.markedAt.getTime(), newsSeenAt?.getTime() ?? 0);
	return {
		talk: {
			id: Number(row.id),
			slug: row.slug,
			title: row.title,
			subtitle: row.subtitle,
			type: row.type,
			language: row.language,
			day: row.day,
			start: row.start,
			duration: Number(row.duration),
			track: toNamed(row.trackSlug, row.trackName),
			room: toNamed(row.roomSlug, row.roomName),
			speakers,
			hasRecording,
			hasSlides: toBoolean(row.hasSlides),
			isCancelled: toBoolean(row.isCancelled),
			isWithdrawn: toBoolean(row.isWithdrawn),
		},
		conference,
		status: row.status,
		markedAt: row.markedAt,
		hasNote: row.isBlank !== null && !toBoolean(row.isBlank),
		takeawayCount: Number(row.takeawayCount),
		rating: row.stars === null ? null : Number(row.stars),
		topics,
		rank: row.rank,
		willBeRecorded: row.willBeRecorded === null ? null : toBoolean(row.willBeRecorded),
		isNewlyRecorded: row.status !== "WATCHED" && hasRecording && (row.recordedAt?.getTime() ?? 0) > lastSeenAt,
	};
}

function toBoolean(flag: Flag | null): boolean {
	return Number(flag) === 1;
}

function toNamed(slug: string | null, name: string | null): Named | null {
	return slug === null || name === null ? null : { slug, name };
}
