// Plain statements, for the reason that lib/watchlist/queries.ts gives.

import type { Tx } from "@/lib/db/client";
import { getNamespace } from "@/lib/talks/compare-speakers";
import { compareStrings } from "../list/arrangement";
import type { LoggedTalk, SeenSpeaker } from "./types";

type Int = number | bigint;

/** A visitor's whole log: by talk, then the earliest first. */
export async function listLoggedTalks(db: Tx, userId: string): Promise<LoggedTalk[]> {
	const rows = await db.$queryRaw<
		(Omit<LoggedTalk, "talkId" | "duration"> & { readonly id: string; talkId: Int; duration: Int })[]
	>`SELECT l."id", l."talkId", l."to", l."at", l."correctedDay", t."duration", c."slug" AS "conference", c."timeZone"
		FROM "MarkChange" l
		JOIN "Talk" t ON t."id" = l."talkId"
		JOIN "Conference" c ON c."id" = t."conferenceId"
		WHERE l."userId" = ${userId}`;
	return (
		rows
			.map((row) => ({ ...row, talkId: Number(row.talkId), duration: Number(row.duration) }))
			// As lib/marks/mark-log.ts orders them, which a database with a language of its own may not.
			.sort((a, b) => a.talkId - b.talkId || a.at.getTime() - b.at.getTime() || compareStrings(a.id, b.id))
			.map(({ id: _, ...row }) => row)
	);
}

type SpeakerRow = {
	readonly talkId: Int;
	readonly duration: Int;
	readonly speakerId: Int;
	readonly key: string;
	readonly speakerSlug: string;
	readonly name: string;
	readonly conferenceSlug: string;
	readonly title: string;
	readonly startDate: string;
	readonly url: string | null;
	readonly source: string;
};

/** The speakers of the talks that a visitor marked watched: a row for each talk and speaker. */
export async function listSeenSpeakers(db: Tx, userId: string): Promise<SeenSpeaker[]> {
	const rows = await db.$queryRaw<SpeakerRow[]>`
		SELECT m."talkId", t."duration", s."id" AS "speakerId", s."key", s."slug" AS "speakerSlug", s."name",
			c."slug" AS "conferenceSlug", c."title", c."startDate", c."url", c."source"
		FROM "Mark" m
		JOIN "Talk" t ON t."id" = m."talkId"
		JOIN "TalkSpeaker" ts ON ts."talkId" = m."talkId"
		JOIN "Speaker" s ON s."id" = ts."speakerId"
		JOIN "Conference" c ON c."id" = t."conferenceId"
		WHERE m."userId" = ${userId} AND m."status" = 'WATCHED'
		ORDER BY m."talkId", ts."position", s."id"`;
	return rows.map(
		({ talkId, duration, speakerId, key, speakerSlug, name, conferenceSlug, title, startDate, ...at }) => ({
			talkId: Number(talkId),
			duration: Number(duration),
			speakerId: Number(speakerId),
			key,
			namespace: getNamespace(at),
			speaker: { slug: speakerSlug, name },
			conference: { slug: conferenceSlug, title, startDate },
		}),
	);
}
