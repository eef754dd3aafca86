import type { Tx } from "@/lib/db/client";
import { createTopicSlug, findByName } from "./topic-name";

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
