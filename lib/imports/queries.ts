import type { Db } from "@/lib/db/client";
export type StagedFile = {
	readonly source: string;
	readonly bytes: Uint8Array;
	readonly etag: string;
	readonly lastModified: string;
};

/** A file that this visitor is looking at before they import it; null where it is gone, or somebody else's. */
export function findStaged(
	db: Db,
	{ id, userId, now }: { readonly id: string; readonly userId: string; readonly now: Date },
): Promise<StagedFile | null> {
	return db.stagedSchedule.findFirst({
		where: { id, userId, createdAt: { gte: getExpiryCutoff(now) } },
		select: { source: true, bytes: true, etag: true, lastModified: true },
	});
}

const MAX_AGE_MS = 60 * 60_000;

/** Files that were staged before this are gone. */
export const getExpiryCutoff = (now: Date): Date => new Date(now.getTime() - MAX_AGE_MS);
