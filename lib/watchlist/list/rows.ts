// What the watchlist reads, in plain statements that start from a visitor's marks: Prisma's relations take three times as
// long for the thousands of rows that some visitors have.

import type { Tx } from "@/lib/db/client";
import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, Named } from "@/lib/talks/types";
import type { NamedOfTalk } from "@/lib/topics/topics-by-talk";
import type { WatchlistEntry } from "../types";

/** A whole number, or a yes or no, as a plain statement brings it: the databases differ. */
type Int = number | bigint;
type Flag = boolean | Int;

export type WatchlistRow = {
	readonly id: Int;
	readonly conferenceId: Int;
	readonly slug: string;
	readonly title: string;
	readonly subtitle: string;
	readonly type: string;
	readonly language: string;
	readonly day: string;
	readonly start: Date;
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
export function listWatchlistRows(db: Tx, userId: string): Promise<WatchlistRow[]> {
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
export function listSpeakers(db: Tx, userId: string): Promise<NamedOfTalk[]> {
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

export function toEntry(
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
