import type { Tx } from "@/lib/db/client";
import { conferenceSelect, talkListSelect, talkOrder, toListItem } from "@/lib/talks/talk-rows";
import type { Counted, Named, TalkListItem } from "@/lib/talks/types";
import type { Topic, TopicConference } from "./types";

const byName = new Intl.Collator("en", { numeric: true });

function inNameOrder(a: Topic, b: Topic): number {
	return byName.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1);
}

/** A visitor's topics with the number of their talks, by name. */
export async function listTopics(db: Tx, userId: string): Promise<Counted[]> {
	const rows = await db.topic.findMany({
		where: { userId },
		select: { slug: true, name: true, _count: { select: { talks: true } } },
	});
	return rows.map(({ slug, name, _count }) => ({ slug, name, talkCount: _count.talks })).sort(inNameOrder);
}

/** The topics that a visitor put on a talk, by name. */
export async function listTopicsOfTalk(db: Tx, of: { userId: string; talkId: number }): Promise<Topic[]> {
	const rows = await db.topic.findMany({
		where: { userId: of.userId, talks: { some: { talkId: of.talkId } } },
		select: { slug: true, name: true },
	});
	return rows.sort(inNameOrder);
}

/** Null where the visitor has no such topic. */
export function findTopic(db: Tx, of: { userId: string; slug: string }): Promise<Topic | null> {
	return db.topic.findUnique({ where: { userId_slug: of }, select: { slug: true, name: true } });
}

/** The talks that a visitor put a topic on, withdrawn ones too: the latest conference first, then in order of time. */
export async function listTopicTalks(db: Tx, of: { userId: string; slug: string }): Promise<TopicConference[]> {
	const rows = await db.talk.findMany({
		where: { topics: { some: { topic: of } } },
		select: { ...talkListSelect, conference: { select: conferenceSelect } },
		orderBy: [{ conference: { startDate: "desc" } }, { conference: { slug: "asc" } }, ...talkOrder],
	});
	const groups = new Map<number, { conference: TopicConference["conference"]; talks: TalkListItem[] }>();
	for (const { conference, ...row } of rows) {
		const group = groups.get(conference.id);
		if (group) group.talks.push(toListItem(row));
		else groups.set(conference.id, { conference, talks: [toListItem(row)] });
	}
	return [...groups.values()];
}

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
