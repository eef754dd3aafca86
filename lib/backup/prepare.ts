import type { Tx } from "@/lib/db/client";
import { inParts } from "@/lib/writeups/export/rows";
import { gatherAwaited } from "./awaited";
import { gatherStored } from "./gather";
import { type TalksHere, talksHere } from "./here";
import { derivedId, mergeBackups } from "./merge";
import { named } from "./named";
import type { Backup } from "./types";

/** What bringing a backup in would do. */
export type Prepared = {
	/** What the visitor has, as it is stored. */
	readonly stored: Backup;
	/** The same with what awaits talks; talks are named as they are here. */
	readonly own: Backup;
	/** What they would have. */
	readonly merged: Backup;
	readonly here: TalksHere;
};

/** Works out what a visitor would have with a backup. Changes nothing. */
export async function prepareRestore(tx: Tx, userId: string, added: Backup): Promise<Prepared> {
	const stored = await gatherStored(tx, userId);
	const awaited = await gatherAwaited(tx, userId);
	const here = await talksHere(tx, [stored, awaited, added]);
	const own = mergeBackups(named(stored, here.nameHere), named(awaited, here.nameHere));
	const merged = mergeBackups(own, named(await withFreeIds(tx, userId, added), here.nameHere));
	return { stored, own, merged, here };
}

/** Write-ups whose ids are other visitors' get others, for this visitor always the same. */
async function withFreeIds(tx: Tx, userId: string, added: Backup): Promise<Backup> {
	const ids = added.writeUps.map(({ id }) => id);
	const taken = await inParts(ids, (part) =>
		tx.writeUp.findMany({ where: { id: { in: part }, NOT: { userId } }, select: { id: true } }),
	);
	const others = new Set(taken.map(({ id }) => id));
	const writeUps = added.writeUps.map((writeUp) =>
		others.has(writeUp.id) ? { ...writeUp, id: derivedId(`${userId} ${writeUp.id}`) } : writeUp,
	);
	return { ...added, writeUps };
}
