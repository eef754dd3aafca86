import type { Tx } from "@/lib/db/client";
import { newToken } from "@/lib/watchlist/calendar/token";
import { insertWriteUp } from "@/lib/writeups/mutations";
import type { WriteUpContent, WriteUpItem } from "@/lib/writeups/types";
import type { LocalTalks } from "./local-talks";
import type { WriteUpBackup } from "./types";

type BackupItem = WriteUpBackup["sections"][number]["items"][number];

/** Writes write-ups that a visitor does not have yet, in a transaction, published as they were. */
export async function writeWriteUps(
	tx: Tx,
	userId: string,
	writeUps: readonly WriteUpBackup[],
	localTalks: LocalTalks,
): Promise<void> {
	for (const writeUp of writeUps) {
		const { id, options, scope, publication, createdAt, updatedAt, ...content } = writeUp;
		const original = { id, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
		const createdId = await insertWriteUp(tx, {
			userId,
			content: toContent(content, localTalks),
			options,
			scope,
			original,
		});
		if (createdId === null) throw new Error("A talk was here and is not any more.");
		if (!publication) continue;
		const { token, publishedAt, ...publicationData } = publication;
		const isFree = (await tx.publication.count({ where: { token } })) === 0;
		await tx.publication.create({
			data: {
				writeUpId: id,
				...publicationData,
				token: isFree ? token : newToken(),
				publishedAt: new Date(publishedAt),
			},
		});
	}
}

/** Lets places of write-ups whose talks are here by now be about them; an editor that is open on one notices. */
export async function linkItemsToTalks(
	tx: Tx,
	{ userId, writeUps, here: localTalks }: { userId: string; writeUps: readonly WriteUpBackup[]; here: LocalTalks },
): Promise<void> {
	for (const { id: writeUpId, sections } of writeUps) {
		const items = sections.flatMap((section) => section.items);
		const missing = await tx.writeUpItem.findMany({ where: { writeUpId, talkId: null }, select: { id: true } });
		const isMissing = new Set(missing.map(({ id }) => id));
		const matched = items.flatMap(({ id, talk }) => {
			const talkId = talk && isMissing.has(id) ? localTalks.findId(talk) : null;
			return talkId === null ? [] : [{ id, talkId }];
		});
		for (const { id, talkId } of matched) {
			await tx.$executeRaw`UPDATE "WriteUpItem" SET "talkId" = ${talkId}, "missingTalk" = NULL
				WHERE "writeUpId" = ${writeUpId} AND "id" = ${id}`;
		}
		// In SQL: what its author wrote has not changed, and Prisma would raise updatedAt.
		if (matched.length > 0) {
			await tx.$executeRaw`UPDATE "WriteUp" SET "revision" = "revision" + 1
				WHERE "id" = ${writeUpId} AND "userId" = ${userId}`;
		}
	}
}

type BackupContent = Pick<WriteUpBackup, "sections"> & Omit<WriteUpContent, "sections">;

function toContent({ sections, ...texts }: BackupContent, localTalks: LocalTalks): WriteUpContent {
	return {
		...texts,
		sections: sections.map(({ items, ...section }) => ({
			...section,
			items: items.map((item) => toItem(item, localTalks)),
		})),
	};
}

function toItem({ talk, ...item }: BackupItem, localTalks: LocalTalks): WriteUpItem {
	const talkId = talk && localTalks.findId(talk);
	return { ...item, talkId, missingTalk: talkId === null ? talk : null };
}
