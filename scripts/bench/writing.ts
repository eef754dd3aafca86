import type { Db } from "@/lib/db/client";
import { patchOf } from "@/lib/notes/patch";
import { NO_NOTE, type NoteContent } from "@/lib/notes/types";
import * as paths from "@/lib/talks/paths";
import type { Server } from "../served/server";
import { bytes, ms, type Row, type Table } from "./report";
import type { Setting } from "./setting";
import { quantile, timeEach } from "./statistics";
import type { Subject } from "./subject";
import { addNotes, createGuest, pressOf, spread, type Visitor } from "./visitors";

const MARKS = 200;
const FIRST_MARKS = 20;
const SAVES = 50;
const NOTE_LENGTH = 10_000;
/** So many characters at once that the note before is worth a revision. */
const DELETED = 150;
const NOTES = 1000;
const EXPORTS = 5;

/** Marks, notes and the export over HTTP, one request after the other. */
export async function measureWriting({ server, db, subject }: Setting): Promise<Table> {
	const rows = [
		await firstMarks(server, subject),
		await marks(server, subject),
		...(await saves(server, subject)),
		await exports(server, db, subject),
	];
	return { name: "writing", title: "Marks, notes and the export, one request after the other", rows };
}

async function firstMarks(server: Server, subject: Subject): Promise<Row> {
	const [talkId = 0] = subject.talkIds;
	const times = await timeEach(FIRST_MARKS, async () => {
		await send(server, "POST", "/api/marks", pressOf(talkId, "WATCHED"));
	});
	return rowOf(`a first mark, which makes a guest (${FIRST_MARKS})`, times);
}

async function marks(server: Server, subject: Subject): Promise<Row> {
	const visitor = await createGuest(server, subject);
	const talkIds = spread(subject.talkIds, MARKS);
	const times = await timeEach(MARKS, async (index) => {
		const talkId = talkIds[index % talkIds.length] ?? 0;
		await send(server, "POST", "/api/marks", pressOf(talkId, "MUST_SEE"), visitor);
	});
	return rowOf(`a mark (${MARKS})`, times);
}

/** In a note of 10,000 characters one key after another, and then one deletion after another that keeps a revision. */
async function saves(server: Server, subject: Subject): Promise<Row[]> {
	const visitor = await createGuest(server, subject);
	const [talkId = 0] = subject.talkIds;
	const takeaways = [1, 2, 3, 4].map((number) => ({ id: `t${number}`, text: `Takeaway ${number}` }));
	let kept: NoteContent = NO_NOTE;
	let revision = 0;
	let length = 0;
	const save = async (text: string) => {
		const written: NoteContent = { text, takeaways };
		const change = { ...patchOf(kept, written), baseRevision: revision };
		const saved = (await send(server, "PATCH", `/api/notes/${talkId}`, change, visitor)) as { revision: number };
		if (saved.revision !== revision + 1) throw new Error(`Revision ${revision} became ${saved.revision}.`);
		length = JSON.stringify(change).length;
		revision = saved.revision;
		kept = written;
	};
	await save("What I took away from it. ".repeat(NOTE_LENGTH).slice(0, NOTE_LENGTH));
	const keys = await timeEach(SAVES, (index) => save(insertAt(kept.text, NOTE_LENGTH / 2 + index, "x")));
	const keyRow = rowOf(`a key in a note of ${NOTE_LENGTH.toLocaleString("en")} characters (${SAVES})`, keys);
	const request = bytes(length);
	const deletions = await timeEach(SAVES, () => save(kept.text.slice(DELETED)));
	const { revisions } = (await get(server, `/api/notes/${talkId}/revisions`, visitor)) as { revisions: unknown[] };
	if (revisions.length < SAVES) throw new Error(`${SAVES} deletions left ${revisions.length} revisions.`);
	const deletionRow = rowOf(`a deletion in it, with what it was kept (${SAVES})`, deletions);
	return [
		{ ...keyRow, values: { ...keyRow.values, request } },
		{ ...deletionRow, values: { ...deletionRow.values, request: bytes(length) } },
	];
}

function insertAt(text: string, at: number, inserted: string): string {
	return text.slice(0, at) + inserted + text.slice(at);
}

async function exports(server: Server, db: Db, subject: Subject): Promise<Row> {
	const visitor = await createGuest(server, subject);
	const talkIds = spread(subject.talkIds, NOTES);
	await addNotes(db, visitor, talkIds);
	let length = 0;
	const times = await timeEach(EXPORTS, async () => {
		const response = await fetch(server.origin + paths.exportMarkdown(subject.conference), {
			headers: { Cookie: visitor.cookie },
		});
		if (!response.ok) throw new Error(`The export answered ${response.status}.`);
		length = (await response.arrayBuffer()).byteLength;
	});
	const row = rowOf(`the export of ${talkIds.length.toLocaleString("en")} notes (${EXPORTS})`, times);
	return { ...row, values: { ...row.values, size: bytes(length) } };
}

async function send(
	server: Server,
	method: "PATCH" | "POST",
	path: string,
	body: unknown,
	visitor?: Visitor,
): Promise<unknown> {
	const response = await fetch(server.origin + path, {
		method,
		headers: { "Content-Type": "application/json", ...(visitor && { Cookie: visitor.cookie }) },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
	return response.json();
}

async function get(server: Server, path: string, visitor: Visitor): Promise<unknown> {
	const response = await fetch(server.origin + path, { headers: { Cookie: visitor.cookie } });
	if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
	return response.json();
}

function rowOf(name: string, times: readonly number[]): Row {
	return { name, values: { median: ms(quantile(times, 0.5)), "95th percentile": ms(quantile(times, 0.95)) } };
}
