import type { Tx } from "@/lib/db/client";
import type { ChangeOfTalk } from "./recorded-changes";
import { countRevisions, mergeChanges, readRevisions } from "./recorded-changes";
import type { RecordedChange } from "./schema";
import { readFieldChanges } from "./schema";

export type UpdateToRecord = {
	readonly conferenceId: number;
	readonly at: Date;
	readonly source: string;
	readonly version: string;
	readonly isFirst: boolean;
	readonly changes: readonly ChangeOfTalk[];
	/** The ids of the talks that are new, by key. */
	readonly addedIds: ReadonlyMap<string, number>;
};

const BATCH_SIZE = 500;

/** Keeps what an import changed. Of a conference's first import only that it was; its talks are all new. */
export async function recordImport(tx: Tx, update: UpdateToRecord): Promise<void> {
	const { changes, addedIds, ...columns } = update;
	if (changes.length === 0 && !update.isFirst) return;
	const { conferenceId } = update;
	const talkCount = await tx.talk.count({ where: { conferenceId, withdrawnAt: null } });
	const { id: updateId } = await tx.scheduleUpdate.create({ data: { ...columns, talkCount }, select: { id: true } });
	if (update.isFirst) return;
	const rows = changes.flatMap(({ talk, kind, fields }) => {
		const talkId = "id" in talk ? talk.id : addedIds.get(talk.key);
		return talkId === undefined ? [] : [{ updateId, talkId, kind, fields }];
	});
	for (let index = 0; index < rows.length; index += BATCH_SIZE) {
		await tx.talkChange.createMany({ data: rows.slice(index, index + BATCH_SIZE) });
	}
}

const SESSION_MS = 30 * 60_000;

/** What a talk's change is that was taken back: kept, and told to nobody (`isTold`). */
const NO_CHANGE: RecordedChange = { kind: "CHANGED", fields: {} };

export type EditToRecord = RecordedChange & {
	readonly conferenceId: number;
	readonly talkId: number;
	readonly at: Date;
};

/**
 * Keeps what an edit changed about a talk. Edits that follow each other within half an hour, with no import between them,
 * are one update, and what they change about one talk is told as one change. Calendars may have been fetched between them,
 * so the edits that matter there are counted even where nothing is left to tell.
 */
export async function recordEdit(tx: Tx, { conferenceId, talkId, at, kind, fields }: EditToRecord): Promise<void> {
	const change = { kind, fields };
	const latest = await tx.scheduleUpdate.findFirst({
		where: { conferenceId },
		orderBy: [{ at: "desc" }, { id: "desc" }],
		select: { id: true, at: true, isByHand: true },
	});
	const session = latest?.isByHand && at.getTime() - latest.at.getTime() <= SESSION_MS ? latest : null;
	const known =
		session && (await tx.talkChange.findUnique({ where: { updateId_talkId: { updateId: session.id, talkId } } }));
	const before = known && { kind: known.kind, fields: readFieldChanges(known.fields) };
	const merged = before ? mergeChanges(before, change) : change;
	const revisions = (known && before ? readRevisions(known, before) : 0) + countRevisions(change);
	if (known) await tx.talkChange.delete({ where: { id: known.id } });
	const isLast = session !== null && (await tx.talkChange.count({ where: { updateId: session.id } })) === 0;
	if (!merged && revisions === 0) {
		if (isLast) await tx.scheduleUpdate.delete({ where: { id: session.id } });
		return;
	}
	const talkCount = await tx.talk.count({ where: { conferenceId, withdrawnAt: null } });
	const { version } = await tx.conference.findUniqueOrThrow({ where: { id: conferenceId }, select: { version: true } });
	const columns = { at, talkCount, version };
	const { id: updateId } = session
		? await tx.scheduleUpdate.update({ where: { id: session.id }, data: columns })
		: await tx.scheduleUpdate.create({ data: { ...columns, conferenceId, source: "", isByHand: true } });
	const recorded = merged ?? NO_CHANGE;
	const storedFields = revisions === countRevisions(recorded) ? recorded.fields : { ...recorded.fields, revisions };
	await tx.talkChange.create({ data: { updateId, talkId, kind: recorded.kind, fields: storedFields } });
}
