import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { inParts } from "./export/rows";
import type { MarkdownOptions } from "./options";
import { getWriteUp, talkIdsOf, type WriteUp } from "./queries";
import type { WriteUpContent, WriteUpScope } from "./types";

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
};

/** Makes a write-up and tells its id; null where a talk of it is not here. */
export function createWriteUp(db: Db, input: NewWriteUp): Promise<string | null> {
	return db.$transaction((tx) => writeNew(tx, input));
}

/** The same, within a transaction. */
export async function writeNew(tx: Tx, { userId, content, options, scope }: NewWriteUp): Promise<string | null> {
	if (!(await areKnown(tx, talkIdsOf(content)))) return null;
	const { id } = await tx.writeUp.create({
		data: { userId, ...fieldsOf(content), options: options ?? Prisma.DbNull, scope },
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
		if (!(await areKnown(tx, newTalkIds(stored.content, content)))) return { kind: "unknown-talk" };
		// The revision is a condition of the write too: whoever is faster makes this a conflict.
		const [written] = await tx.writeUp.updateManyAndReturn({
			where: { id, userId, revision: baseRevision },
			data: { ...fieldsOf(content), options: options ?? Prisma.DbNull, revision: { increment: 1 } },
			select: { revision: true, updatedAt: true },
		});
		if (!written) {
			const now = await getWriteUp(tx, { userId, id });
			return now ? { kind: "conflict", writeUp: now } : { kind: "unknown-write-up" };
		}
		if (!isSame(stored.content.sections, content.sections)) {
			await tx.writeUpSection.deleteMany({ where: { writeUpId: id } });
			await writeSections(tx, id, content);
		}
		return { kind: "saved", revision: written.revision, savedAt: written.updatedAt };
	});
}

/** Whether there was such a write-up. Notes and marks stay as they are. */
export async function deleteWriteUp(db: Tx, { userId, id }: { userId: string; id: string }): Promise<boolean> {
	const { count } = await db.writeUp.deleteMany({ where: { id, userId } });
	return count > 0;
}

/** Brings a guest's write-ups, and how they had their Markdown written, into an account. */
export async function mergeWriteUpsOf(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	// In SQL, since a write-up that moves has not changed, and Prisma would raise updatedAt.
	await tx.$executeRaw`UPDATE "WriteUp" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}`;
	// An account's feed keeps its address: somebody may read it. The guest's goes with the guest.
	await tx.$executeRaw`UPDATE "WriteUpFeed" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND NOT EXISTS (SELECT 1 FROM "WriteUpFeed" WHERE "userId" = ${toUserId})`;
	await tx.$executeRaw`UPDATE "ExportSettings" SET "userId" = ${toUserId} WHERE "userId" = ${fromUserId}
		AND NOT EXISTS (SELECT 1 FROM "ExportSettings" WHERE "userId" = ${toUserId})`;
}

function fieldsOf(content: WriteUpContent) {
	const { title, date, slug, description, categories, tags, keywords, frontMatter, intro, outro } = content;
	return {
		...{ title, date, slug, description, frontMatter, intro, outro },
		...{ categories: [...categories], tags: [...tags], keywords: [...keywords] },
	};
}

async function writeSections(tx: Tx, writeUpId: string, { sections }: WriteUpContent): Promise<void> {
	await tx.writeUpSection.createMany({
		data: sections.map(({ id, heading, prose }, position) => ({ writeUpId, id, position, heading, prose })),
	});
	await tx.writeUpItem.createMany({
		data: sections.flatMap(({ id: sectionId, items }) =>
			items.map(({ id, talkId, missingTalk, heading, text, takeaways, leftOut }, position) => ({
				...{ writeUpId, id, sectionId, position, talkId, heading, text },
				missingTalk: missingTalk ?? Prisma.DbNull,
				takeaways: takeaways ? takeaways.map((each) => ({ ...each })) : Prisma.DbNull,
				leftOut: [...leftOut],
			})),
		),
	});
}

function newTalkIds(before: WriteUpContent, after: WriteUpContent): number[] {
	const had = new Set(talkIdsOf(before));
	return talkIdsOf(after).filter((id) => !had.has(id));
}

async function areKnown(tx: Tx, ids: readonly number[]): Promise<boolean> {
	const found = await inParts(ids, (part) => tx.talk.findMany({ where: { id: { in: part } }, select: { id: true } }));
	return found.length === ids.length;
}

/** Plain data, whose fields may stand in another order. */
function isSame(a: unknown, b: unknown): boolean {
	return canonical(a) === canonical(b);
}

function canonical(data: unknown): string {
	return JSON.stringify(data, (_, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
}
