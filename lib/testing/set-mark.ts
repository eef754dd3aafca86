import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { recordMarkEvents } from "@/lib/marks/mutations";
import type { MarkStatus } from "@/lib/marks/status";

let lastAt = 0;

/** Makes `status` a visitor's mark of a talk as a press does: after all the presses before, or at a moment of the test's. */
export async function setMark(
	db: Db,
	mark: { userId: string; talkId: number; status: MarkStatus | null; at?: Date },
): Promise<void> {
	const { userId, talkId, status } = mark;
	lastAt = Math.max(lastAt + 1, Date.now());
	const at = mark.at ?? new Date(lastAt);
	const now = new Date(Math.max(at.getTime(), lastAt));
	const recorded = await recordMarkEvents(db, { userId, events: [{ id: randomUUID(), talkId, status, at }], now });
	if (recorded.unknown.length > 0) throw new Error("The test marks a talk that is not there.");
}
