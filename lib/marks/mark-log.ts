import type { Tx } from "@/lib/db/client";
import { groupAdjacent } from "@/lib/time/talk-times";
import type { MarkLogEntry } from "./types";

const entrySelect = { id: true, talkId: true, from: true, to: true, at: true, correctedDay: true } as const;

type LogScope = { readonly userId: string; readonly talkIds: readonly number[] };

/** A visitor's log of some talks, in no order. */
export function loadMarkLog(tx: Tx, { userId, talkIds }: LogScope): Promise<MarkLogEntry[]> {
	return tx.markChange.findMany({ where: { userId, talkId: { in: [...talkIds] } }, select: entrySelect });
}

/** Makes what is stored of some talks what a log says: its entries, and the marks that follow from them. */
export async function saveMarkLog(
	tx: Tx,
	{ userId, talkIds }: LogScope,
	log: { readonly stored: readonly MarkLogEntry[]; readonly wanted: readonly MarkLogEntry[] },
): Promise<MarkLogEntry[]> {
	const entries = chainEntries(log.wanted);
	const stored = new Map(log.stored.map((entry) => [entry.id, entry]));
	const added = entries.filter(({ id }) => !stored.has(id));
	if (added.length > 0) await tx.markChange.createMany({ data: added.map((entry) => ({ ...entry, userId })) });
	for (const { id, from } of entries) {
		const previous = stored.get(id);
		if (previous && previous.from !== from) {
			await tx.markChange.update({ where: { userId_id: { userId, id } }, data: { from } });
		}
	}
	const latest = findLatestPerTalk(entries);
	await saveMarks(tx, { userId, talkIds }, latest);
	return latest;
}

/** A mark's times are those of the press that made it what it is. */
async function saveMarks(tx: Tx, { userId, talkIds }: LogScope, latest: readonly MarkLogEntry[]): Promise<void> {
	await tx.mark.deleteMany({ where: { userId, talkId: { in: [...talkIds] } } });
	const marks = latest.flatMap(({ talkId, to, at }) =>
		to === null ? [] : [{ userId, talkId, status: to, createdAt: at, updatedAt: at }],
	);
	if (marks.length > 0) await tx.mark.createMany({ data: marks });
}

/**
 * One visitor's log as it has to be: every entry begins where the one before it on the same talk ended. Entries come in any
 * order, as devices send them; those of a talk come out together, the earliest first, talks by id. Whatever the order in
 * which the same entries arrive, the log is the same.
 */
export function chainEntries(entries: readonly MarkLogEntry[]): MarkLogEntry[] {
	return groupAdjacent(entries.toSorted(byTalkAndTime), ({ talkId }) => talkId).flatMap(({ items }) =>
		items.map((entry, index) => {
			const from = items[index - 1]?.to ?? null;
			return entry.from === from ? entry : { ...entry, from };
		}),
	);
}

/** Of each talk the entry that counts, in a log as `chained` leaves it: the latest. */
export function findLatestPerTalk(log: readonly MarkLogEntry[]): MarkLogEntry[] {
	return log.filter((entry, index) => log[index + 1]?.talkId !== entry.talkId);
}

/** Of two at the same moment the greater id is the later one, wherever it is asked. */
function byTalkAndTime(a: MarkLogEntry, b: MarkLogEntry): number {
	return a.talkId - b.talkId || a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
