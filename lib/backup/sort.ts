import type { Backup, NoteBackup, TalkBackup, TalkRef } from "./types";

/** The same backup with every list in the one order that files have, so that the same data is the same file. */
export function sortBackup(backup: Backup): Backup {
	return {
		...backup,
		conferences: sortBy(backup.conferences, ({ slug }) => [slug]),
		topics: sortBy(backup.topics, ({ createdAt, slug }) => [createdAt, slug]),
		talks: sortBy(backup.talks.map(sortTalkBackup), (talk) => [talk.conference, talk.key]),
		writeUps: sortBy(backup.writeUps, ({ createdAt, id }) => [createdAt, id]),
		settings: {
			...backup.settings,
			missedAnswers: sortBy(backup.settings.missedAnswers, ({ conference }) => [conference]),
		},
	};
}

export function sortTalkBackup(talk: TalkBackup): TalkBackup {
	return {
		...talk,
		log: sortBy(talk.log, ({ at, id }) => [at, id]),
		topics: sortBy(talk.topics, ({ name }) => [name]),
		note: talk.note && sortNoteBackup(talk.note),
	};
}

function sortNoteBackup(note: NoteBackup): NoteBackup {
	const content = ({ text, takeaways }: { text: string; takeaways: unknown }) => JSON.stringify([text, takeaways]);
	return { ...note, revisions: sortBy(note.revisions, (revision) => [revision.savedAt, content(revision)]) };
}

/** What tells a talk apart in a backup. */
export function toTalkKey({ conference, key }: Pick<TalkRef, "conference" | "key">): string {
	return JSON.stringify([conference, key]);
}

function sortBy<Item>(items: readonly Item[], by: (item: Item) => readonly string[]): Item[] {
	const keyed = items.map((item) => ({ item, keys: by(item) }));
	keyed.sort((a, b) => compareKeys(a.keys, b.keys));
	return keyed.map(({ item }) => item);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
	const index = a.findIndex((each, position) => each !== b[position]);
	if (index < 0) return 0;
	return (a[index] ?? "") < (b[index] ?? "") ? -1 : 1;
}
