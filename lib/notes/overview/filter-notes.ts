import { tokenizeQuery } from "@/lib/text/normalize";
import { isBlankTakeaway } from "../content";
import { toSearchableNote } from "../search";
import type { NoteCounts, NoteEntry, OverviewTalk } from "./types";
import type { NotesView } from "./view";

/** The notes that match, in the order given: each word of the query is in the note, in its prose or a takeaway. */
export function filterNotes(notes: readonly NoteEntry[], view: NotesView): NoteEntry[] {
	const words = tokenizeQuery(view.query);
	return notes.filter(({ talk, note }) => {
		if (!matchesView(talk, view)) return false;
		if (words.length === 0) return true;
		const { normalized: folded } = toSearchableNote(note);
		return words.every((word) => folded.includes(word));
	});
}

/** The talks of the conferences and topics that are filtered by, in the order given; there is no text to look in. */
export function filterTalksWithoutNote<Entry extends { readonly talk: OverviewTalk }>(
	entries: readonly Entry[],
	view: NotesView,
): Entry[] {
	return entries.filter(({ talk }) => matchesView(talk, view));
}

/** How much was written, and on how many conferences. */
export function countNotes(notes: readonly NoteEntry[]): NoteCounts {
	const counts = { takeaways: 0, words: 0 };
	for (const { note } of notes) {
		counts.words += countWords(note.text);
		for (const takeaway of note.takeaways) {
			if (isBlankTakeaway(takeaway)) continue;
			counts.takeaways++;
			counts.words += countWords(takeaway.text);
		}
	}
	const conferences = new Set(notes.map(({ talk }) => talk.conference.id));
	return { notes: notes.length, ...counts, conferences: conferences.size };
}

/** The words of a Markdown text: what stands between white space and has a letter or a digit. */
export function countWords(markdown: string): number {
	return markdown.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function matchesView({ conference, topics }: OverviewTalk, view: NotesView): boolean {
	return (
		(view.conferences.length === 0 || view.conferences.includes(conference.slug)) &&
		(view.topics.length === 0 || topics.some(({ slug }) => view.topics.includes(slug)))
	);
}
