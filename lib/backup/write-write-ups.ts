import type { Tx } from "@/lib/db/client";
import { newToken } from "@/lib/watchlist/calendar/token";
import { writeNew } from "@/lib/writeups/mutations";
import type { WriteUpContent, WriteUpItem } from "@/lib/writeups/types";
import type { TalksHere } from "./here";
import type { WriteUpBackup } from "./types";

type BackupItem = WriteUpBackup["sections"][number]["items"][number];

/** Writes write-ups that a visitor does not have yet, in a transaction, published as they were. */
export async function writeWriteUps(
	tx: Tx,
	userId: string,
	writeUps: readonly WriteUpBackup[],
	here: TalksHere,
): Promise<void> {
	for (const writeUp of writeUps) {
		const { id, options, scope, publication, createdAt, updatedAt, ...content } = writeUp;
		const was = { id, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
		const made = await writeNew(tx, { userId, content: toContent(content, here), options, scope, was });
		if (made === null) throw new Error("A talk was here and is not any more.");
		if (!publication) continue;
		const { token, publishedAt, ...said } = publication;
		const isFree = (await tx.publication.count({ where: { token } })) === 0;
		await tx.publication.create({
			data: { writeUpId: id, ...said, token: isFree ? token : newToken(), publishedAt: new Date(publishedAt) },
		});
	}
}

/** Lets places of write-ups whose talks are here by now be about them; an editor that is open on one notices. */
export async function joinPlaces(
	tx: Tx,
	{ userId, writeUps, here }: { userId: string; writeUps: readonly WriteUpBackup[]; here: TalksHere },
): Promise<void> {
	for (const { id: writeUpId, sections } of writeUps) {
		const items = sections.flatMap((section) => section.items);
		const missing = await tx.writeUpItem.findMany({ where: { writeUpId, talkId: null }, select: { id: true } });
		const isMissing = new Set(missing.map(({ id }) => id));
		const joined = items.flatMap(({ id, talk }) => {
			const talkId = talk && isMissing.has(id) ? here.idOf(talk) : null;
			return talkId === null ? [] : [{ id, talkId }];
		});
		for (const { id, talkId } of joined) {
			await tx.$executeRaw`UPDATE "WriteUpItem" SET "talkId" = ${talkId}, "missingTalk" = NULL
				WHERE "writeUpId" = ${writeUpId} AND "id" = ${id}`;
		}
		// In SQL: what its author wrote has not changed, and Prisma would raise updatedAt.
		if (joined.length > 0) {
			await tx.$executeRaw`UPDATE "WriteUp" SET "revision" = "revision" + 1
				WHERE "id" = ${writeUpId} AND "userId" = ${userId}`;
		}
	}
}

type BackupContent = Pick<WriteUpBackup, "sections"> & Omit<WriteUpContent, "sections">;

function toContent({ sections, ...texts }: BackupContent, here: TalksHere): WriteUpContent {
	return {
		...texts,
		sections: sections.map(({ items, ...section }) => ({
			...section,
			items: items.map((item) => toItem(item, here)),
		})),
	};
}

function toItem({ talk, ...item }: BackupItem, here: TalksHere): WriteUpItem {
	const talkId = talk && here.idOf(talk);
	return { ...item, talkId, missingTalk: talkId === null ? talk : null };
}
