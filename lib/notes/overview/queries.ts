import type { Tx } from "@/lib/db/client";
import { conferenceSelect } from "@/lib/talks/talk-rows";
import { groupNamesByTalk, listTopicsOfTalks } from "@/lib/topics/queries";
import { isBlank } from "../content";
import { listNotesByTalk, listTalkRows } from "./rows";
import type { NoteEntry, NotesOverview, OverviewTalk, TalkWithoutNote } from "./types";

/** All of a visitor's notes over all conferences, and the talks that they watched and wrote nothing on. */
export async function loadNotesOverview(db: Tx, userId: string): Promise<NotesOverview> {
	const [rows, notesByTalk, topics, conferences] = await Promise.all([
		listTalkRows(db, userId),
		listNotesByTalk(db, { userId }),
		listTopicsOfTalks(db, userId),
		db.conference.findMany({ select: conferenceSelect }),
	]);
	const conferenceById = new Map(conferences.map((conference) => [conference.id, conference]));
	const topicsByTalk = groupNamesByTalk(topics);
	const notes: NoteEntry[] = [];
	const talksWithoutNote: TalkWithoutNote[] = [];
	for (const row of rows) {
		const conference = conferenceById.get(Number(row.conferenceId));
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
			topics: topicsByTalk.get(id) ?? [],
		};
		const note = notesByTalk.get(id);
		if (note && !isBlank(note)) notes.push({ talk, note });
		else if (row.status === "WATCHED" && row.markedAt) talksWithoutNote.push({ talk, watchedAt: row.markedAt });
	}
	return {
		notes: notes.sort((a, b) => newestFirst(a.note.updatedAt, b.note.updatedAt) || b.talk.id - a.talk.id),
		talksWithoutNote: talksWithoutNote.sort((a, b) => newestFirst(a.watchedAt, b.watchedAt) || b.talk.id - a.talk.id),
	};
}

function newestFirst(a: Date, b: Date): number {
	return b.getTime() - a.getTime();
}
