import type { Tx } from "@/lib/db/client";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import type { CompiledTalk } from "./compile/types";
import { loadWriteUpTalks } from "./queries";

const MAX_RESULTS = 20;

/**
 * The talks of all conferences whose titles and speakers have all the words: those that the visitor marked or noted first,
 * then those of the latest conferences. At most twenty.
 */
export async function findTalksToAdd(
	db: Tx,
	{ userId, query }: { userId: string; query: string },
): Promise<CompiledTalk[]> {
	const words = tokenizeQuery(query);
	if (words.length === 0) return [];
	const rows = await db.talk.findMany({
		select: {
			id: true,
			title: true,
			start: true,
			speakers: { select: { speaker: { select: { name: true } } } },
			marks: { where: { userId }, select: { status: true } },
			notes: { where: { userId }, select: { id: true } },
		},
	});
	const ids = rows
		.filter(({ title, speakers }) => {
			const text = normalizeForSearch([title, ...speakers.map(({ speaker }) => speaker.name)].join(" "));
			return words.every((word) => text.includes(word));
		})
		.map(({ id, start, marks, notes }) => ({ id, isOwn: marks.length + notes.length > 0, start: start.getTime() }))
		.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.start - a.start || a.id - b.id)
		.slice(0, MAX_RESULTS)
		.map(({ id }) => id);
	const talks = await loadWriteUpTalks(db, { userId, talkIds: ids });
	return ids.flatMap((id) => talks.get(id) ?? []);
}
