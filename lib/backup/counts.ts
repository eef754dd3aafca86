import type { Tx } from "@/lib/db/client";

/** How much a visitor has. */
export type DataCounts = {
	/** Talks with a mark. */
	readonly marks: number;
	/** Notes that hold something. */
	readonly notes: number;
	readonly ratings: number;
	readonly topics: number;
	readonly writeUps: number;
};

/** The same of what is stored, and what is to be said of it besides. */
export type UserDataCounts = DataCounts & {
	readonly published: number;
	/** Talks that are not here and of which something was restored. */
	readonly awaited: number;
};

export async function countUserData(db: Tx, userId: string): Promise<UserDataCounts> {
	const where = { userId };
	const [marks, notes, ratings, topics, writeUps, published, awaited] = await Promise.all([
		db.mark.count({ where }),
		db.note.count({ where: { userId, isBlank: false } }),
		db.rating.count({ where }),
		db.topic.count({ where }),
		db.writeUp.count({ where }),
		db.publication.count({ where: { writeUp: { userId } } }),
		db.awaitedTalk.count({ where: { userId, NOT: { talk: "" } } }),
	]);
	return { marks, notes, ratings, topics, writeUps, published, awaited };
}
