import type { Tx } from "@/lib/db/client";
import { formatChange } from "@/lib/schedule/changes/format-change";
import { mergeChanges } from "@/lib/schedule/changes/recorded-changes";
import type { RecordedChange } from "@/lib/schedule/changes/schema";
import { readFieldChanges } from "@/lib/schedule/changes/schema";
import { talkListSelect, toListItem } from "@/lib/talks/talk-rows";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { formatDuration } from "@/lib/text/format";
import { groupAdjacent } from "@/lib/time/talk-times";
import { getRecordingOutlook, type RecordingOutlook, type RecordingTally, tallyRecordings } from "./recording-outlook";

/** A visitor's must-see talks of a conference, in no order, with what `now` can be said of them. */
export async function listAgendaTalks(
	db: Tx,
	{ userId, conference, now }: { userId: string; conference: Conference; now: Date },
): Promise<AgendaTalk[]> {
	const isMustSee = { userId, status: "MUST_SEE" } as const;
	const rows = await db.mark.findMany({
		where: { ...isMustSee, talk: { conferenceId: conference.id } },
		select: { updatedAt: true, talk: { select: { ...talkListSelect, willBeRecorded: true } } },
	});
	if (rows.length === 0) return [];
	const changeRows = await db.talkChange.findMany({
		where: { talk: { conferenceId: conference.id, marks: { some: isMustSee } }, kind: { not: "ADDED" } },
		select: { talkId: true, kind: true, fields: true, update: { select: { at: true } } },
	});
	const datedChanges = changeRows
		.map(({ talkId, kind, fields, update }) => ({ talkId, kind, fields: readFieldChanges(fields), at: update.at }))
		.sort((one, other) => one.talkId - other.talkId || one.at.getTime() - other.at.getTime());
	const changes = new Map(groupAdjacent(datedChanges, ({ talkId }) => talkId).map(({ key, items }) => [key, items]));
	const tally = await readTally(db, conference.id, now);
	return rows.map(({ updatedAt, talk: row }) => {
		const talk = toListItem(row);
		const { willBeRecorded } = row;
		return {
			talk,
			outlook: getRecordingOutlook({ ...talk, willBeRecorded }, tally, now),
			moves: describeMovesSince(changes.get(talk.id) ?? [], updatedAt, conference.timeZone),
		};
	});
}

/** What `now` can be said of a talk's recording. */
export async function findRecordingOutlook(
	db: Tx,
	{ conferenceId, talk, now }: { conferenceId: number; talk: TalkListItem; now: Date },
): Promise<RecordingOutlook> {
	const [row, tally] = await Promise.all([
		db.talk.findUnique({ where: { id: talk.id }, select: { willBeRecorded: true } }),
		readTally(db, conferenceId, now),
	]);
	return getRecordingOutlook({ ...talk, willBeRecorded: row?.willBeRecorded ?? null }, tally, now);
}

async function readTally(db: Tx, conferenceId: number, now: Date): Promise<RecordingTally> {
	const slug = { select: { slug: true, name: true } } as const;
	const talks = await db.talk.findMany({
		where: { conferenceId, withdrawnAt: null, isCancelled: false, start: { lt: now } },
		select: { id: true, start: true, duration: true, room: slug, track: slug },
	});
	const recorded = await db.talkLink.findMany({
		where: { kind: "RECORDING", talk: { conferenceId } },
		select: { talkId: true },
		distinct: ["talkId"],
	});
	const recordedIds = new Set(recorded.map(({ talkId }) => talkId));
	const state = { isCancelled: false, isWithdrawn: false };
	return tallyRecordings(
		talks.map(({ id, ...talk }) => ({ ...talk, ...state, hasRecording: recordedIds.has(id) })),
		now,
	);
}

type DatedChange = RecordedChange & { readonly at: Date };

/**
 * What updates after `since` made of a talk's time, room and length, all together, in words: "moved from K.1 to Janson". Times are
 * told on the clocks of `timeZone`. `changes` are of one talk, the earliest first.
 */
export function describeMovesSince(changes: readonly DatedChange[], since: Date, timeZone: string): string[] {
	let merged: RecordedChange | null = null;
	for (const { at, kind, fields } of changes) {
		if (at > since) merged = merged ? mergeChanges(merged, { kind, fields }) : { kind, fields };
	}
	if (!merged) return [];
	const { duration, ...fields } = merged.fields;
	const moves = [...formatChange("time", fields, timeZone), ...formatChange("room", fields, timeZone)];
	return [
		...moves.map(({ from, to }) => `moved from ${from} to ${to}`),
		...(duration ? [`now ${formatDuration(duration.to)} long, not ${formatDuration(duration.from)}`] : []),
	];
}

/** A must-see talk of a conference, as its agenda shows it. */
export type AgendaTalk = {
	readonly talk: TalkListItem;
	readonly outlook: RecordingOutlook;
	/** What the schedule changed about its time and room since it was marked, in words: "moved from K.1 to Janson". */
	readonly moves: readonly string[];
};
