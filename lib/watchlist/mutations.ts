import type { Db, Tx } from "@/lib/db/client";
import { talkExists } from "@/lib/talks/queries";
import { findNewsSeenAt } from "./queries";
import type { MarkStatus } from "./types";

export type SetMarkResult = { readonly kind: "kept" } | { readonly kind: "unknown-talk" };

/** Makes `status` the visitor's mark of a talk, `null` none. The same call again changes nothing. */
export async function setMark(
	db: Db,
	mark: { userId: string; talkId: number; status: MarkStatus | null },
): Promise<SetMarkResult> {
	const { userId, talkId, status } = mark;
	if (status === null) {
		await db.mark.deleteMany({ where: { userId, talkId } });
		return { kind: "kept" };
	}
	try {
		await db.mark.upsert({
			where: { userId_talkId: { userId, talkId } },
			create: { userId, talkId, status },
			update: { status },
		});
		return { kind: "kept" };
	} catch (error) {
		// Else it is the visitor who is gone: a guest that became an account a moment ago.
		if (isForeignKeyError(error) && !(await talkExists(db, talkId))) return { kind: "unknown-talk" };
		throw error;
	}
}

/** Prisma's code for a row that names another one which is not there. */
function isForeignKeyError(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "P2003";
}

/** Brings a guest's marks into an account; where both have one for a talk, the later stays. */
export async function mergeMarks(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const { fromUserId, toUserId } = users;
	const [theirs, ours] = await Promise.all([
		tx.mark.findMany({ where: { userId: fromUserId } }),
		tx.mark.findMany({ where: { userId: toUserId } }),
	]);
	const kept = new Map(ours.map((mark) => [mark.talkId, mark]));
	const moving = theirs.filter((mark) => {
		const own = kept.get(mark.talkId);
		return !own || own.updatedAt < mark.updatedAt;
	});
	const talkIds = moving.map((mark) => mark.talkId);
	await tx.mark.deleteMany({ where: { userId: toUserId, talkId: { in: talkIds } } });
	await tx.mark.deleteMany({ where: { userId: fromUserId } });
	await tx.mark.createMany({ data: moving.map((mark) => ({ ...mark, userId: toUserId })) });
}

/** Remembers that a visitor looked at what was new at `at`; having looked later already stays. */
export async function setNewsSeen(db: Tx, { userId, at }: { userId: string; at: Date }): Promise<void> {
	await db.user.updateMany({
		where: { id: userId, OR: [{ newsSeenAt: null }, { newsSeenAt: { lt: at } }] },
		data: { newsSeenAt: at },
	});
}

/** Lets an account have looked when the guest that becomes it did, if that was later. */
export async function mergeNewsSeen(tx: Tx, users: { fromUserId: string; toUserId: string }): Promise<void> {
	const at = await findNewsSeenAt(tx, users.fromUserId);
	if (at) await setNewsSeen(tx, { userId: users.toUserId, at });
}
