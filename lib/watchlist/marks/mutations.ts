import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { knownTalks } from "@/lib/talks/queries";
import type { MarkStatus } from "../types";
import { chained, latestOfEach } from "./chain";
import { loadLog, storeLog } from "./store";
import type { LoggedPress, Press } from "./types";

export type KeptPresses = {
	/** What the visitor's marks of the talks are now: that of a press, or of a later one of another device. */
	readonly marks: readonly { readonly talkId: number; readonly status: MarkStatus | null }[];
	/** Ids of presses on talks that are not there; nothing is kept of them. */
	readonly unknown: readonly string[];
};

/**
 * Keeps a visitor's presses, given in the order in which they were made: each becomes an entry of the log, and the latest
 * of a talk, of whichever device, its mark. A press that was kept before changes nothing. One that claims to come from the
 * time after `now` was made on a fast clock, and counts as made now.
 */
export function keepPresses(db: Db, kept: Presses): Promise<KeptPresses> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, kept.userId);
		return keepPressesIn(tx, kept);
	});
}

type Presses = { readonly userId: string; readonly presses: readonly Press[]; readonly now: Date };

/** The same, within a transaction that began with `lockVisitor`. */
export async function keepPressesIn(tx: Tx, { userId, presses, now }: Presses): Promise<KeptPresses> {
	const talkIds = [...new Set(presses.map(({ talkId }) => talkId))];
	const [known, stored] = await Promise.all([knownTalks(tx, talkIds), loadLog(tx, { userId, talkIds })]);
	const logged = new Set(stored.map(({ id }) => id));
	const added: LoggedPress[] = [];
	for (const [index, { id, talkId, status, at }] of presses.entries()) {
		if (!known.has(talkId) || logged.has(id)) continue;
		logged.add(id);
		// Those of a fast clock keep their order.
		const latest = now.getTime() - (presses.length - 1 - index);
		const atMost = new Date(Math.min(at.getTime(), latest));
		added.push({ id, talkId, from: null, to: status, at: atMost, correctedDay: null });
	}
	const ofTalks = { userId, talkIds: [...known] };
	const entries =
		added.length > 0
			? await storeLog(tx, ofTalks, { stored, wanted: [...stored, ...added] })
			: latestOfEach(chained(stored));
	return {
		marks: entries.map(({ talkId, to }) => ({ talkId, status: to })),
		unknown: presses.filter(({ talkId }) => !known.has(talkId)).map(({ id }) => id),
	};
}

/**
 * Says on which day an entry really was, `YYYY-MM-DD`; null takes that back. The order of the log stays that of the
 * presses. False where the visitor has no such entry.
 */
export async function correctDay(
	db: Db,
	{ userId, id, day }: { userId: string; id: string; day: string | null },
): Promise<boolean> {
	const { count } = await db.markChange.updateMany({ where: { userId, id }, data: { correctedDay: day } });
	return count > 0;
}

/** Takes a slip out of the log; the mark becomes what the log then says. Null where the visitor has no such entry. */
export function removeEntry(
	db: Db,
	{ userId, id }: { userId: string; id: string },
): Promise<{ talkId: number; status: MarkStatus | null } | null> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const entry = await tx.markChange.findUnique({ where: { userId_id: { userId, id } }, select: { talkId: true } });
		if (!entry) return null;
		const ofTalk = { userId, talkIds: [entry.talkId] };
		const stored = await loadLog(tx, ofTalk);
		await tx.markChange.delete({ where: { userId_id: { userId, id } } });
		const wanted = stored.filter((each) => each.id !== id);
		const [latest] = await storeLog(tx, ofTalk, { stored: wanted, wanted });
		return { talkId: entry.talkId, status: latest?.to ?? null };
	});
}
