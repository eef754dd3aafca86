import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@/lib/db/client";
import { groupByKey } from "@/lib/talks/group-by-key";
import type { PreparedRestore } from "./prepare";
import { toTalkKey } from "./sort";
import type { Backup } from "./types";

/** What bringing a backup in does, or did. */
export type Outcome = {
	readonly before: DataCounts;
	readonly after: DataCounts;
	/** Talks about which something changes that was there before. */
	readonly changedTalks: number;
	/** Notes that give way to later ones of the backup, and stay among their revisions: titles of the talks. */
	readonly replacedNotes: readonly string[];
	/** Titles of write-ups of which the backup has a later version, which comes beside the one here. */
	readonly doubledWriteUps: readonly string[];
	/** Titles of write-ups that are published by this. */
	readonly published: readonly string[];
	/** Conferences that are not here, and how many talks wait for each. */
	readonly awaited: readonly { readonly conference: string; readonly title: string; readonly talks: number }[];
	/** Nothing is changed at all. */
	readonly isNothing: boolean;
};

function countBackup({ talks, topics, writeUps }: Backup): DataCounts {
	return {
		marks: talks.filter(({ mark }) => mark !== null).length,
		notes: talks.filter(({ note }) => note && (note.text.trim() !== "" || note.takeaways.length > 0)).length,
		ratings: talks.filter(({ rating }) => rating !== null).length,
		topics: topics.length,
		writeUps: writeUps.length,
	};
}

export function computeOutcome({ own, merged, localTalks }: PreparedRestore): Outcome {
	const before = new Map(own.talks.map((talk) => [toTalkKey(talk), talk]));
	const changed = merged.talks.flatMap((after) => {
		const was = before.get(toTalkKey(after));
		return was && !isDeepStrictEqual(was, after) ? [{ was, after }] : [];
	});
	const existingIds = new Set(own.writeUps.map(({ id }) => id));
	const added = merged.writeUps.filter(({ id }) => !existingIds.has(id));
	const titles = new Map(merged.conferences.map(({ slug, title }) => [slug, title]));
	const awaited = groupByKey(
		merged.talks.filter((talk) => localTalks.findId(talk) === null),
		({ conference }) => conference,
	);
	return {
		before: countBackup(own),
		after: countBackup(merged),
		changedTalks: changed.length,
		replacedNotes: changed.flatMap(({ was, after }) =>
			was.note && after.note && !isSameNote(was.note, after.note) ? [after.title] : [],
		),
		doubledWriteUps: added.flatMap((writeUp) =>
			own.writeUps.some(({ title, createdAt }) => title === writeUp.title && createdAt === writeUp.createdAt)
				? [writeUp.title]
				: [],
		),
		published: added.flatMap(({ title, publication }) => (publication ? [title] : [])),
		awaited: [...awaited].map(([conference, talks]) => ({
			conference,
			title: titles.get(conference) ?? conference,
			talks: talks.length,
		})),
		isNothing: isDeepStrictEqual({ ...own, conferences: [] }, { ...merged, conferences: [] }),
	};
}

type Note = NonNullable<Backup["talks"][number]["note"]>;

function isSameNote(a: Note, b: Note): boolean {
	return isDeepStrictEqual([a.text, a.takeaways], [b.text, b.takeaways]);
}

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
