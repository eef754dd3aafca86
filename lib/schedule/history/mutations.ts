import type { Tx } from "@/lib/db/client";
import type { ChangeOfTalk } from "./recorded";

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

const AT_ONCE = 500;

/** Keeps what an import changed. Of a conference's first import only that it was; its talks are all new. */
export async function recordImport(tx: Tx, update: UpdateToRecord): Promise<void> {
	const { changes, addedIds, ...described } = update;
	if (changes.length === 0 && !update.isFirst) return;
	const { conferenceId } = update;
	const talkCount = await tx.talk.count({ where: { conferenceId, withdrawnAt: null } });
	const { id: updateId } = await tx.scheduleUpdate.create({ data: { ...described, talkCount }, select: { id: true } });
	if (update.isFirst) return;
	const rows = changes.flatMap(({ talk, kind, fields }) => {
		const talkId = "id" in talk ? talk.id : addedIds.get(talk.key);
		return talkId === undefined ? [] : [{ updateId, talkId, kind, fields }];
	});
	for (let index = 0; index < rows.length; index += AT_ONCE) {
		await tx.talkChange.createMany({ data: rows.slice(index, index + AT_ONCE) });
	}
}
