import type { Tx } from "@/lib/db/client";
import { queryInBatches } from "@/lib/writeups/export/rows";
import { collectAwaited } from "./awaited";
import { collectStored } from "./collect";
import { findLocalTalks, type LocalTalks, withLocalRefs } from "./local-talks";
import { deriveId, mergeBackups } from "./merge";
import type { Backup } from "./types";

/** What bringing a backup in would do. */
export type PreparedRestore = {
	/** What the visitor has, as it is stored. */
	readonly stored: Backup;
	/** The same with what awaits talks; talks are named as they are here. */
	readonly own: Backup;
	/** What they would have. */
	readonly merged: Backup;
	readonly localTalks: LocalTalks;
};

/** Works out what a visitor would have with a backup. Changes nothing. */
export async function prepareRestore(tx: Tx, userId: string, added: Backup): Promise<PreparedRestore> {
	const stored = await collectStored(tx, userId);
	const awaited = await collectAwaited(tx, userId);
	const localTalks = await findLocalTalks(tx, [stored, awaited, added]);
	const own = mergeBackups(withLocalRefs(stored, localTalks.toLocalRef), withLocalRefs(awaited, localTalks.toLocalRef));
	const merged = mergeBackups(own, withLocalRefs(await withFreeIds(tx, userId, added), localTalks.toLocalRef));
	return { stored, own, merged, localTalks };
}

/** Write-ups whose ids are other visitors' get others, for this visitor always the same. */
async function withFreeIds(tx: Tx, userId: string, added: Backup): Promise<Backup> {
	const ids = added.writeUps.map(({ id }) => id);
	const taken = await queryInBatches(ids, (part) =>
		tx.writeUp.findMany({ where: { id: { in: part }, NOT: { userId } }, select: { id: true } }),
	);
	const takenIds = new Set(taken.map(({ id }) => id));
	const writeUps = added.writeUps.map((writeUp) =>
		takenIds.has(writeUp.id) ? { ...writeUp, id: deriveId(`${userId} ${writeUp.id}`) } : writeUp,
	);
	return { ...added, writeUps };
}
