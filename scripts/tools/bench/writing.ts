import type { Db } from "@/lib/db/client";
import { createPatch } from "@/lib/notes/patch";
import { NO_NOTE, type NoteContent } from "@/lib/notes/types";
import * as paths from "@/lib/urls/paths";
import type { Server } from "../served/server";
import type { BenchContext } from "./bench-context";
import { bytes, ms, type Row, type Table } from "./report";
import { quantile, timeEach } from "./statistics";
import type { Subject } from "./subject";
import { addNotes, createGuest, createMarkRequest, spread, type Visitor } from "./visitors";

const MARKS = 200;
const FIRST_MARKS = 20;
const SAVES = 50;
const NOTE_LENGTH = 10_000;
/** So many characters at once that the note before is worth a revision. */
const DELETED = 150;
const NOTES = 1000;
const EXPORTS = 5;

/** Marks, notes and the export over HTTP, one request after the other. */
export async function measureWriting({ server, db, subject }: BenchContext): Promise<Table> {
	const rows = [
		await measureFirstMarks(server, subject),
		await measureMarks(server, subject),
		...(await measureSaves(server, subject)),
		await measureExports(server, db, subject),
	];
	return { name: "writing", title: "Marks, notes and the export, one request after the other", rows };
}

async function measureFirstMarks(server: Server, subject: Subject): Promise<Row> {
	const [talkId = 0] = subject.talkIds;
	const times = await timeEach(FIRST_MARKS, async () => {
		await send(server, "POST", "/api/marks", createMarkRequest(talkId, "WATCHED"));
	});
	return toRow(`a first mark, which makes a guest (${FIRST_MARKS})`, times);
}

async function measureMarks(server: Server, subject: Subject): Promise<Row> {
	const visitor = await createGuest(server, subject);
	const talkIds = spread(subject.talkIds, MARKS);
	const times = await timeEach(MARKS, async (index) => {
		const talkId = talkIds[index % talkIds.length] ?? 0;
		await send(server, "POST", "/api/marks", createMarkRequest(talkId, "MUST_SEE"), visitor);
	});
	return toRow(`a mark (${MARKS})`, times);
}

/** In a note of 10,000 characters one key after another, and then one deletion after another that keeps a revision. */
async function measureSaves(server: Server, subject: Subject): Promise<Row[]> {
	const visitor = await createGuest(server, subject);
	const [talkId = 0] = subject.talkIds;
	const takeaways = [1, 2, 3, 4].map((number) => ({ id: `t${number}`, text: `Takeaway ${number}` }));
	let saved: NoteContent = NO_NOTE;
	let revision = 0;
	let length = 0;
	const save = async (text: string) => {
		const next: NoteContent = { text, takeaways };
		const change = { ...createPatch(saved, next), baseRevision: revision };
		const response = (await send(server, "PATCH", `/api/notes/${talkId}`, change, visitor)) as { revision: number };
		if (response.revision !== revision + 1) throw new Error(`Revision ${revision} became ${response.revision}.`);
		length = JSON.stringify(change).length;
		revision = response.revision;
		saved = next;
	};
	await save("What I took away from it. ".repeat(NOTE_LENGTH).slice(0, NOTE_LENGTH));
	const keys = await timeEach(SAVES, (index) => save(insertAt(saved.text, NOTE_LENGTH / 2 + index, "x")));
	const keyRow = toRow(`a key in a note of ${NOTE_LENGTH.toLocaleString("en")} characters (${SAVES})`, keys);
	const request = bytes(length);
	const deletions = await timeEach(SAVES, () => save(saved.text.slice(DELETED)));
	const { revisions } = (await get(server, `/api/notes/${talkId}/revisions`, visitor)) as { revisions: unknown[] };
	if (revisions.length < SAVES) throw new Error(`${SAVES} deletions left ${revisions.length} revisions.`);
	const deletionRow = toRow(`a deletion in it, with what it was kept (${SAVES})`, deletions);
	return [
		{ ...keyRow, values: { ...keyRow.values, request } },
		{ ...deletionRow, values: { ...deletionRow.values, request: bytes(length) } },
	];
}

function insertAt(text: string, at: number, inserted: string): string {
	return text.slice(0, at) + inserted + text.slice(at);
}

async function measureExports(server: Server, db: Db, subject: Subject): Promise<Row> {
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
	const row = toRow(`the export of ${talkIds.length.toLocaleString("en")} notes (${EXPORTS})`, times);
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

function toRow(name: string, times: readonly number[]): Row {
	return { name, values: { median: ms(quantile(times, 0.5)), "95th percentile": ms(quantile(times, 0.95)) } };
}
