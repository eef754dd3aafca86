import type { Db, Tx } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { allTalksExist } from "@/lib/talks/queries";
import { MAX_TOPICS } from "./schema";
import { createTopicSlug, findByName, findByNameOrSlug } from "./topic-name";
import type { Topic, TopicTalksResponse } from "./types";

type StoredTopic = Topic & { readonly id: string };

type TooMany = { readonly kind: "too-many" };
type UnknownTopic = { readonly kind: "unknown-topic" };

export type CreateTopicResult = { readonly kind: "created" | "there-already"; readonly topic: Topic } | TooMany;

/** Makes a topic of a visitor's, unless they have one of that name. */
export function createTopic(db: Db, { userId, name }: { userId: string; name: string }): Promise<CreateTopicResult> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const topics = await loadTopics(tx, userId);
		const found = findByName(topics, name);
		if (found) return { kind: "there-already", topic: toTopic(found) };
		if (topics.length >= MAX_TOPICS) return { kind: "too-many" };
		return { kind: "created", topic: toTopic(await create(tx, { userId, name, topics })) };
	});
}

export type SetTopicResult =
	| ({ readonly kind: "kept" } & TopicTalksResponse)
	| { readonly kind: "unknown-talk" }
	| UnknownTopic
	| TooMany;

type TopicOnTalks = {
	readonly userId: string;
	/** A name, in any case, or a slug. */
	readonly topic: string;
	readonly talkIds: readonly number[];
	/** Whether the talks are to have it. */
	readonly on: boolean;
};

/**
 * Puts a visitor's topic on talks, or takes it off: of all of them, or, where one of them does not exist, of none. One that
 * they do not have is made where it is put on. The same call again changes nothing.
 */
export function setTopicOnTalks(db: Db, { userId, topic: name, ...options }: TopicOnTalks): Promise<SetTopicResult> {
	const talkIds = [...new Set(options.talkIds)];
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		if (!(await allTalksExist(tx, talkIds))) return { kind: "unknown-talk" };
		const topics = await loadTopics(tx, userId);
		const found = findByNameOrSlug(topics, name);
		if (!found && !options.on) return { kind: "unknown-topic" };
		if (!found && topics.length >= MAX_TOPICS) return { kind: "too-many" };
		const topic = found ?? (await create(tx, { userId, name, topics }));
		const changed: number[] = [];
		for (const some of chunk(talkIds)) changed.push(...(await updateTopicTalks(tx, topic.id, some, options.on)));
		return { kind: "kept", topic: toTopic(topic), isNew: !found, changed };
	});
}

export type RenameTopicResult =
	| { readonly kind: "renamed"; readonly topic: Topic }
	/** By another topic. */
	| { readonly kind: "taken"; readonly topic: Topic }
	| UnknownTopic;

/** Gives a visitor's topic another name, and the address that goes with it. */
export function renameTopic(
	db: Db,
	{ userId, slug, name }: { userId: string; slug: string; name: string },
): Promise<RenameTopicResult> {
	return db.$transaction(async (tx) => {
		await lockVisitor(db, tx, userId);
		const topics = await loadTopics(tx, userId);
		const topic = topics.find((each) => each.slug === slug);
		if (!topic) return { kind: "unknown-topic" };
		const others = topics.filter((each) => each !== topic);
		const namesake = findByName(others, name);
		if (namesake) return { kind: "taken", topic: toTopic(namesake) };
		const renamed = { name, slug: createTopicSlug(name, others) };
		await tx.topic.update({ where: { id: topic.id }, data: renamed });
		return { kind: "renamed", topic: renamed };
	});
}

/** Takes a visitor's topic off all talks, and away. False where they have no such topic. */
export async function deleteTopic(db: Db, of: { userId: string; slug: string }): Promise<boolean> {
	const { count } = await db.topic.deleteMany({ where: of });
	return count > 0;
}

function loadTopics(tx: Tx, userId: string): Promise<StoredTopic[]> {
	return tx.topic.findMany({ where: { userId }, select: { id: true, slug: true, name: true } });
}

function create(tx: Tx, input: { userId: string; name: string; topics: readonly Topic[] }): Promise<StoredTopic> {
	const { userId, name, topics } = input;
	const data = { userId, name, slug: createTopicSlug(name, topics) };
	return tx.topic.create({ data, select: { id: true, slug: true, name: true } });
}

function toTopic({ slug, name }: StoredTopic): Topic {
	return { slug, name };
}

/** Ids of the talks that were not so before. */
async function updateTopicTalks(tx: Tx, topicId: string, talkIds: readonly number[], on: boolean): Promise<number[]> {
	const where = { topicId, talkId: { in: [...talkIds] } };
	const rows = await tx.topicTalk.findMany({ where, select: { talkId: true } });
	const taggedTalkIds = new Set(rows.map(({ talkId }) => talkId));
	const changed = talkIds.filter((talkId) => taggedTalkIds.has(talkId) !== on);
	if (changed.length === 0) return [];
	if (on) await tx.topicTalk.createMany({ data: changed.map((talkId) => ({ topicId, talkId })) });
	else await tx.topicTalk.deleteMany({ where });
	return changed;
}

/** SQLite takes no longer lists. */
const BATCH_SIZE = 500;

function* chunk(ids: readonly number[]): Generator<number[]> {
	for (let first = 0; first < ids.length; first += BATCH_SIZE) yield ids.slice(first, first + BATCH_SIZE);
}

/** Brings a guest's topics into an account, onto the talks that they are on: those of the same name become one. */
export async function mergeTopics(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const select = { id: true, slug: true, name: true } as const;
	const guests = await tx.topic.findMany({ where: { userId: fromUserId }, select, orderBy: { createdAt: "asc" } });
	const own = await tx.topic.findMany({ where: { userId: toUserId }, select });
	for (const { id, name } of guests) {
		const namesake = findByName(own, name);
		if (namesake) {
			await tx.$executeRaw`UPDATE "TopicTalk" SET "topicId" = ${namesake.id} WHERE "topicId" = ${id}
				AND "talkId" NOT IN (SELECT "talkId" FROM "TopicTalk" WHERE "topicId" = ${namesake.id})`;
			await tx.topic.delete({ where: { id } });
		} else {
			const slug = createTopicSlug(name, own);
			await tx.topic.update({ where: { id }, data: { userId: toUserId, slug } });
			own.push({ id, slug, name });
		}
	}
}
