import type { Tx } from "@/lib/db/client";
import type { TranscriptCount } from "./types";

type Row = { readonly all: number | bigint; readonly here: number | bigint };

/** Of a conference's talks. */
export async function countTranscripts(db: Tx, conferenceId: number): Promise<TranscriptCount> {
	return toCount(
		await db.$queryRaw<Row[]>`
			SELECT COUNT(*) AS "all", COALESCE(SUM(CASE WHEN EXISTS (
				SELECT 1 FROM "Transcript" s JOIN "TalkLink" l
					ON l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url"
				WHERE s."talkId" = t."id" AND s."hasText" = true) THEN 1 ELSE 0 END), 0) AS "here"
			FROM "Talk" t WHERE t."conferenceId" = ${conferenceId} AND t."withdrawnAt" IS NULL
				AND EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = t."id" AND l."kind" = 'SUBTITLES')`,
	);
}

/** Of the talks that a visitor marked. */
export async function countTranscriptsOfMarked(db: Tx, userId: string): Promise<TranscriptCount> {
	return toCount(
		await db.$queryRaw<Row[]>`
			SELECT COUNT(*) AS "all", COALESCE(SUM(CASE WHEN EXISTS (
				SELECT 1 FROM "Transcript" s JOIN "TalkLink" l
					ON l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url"
				WHERE s."talkId" = m."talkId" AND s."hasText" = true) THEN 1 ELSE 0 END), 0) AS "here"
			FROM "Mark" m WHERE m."userId" = ${userId}
				AND EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = m."talkId" AND l."kind" = 'SUBTITLES')`,
	);
}

function toCount([row]: readonly Row[]): TranscriptCount {
	return { all: Number(row?.all ?? 0), here: Number(row?.here ?? 0) };
}
