import type { Tx } from "@/lib/db/client";
import { talkListSelect, toListItem } from "@/lib/talks/rows";
import type { TriageTalk } from "./types";

/** The talks of a conference that have one of these ids (at most some hundred), in the order of the ids. */
export async function listTriageTalks(db: Tx, conferenceId: number, ids: readonly number[]): Promise<TriageTalk[]> {
	const rows = await db.talk.findMany({
		where: { conferenceId, id: { in: [...ids] } },
		select: { ...talkListSelect, abstract: true, description: true, willBeRecorded: true },
	});
	const byId = new Map(
		rows.map((row) => {
			const { abstract, description, willBeRecorded } = row;
			return [row.id, { ...toListItem(row), abstract, description, willBeRecorded }];
		}),
	);
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Ids of the talks of a conference that a visitor put off. */
export async function listTriageSkips(db: Tx, of: { userId: string; conferenceId: number }): Promise<number[]> {
	const rows = await db.triageSkip.findMany({
		where: { userId: of.userId, talk: { conferenceId: of.conferenceId } },
		select: { talkId: true },
		orderBy: { talkId: "asc" },
	});
	return rows.map(({ talkId }) => talkId);
}

/** SQLite takes no longer lists. */
const IDS_AT_ONCE = 500;

/** Whether there are talks of all these ids. */
export async function allTalksExist(db: Tx, talkIds: readonly number[]): Promise<boolean> {
	const distinct = [...new Set(talkIds)];
	for (let first = 0; first < distinct.length; first += IDS_AT_ONCE) {
		const some = distinct.slice(first, first + IDS_AT_ONCE);
		if ((await db.talk.count({ where: { id: { in: some } } })) < some.length) return false;
	}
	return true;
}
