import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { queryInBatches } from "./export/rows";
import { canonical, isSame } from "./is-same";
import type { MarkdownOptions } from "./options";
import { getWriteUp, listTalkIds, type WriteUp } from "./queries";
import { EMPTY_CONTENT, type WriteUpContent, type WriteUpScope } from "./types";

export type SaveWriteUpResult =
	| { readonly kind: "saved"; readonly revision: number; readonly savedAt: Date }
	/** Somebody saved something else meanwhile: this. */
	| { readonly kind: "conflict"; readonly writeUp: WriteUp }
	| { readonly kind: "unknown-write-up" }
	| { readonly kind: "unknown-talk" };

type NewWriteUp = {
	readonly userId: string;
	readonly content: WriteUpContent;
	/** Null: as the visitor's exports are written. */
	readonly options: MarkdownOptions | null;
	readonly scope: WriteUpScope;
	/** Of one that there was already; new ones get theirs. */
	readonly original?: { readonly id: string; readonly createdAt: Date; readonly updatedAt: Date };
};

/** Makes a write-up and tells its id; null where a talk of it is not here. */
export function createWriteUp(db: Db, input: NewWriteUp): Promise<string | null> {
	return db.$transaction((tx) => insertWriteUp(tx, input));
}

/** The same, within a transaction. */
export async function insertWriteUp(
	tx: Tx,
	{ userId, content, options, scope, original }: NewWriteUp,
): Promise<string | null> {
	if (!(await areKnownTalks(tx, listTalkIds(content)))) return null;
	const { id } = await tx.writeUp.create({
		data: { userId, ...toFields(content), options: options ?? Prisma.DbNull, scope, ...original },
		select: { id: true },
	});
	await writeSections(tx, id, content);
	return id;
}

/**
 * Makes a visitor's write-up what `content` and `options` say, where it still is what they were made from. The same call
 * again changes nothing and is answered as before.
 */
export async function saveWriteUp(
	db: Db,
	input: {
		readonly userId: string;
		readonly id: string;
		readonly content: WriteUpContent;
		readonly options: MarkdownOptions | null;
		readonly baseRevision: number;
	},
): Promise<SaveWriteUpResult> {
	const { userId, id, content, options, baseRevision } = input;
	return db.$transaction(async (tx): Promise<SaveWriteUpResult> => {
		const stored = await getWriteUp(tx, { userId, id });
		if (!stored) return { kind: "unknown-write-up" };
		if (isSame([stored.content, stored.options], [content, options])) {
			return { kind: "saved", revision: stored.revision, savedAt: stored.updatedAt };
		}
		if (stored.revision !== baseRevision) return { kind: "conflict", writeUp: stored };
		if (!(await areKnownTalks(tx, findNewTalkIds(stored.content, content)))) return { kind: "unknown-talk" };
		// The revision is a condition of the write too: whoever is faster makes this a conflict.
		const [saved] = await tx.writeUp.updateManyAndReturn({
			where: { id, userId, revision: baseRevision },
			data: { ...toFields(content), options: options ?? Prisma.DbNull, revision: { increment: 1 } },
			select: { revision: true, updatedAt: true },
		});
		if (!saved) {
			const latest = await getWriteUp(tx, { userId, id });
			return latest ? { kind: "conflict", writeUp: latest } : { kind: "unknown-write-up" };
		}
		await writeSections(tx, id, content, stored.content);
		return { kind: "saved", revision: saved.revision, savedAt: saved.updatedAt };
	});
}

/** Whether there was such a write-up. Notes and marks stay as they are. */
export async function deleteWriteUp(db: Tx, { userId, id }: { userId: string; id: string }): Promise<boolean> {
	const { count } = await db.writeUp.deleteMany({ where: { id, userId } });
	return count > 0;
}

