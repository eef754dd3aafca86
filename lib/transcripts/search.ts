import { type Db, Prisma, providerOfClient } from "@/lib/db/client";

/** Transcripts that one statement looks through: SQLite lets nothing else happen meanwhile. */
const BATCH_SIZE = 100;

/** Ids in one list; SQLite takes no more than 999 where Prisma writes it. */
const MAX_IDS = 500;

/** Words that one statement looks for, each a bit of its answer. */
const MAX_WORDS = 30;

type Scope = {
	/** Only talks of this conference. */
	readonly conferenceId?: number;
	/** Only these. */
	readonly talkIds?: readonly number[];
};

/**
 * The talks in whose transcript each word was said, by word. Words are folded as queries are, see `queryWords`, and found
 * within longer ones. Looked through are the transcripts that were fetched, of links that the talks still have.
 */
export async function findTalksSaying(
	db: Db,
	{ words, ...scope }: Scope & { readonly words: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
	const found = new Map(words.map((word) => [word, new Set<number>()]));
	const wanted = [...found.keys()].filter((word) => word !== "");
	if (wanted.length === 0) return found;
	for (const ids of chunk(await listTranscriptIds(db, scope), BATCH_SIZE)) {
		for (const some of chunk(wanted, MAX_WORDS)) {
			for (const { talkId, said } of await matchWords(db, ids, some)) {
				for (const [bit, word] of some.entries()) if (said & (1 << bit)) found.get(word)?.add(talkId);
			}
		}
	}
	return found;
}

/** Ids of transcripts. Of the transcripts, only an index is read for it. */
async function listTranscriptIds(db: Db, { conferenceId, talkIds }: Scope): Promise<number[]> {
	const ofConference =
		conferenceId === undefined
			? Prisma.empty
			: Prisma.sql`AND s."talkId" IN (SELECT t."id" FROM "Talk" t WHERE t."conferenceId" = ${conferenceId})`;
	const scopes = talkIds
		? chunk(talkIds, MAX_IDS).map((ids) => Prisma.sql`AND s."talkId" IN (${Prisma.join(ids)})`)
		: [Prisma.empty];
	const found: number[] = [];
	for (const scope of scopes) {
		const rows = await db.$queryRaw<{ id: number | bigint }[]>`
			SELECT s."id" FROM "Transcript" s WHERE EXISTS (SELECT 1 FROM "TalkLink" l
				WHERE l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url") ${ofConference} ${scope}`;
		for (const { id } of rows) found.push(Number(id));
	}
	return found;
}

/** Which of the words each transcript has, as the sum of their bits: the text, which is long, is read once for all. */
async function matchWords(
	db: Db,
	ids: readonly number[],
	words: readonly string[],
): Promise<{ readonly talkId: number; readonly said: number }[]> {
	// Not LIKE, to which some characters of a word would be more than themselves.
	const positionOf = (word: string) =>
		providerOfClient(db) === "sqlite" ? Prisma.sql`instr(s."text", ${word})` : Prisma.sql`strpos(s."text", ${word})`;
	const bits = words.map((word, bit) => {
		const value = Prisma.raw(String(1 << bit));
		return Prisma.sql`CASE WHEN ${positionOf(word)} > 0 THEN ${value} ELSE 0 END`;
	});
	const rows = await db.$queryRaw<{ talkId: number | bigint; said: number | bigint }[]>`
		SELECT s."talkId", ${Prisma.join(bits, " + ")} AS "said" FROM "Transcript" s WHERE s."id" IN (${Prisma.join([...ids])})`;
	return rows.map(({ talkId, said }) => ({ talkId: Number(talkId), said: Number(said) }));
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
	const count = Math.ceil(items.length / size);
	return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
