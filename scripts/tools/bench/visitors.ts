import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import type { Server } from "../served/server";
import type { Subject } from "./subject";

/** Somebody whom the server knows by a cookie. */
export type Visitor = { readonly id: string; readonly cookie: string };

/** A guest, made as the app makes one: by a first mark, which is taken away again. */
export async function createGuest(server: Server, subject: Subject): Promise<Visitor> {
	const mark = (status: MarkStatus | null, cookie?: string) =>
		fetch(`${server.origin}/api/marks`, {
			method: "POST",
			headers: { "Content-Type": "application/json", ...(cookie && { Cookie: cookie }) },
			body: JSON.stringify(createMarkRequest(subject.talkIds[0] ?? 0, status)),
		});
	const response = await mark("WATCHED");
	const cookie = response.headers
		.getSetCookie()
		.map((line) => line.split(";", 1)[0])
		.join("; ");
	if (!response.ok || cookie === "") throw new Error(`No guest was made: ${response.status} ${await response.text()}`);
	await mark(null, cookie);
	const { visitor } = (await (await fetch(`${server.origin}/api/visitor`, { headers: { Cookie: cookie } })).json()) as {
		visitor: { id: string };
	};
	return { id: visitor.id, cookie };
}

/** What a page sends for one press. */
export function createMarkRequest(talkId: number, status: MarkStatus | null) {
	return { presses: [{ id: randomUUID(), talkId, status, at: Date.now() }] };
}

/** Writes marks of all kinds into the database, on talks spread over the conference. */
export async function addMarks(db: Db, visitor: Visitor, talkIds: readonly number[]): Promise<void> {
	const data = talkIds.map((talkId, index) => ({
		userId: visitor.id,
		talkId,
		status: MARK_STATUSES[index % MARK_STATUSES.length] ?? "MUST_SEE",
	}));
	await db.mark.createMany({ data });
	const at = new Date();
	const entries = data.map(({ userId, talkId, status }) => ({ userId, id: `${talkId}`, talkId, to: status, at }));
	await db.markChange.createMany({ data: entries });
}

const PARAGRAPH =
	"What the talk was about, and why it **mattered**: a sentence or two, with a [link](https://example.org/a/page) " +
	"to what it was built on, and `a bit of code` that I want to find again.";

/** Writes notes into the database as people write them: some paragraphs, a heading, a list, and a few takeaways. */
export async function addNotes(db: Db, visitor: Visitor, talkIds: readonly number[]): Promise<void> {
	const text = `${PARAGRAPH}\n\n## Afterwards\n\n${PARAGRAPH}\n\n- try it\n- tell the others\n\n${PARAGRAPH}\n`;
	const takeaways = [0, 1, 2, 3].map((position) => ({ id: `t${position}`, position, text: `Takeaway *${position}*` }));
	await db.note.createMany({
		data: talkIds.map((talkId) => ({ id: noteId(visitor, talkId), userId: visitor.id, talkId, text })),
	});
	await db.takeaway.createMany({
		data: talkIds.flatMap((talkId) => takeaways.map((takeaway) => ({ ...takeaway, noteId: noteId(visitor, talkId) }))),
	});
}

function noteId(visitor: Visitor, talkId: number): string {
	return `${visitor.id}-${talkId}`;
}

/** `count` of the talks, evenly spread; all of them where there are no more. */
export function spread<Item>(items: readonly Item[], count: number): Item[] {
	if (items.length <= count) return [...items];
	return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as Item);
}