/** Brings a guest's write-ups, and how they had their Markdown written, into an account. */
export async function mergeUserWriteUps(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// In SQL, since a write-up that moves has not changed, and Prisma would raise updatedAt.
	await tx.$executeRaw`UPDATE "WriteUp" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}`;
	// An account's feed keeps its address: somebody may read it. The guest's goes with the guest.
	await tx.$executeRaw`UPDATE "WriteUpFeed" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND NOT EXISTS (SELECT 1 FROM "WriteUpFeed" WHERE "userId" = ${toUserId})`;
	await tx.$executeRaw`UPDATE "ExportSettings" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND NOT EXISTS (SELECT 1 FROM "ExportSettings" WHERE "userId" = ${toUserId})`;
}

function toFields(content: WriteUpContent) {
	const { title, date, slug, description, categories, tags, keywords, frontMatter, intro, outro } = content;
	return {
		...{ title, date, slug, description, frontMatter, intro, outro },
		...{ categories: [...categories], tags: [...tags], keywords: [...keywords] },
	};
}

/** Writes the rows that are not as they were: of a long write-up, a change is mostly one place. */
async function writeSections(tx: Tx, writeUpId: string, after: WriteUpContent, before = EMPTY_CONTENT): Promise<void> {
	const items = diffRows(itemRows(before), itemRows(after));
	const sections = diffRows(sectionRows(before), sectionRows(after));
	// Places before sections, whose end would be that of places that moved on, too.
	await queryInBatches([...items.gone, ...items.written.map(({ id }) => id)], async (ids) => {
		await tx.writeUpItem.deleteMany({ where: { writeUpId, id: { in: ids } } });
		return [];
	});
	await queryInBatches(sections.gone, async (ids) => {
		await tx.writeUpSection.deleteMany({ where: { writeUpId, id: { in: ids } } });
		return [];
	});
	const existingIds = new Set(before.sections.map(({ id }) => id));
	for (const { id, ...data } of sections.written.filter((row) => existingIds.has(row.id))) {
		await tx.writeUpSection.update({ where: { writeUpId_id: { writeUpId, id } }, data });
	}
	const fresh = sections.written.filter(({ id }) => !existingIds.has(id));
	await tx.writeUpSection.createMany({ data: fresh.map((row) => ({ writeUpId, ...row })) });
	await tx.writeUpItem.createMany({
		data: items.written.map(({ missingTalk, takeaways, leftOut, ...row }) => ({
			...{ writeUpId, ...row },
			missingTalk: missingTalk ?? Prisma.DbNull,
			takeaways: takeaways ? takeaways.map((each) => ({ ...each })) : Prisma.DbNull,
			leftOut: [...leftOut],
		})),
	});
}

function sectionRows({ sections }: WriteUpContent) {
	return sections.map(({ id, heading, prose }, position) => ({ id, position, heading, prose }));
}

function itemRows({ sections }: WriteUpContent) {
	return sections.flatMap(({ id: sectionId, items }) =>
		items.map((item, position) => ({ ...item, sectionId, position })),
	);
}

/** Rows that are new or other than they were, and the ids of those that are no more. */
function diffRows<Row extends { readonly id: string }>(before: readonly Row[], after: readonly Row[]) {
	const original = new Map(before.map((row) => [row.id, canonical(row)]));
	const currentIds = new Set(after.map(({ id }) => id));
	return {
		written: after.filter((row) => original.get(row.id) !== canonical(row)),
		gone: before.flatMap(({ id }) => (currentIds.has(id) ? [] : id)),
	};
}

function findNewTalkIds(before: WriteUpContent, after: WriteUpContent): number[] {
	const existingIds = new Set(listTalkIds(before));
	return listTalkIds(after).filter((id) => !existingIds.has(id));
}

async function areKnownTalks(tx: Tx, ids: readonly number[]): Promise<boolean> {
	const found = await queryInBatches(ids, (part) =>
		tx.talk.findMany({ where: { id: { in: part } }, select: { id: true } }),
	);
	return found.length === ids.length;
}
