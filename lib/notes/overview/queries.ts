import type { Tx } from "@/lib/db/client";
import { conferenceSelect } from "@/lib/talks/rows";
import { listTopics, namesByTalk } from "@/lib/watchlist/list/rows";
import { isBlank } from "../content";
import { listTalkRows, listWritten } from "./rows";
import type { NoteEntry, NotesOverview, OverviewTalk, UnwrittenEntry } from "./types";

/** All of a visitor's notes over all conferences, and the talks that they watched and wrote nothing on. */
export async function loadOverview(db: Tx, userId: string): Promise<NotesOverview> {
	const [rows, written, topics, conferences] = await Promise.all([
		listTalkRows(db, userId),
		listWritten(db, { userId }),
		listTopics(db, userId),
		db.conference.findMany({ select: conferenceSelect }),
	]);
	const conferenceOf = new Map(conferences.map((conference) => [conference.id, conference]));
	const topicsOf = namesByTalk(topics);
	const notes: NoteEntry[] = [];
	const unwritten: UnwrittenEntry[] = [];
	for (const row of rows) {
		const conference = conferenceOf.get(Number(row.conferenceId));
		if (!conference) continue;
		const id = Number(row.id);
		const talk: OverviewTalk = {
			id,
			slug: row.slug,
			title: row.title,
			isWithdrawn: Number(row.isWithdrawn) === 1,
			conference,
			mark: row.status,
			rating: row.stars === null ? null : Number(row.stars),
			topics: topicsOf.get(id) ?? [],
		};
		const note = written.get(id);
		if (note && !isBlank(note)) notes.push({ talk, note });
		else if (row.status === "WATCHED" && row.markedAt) unwritten.push({ talk, watchedAt: row.markedAt });
	}
	return {
		notes: notes.sort((a, b) => newestFirst(a.note.updatedAt, b.note.updatedAt) || b.talk.id - a.talk.id),
		unwritten: unwritten.sort((a, b) => newestFirst(a.watchedAt, b.watchedAt) || b.talk.id - a.talk.id),
	};
}

function newestFirst(a: Date, b: Date): number {
	return b.getTime() - a.getTime();
}
