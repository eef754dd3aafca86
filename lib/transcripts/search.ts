import { type Db, Prisma, providerOfClient } from "@/lib/db/client";

/** Parameters of one statement. SQLite takes no more than 999 in a list that Prisma writes. */
const MOST_IDS = 500;

/**
 * The talks in whose transcript each word was said, by word: of a conference, of those with the given ids, or of all. Words
 * are folded as queries are, see `queryWords`, and found within longer ones. Looked through are the transcripts that were
 * fetched, of links that the talks still have.
 */
export async function talksSaying(
	db: Db,
	{
		conferenceId,
		talkIds,
		words,
	}: { readonly conferenceId?: number; readonly talkIds?: readonly number[]; readonly words: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
	const found = new Map(words.map((word) => [word, new Set<number>()]));
	const scopes = talkIds ? chunksOf(talkIds, MOST_IDS).map(amongIds) : [Prisma.empty];
	for (const [word, talks] of found) {
		if (word === "") continue;
		for (const scope of scopes) {
			const said = await db.$queryRaw<{ talkId: number | bigint }[]>`
				SELECT s."talkId" FROM "Transcript" s WHERE ${has(db, word)}
					${conferenceId === undefined ? Prisma.empty : ofConference(conferenceId)} ${scope}
					AND EXISTS (SELECT 1 FROM "TalkLink" l
						WHERE l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url")`;
			for (const { talkId } of said) talks.add(Number(talkId));
		}
	}
	return found;
}

/** Not LIKE, to which some characters of a word would be more than themselves. */
function has(db: Db, word: string): Prisma.Sql {
	return providerOfClient(db) === "sqlite"
		? Prisma.sql`instr(s."text", ${word}) > 0`
		: Prisma.sql`strpos(s."text", ${word}) > 0`;
}

const amongIds = (ids: readonly number[]) => Prisma.sql`AND s."talkId" IN (${Prisma.join([...ids])})`;

const ofConference = (id: number) =>
	Prisma.sql`AND s."talkId" IN (SELECT t."id" FROM "Talk" t WHERE t."conferenceId" = ${id})`;

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
	const count = Math.ceil(items.length / size);
	return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
