import type { Tx } from "@/lib/db/client";
import { talkListSelect, toListItem } from "@/lib/talks/talk-rows";
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
