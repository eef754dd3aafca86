import type { Db } from "@/lib/db/client";
import type { StagedFile } from "./queries";
import { getExpiryCutoff } from "./queries";

/** Each may have 32 MB. */
const MAX_PER_VISITOR = 5;

/**
 * Keeps a schedule's file until its visitor imports or discards it, for an hour at most; its id. Of the files of one
 * visitor only the latest few are kept.
 */
export async function stageSchedule(
	db: Db,
	{ userId, file, now }: { readonly userId: string; readonly file: StagedFile; readonly now: Date },
): Promise<string> {
	const bytes = new Uint8Array(file.bytes);
	return db.$transaction(async (tx) => {
		await tx.stagedSchedule.deleteMany({ where: { createdAt: { lt: getExpiryCutoff(now) } } });
		const { id } = await tx.stagedSchedule.create({
			data: { ...file, bytes, userId, createdAt: now },
			select: { id: true },
		});
		const surplus = await tx.stagedSchedule.findMany({
			where: { userId, id: { not: id } },
			orderBy: [{ createdAt: "desc" }, { id: "asc" }],
			skip: MAX_PER_VISITOR - 1,
			select: { id: true },
		});
		await tx.stagedSchedule.deleteMany({ where: { id: { in: surplus.map((row) => row.id) } } });
		return id;
	});
}

/** Forgets a visitor's file; nothing where it is gone, or somebody else's. */
export async function deleteStaged(
	db: Db,
	{ id, userId }: { readonly id: string; readonly userId: string },
): Promise<void> {
	await db.stagedSchedule.deleteMany({ where: { id, userId } });
}
