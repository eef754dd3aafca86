import type { Tx } from "@/lib/db/client";
import type { Named } from "@/lib/talks/types";

/** A speaker or topic of a talk. The talk's id is as a plain statement brings it: the databases differ. */
export type NamedOfTalk = { readonly talkId: number | bigint; readonly slug: string; readonly name: string };

/** The topics of all talks that have one, by name. */
export async function listTopicsOfTalks(db: Tx, userId: string): Promise<NamedOfTalk[]> {
	const topics = await db.$queryRaw<NamedOfTalk[]>`
		SELECT tt."talkId", topic."slug", topic."name" FROM "Topic" topic
		JOIN "TopicTalk" tt ON tt."topicId" = topic."id"
		WHERE topic."userId" = ${userId}`;
	return topics.sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Names by talk, in the order given. */
export function groupNamesByTalk(rows: readonly NamedOfTalk[]): ReadonlyMap<number, readonly Named[]> {
	const byTalk = new Map<number, Named[]>();
	for (const { talkId, slug, name } of rows) {
		const id = Number(talkId);
		const names = byTalk.get(id);
		if (names) names.push({ slug, name });
		else byTalk.set(id, [{ slug, name }]);
	}
	return byTalk;
}
