import type { Backup, NoteBackup, TalkBackup, TalkRef } from "./types";

/** The same backup with every list in the one order that files have, so that the same data is the same file. */
export function inOrder(backup: Backup): Backup {
	return {
		...backup,
		conferences: sortedBy(backup.conferences, ({ slug }) => [slug]),
		topics: sortedBy(backup.topics, ({ createdAt, slug }) => [createdAt, slug]),
		talks: sortedBy(backup.talks.map(talkInOrder), (talk) => [talk.conference, talk.key]),
		writeUps: sortedBy(backup.writeUps, ({ createdAt, id }) => [createdAt, id]),
		settings: {
			...backup.settings,
			missedAnswers: sortedBy(backup.settings.missedAnswers, ({ conference }) => [conference]),
		},
	};
}

export function talkInOrder(talk: TalkBackup): TalkBackup {
	return {
		...talk,
		log: sortedBy(talk.log, ({ at, id }) => [at, id]),
		topics: sortedBy(talk.topics, ({ name }) => [name]),
		note: talk.note && noteInOrder(talk.note),
	};
}

function noteInOrder(note: NoteBackup): NoteBackup {
	const content = ({ text, takeaways }: { text: string; takeaways: unknown }) => JSON.stringify([text, takeaways]);
	return { ...note, revisions: sortedBy(note.revisions, (revision) => [revision.savedAt, content(revision)]) };
}

/** What tells a talk apart in a backup. */
export function keyOf({ conference, key }: Pick<TalkRef, "conference" | "key">): string {
	return JSON.stringify([conference, key]);
}

function sortedBy<Item>(items: readonly Item[], by: (item: Item) => readonly string[]): Item[] {
	const keyed = items.map((item) => ({ item, keys: by(item) }));
	keyed.sort((a, b) => compare(a.keys, b.keys));
	return keyed.map(({ item }) => item);
}

function compare(a: readonly string[], b: readonly string[]): number {
	const index = a.findIndex((each, position) => each !== b[position]);
	if (index < 0) return 0;
	return (a[index] ?? "") < (b[index] ?? "") ? -1 : 1;
}
