import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { isBlank, isSameContent } from "@/lib/notes/content";
import { nameKey } from "@/lib/topics/name";
import { chained } from "@/lib/watchlist/marks/chain";
import { keyOf, talkInOrder } from "./in-order";
import type { NoteBackup, TalkBackup } from "./types";

type LogEntry = TalkBackup["log"][number];

/**
 * What there is of a talk with what a backup has of it: both logs become one by time, of everything else of which there is
 * one the later stays, and a note that gives way stays among the revisions. The same backup once more changes nothing.
 */
export function mergeTalk(own: TalkBackup, added: TalkBackup): TalkBackup {
	const log = mergeLogs(own.log, added.log);
	return talkInOrder({
		...own,
		log,
		mark: log.at(-1)?.to ?? null,
		rating: later(own.rating, added.rating, ({ at }) => at),
		topics: [
			...own.topics,
			...added.topics.filter(({ name }) => !own.topics.some((topic) => isSame(topic.name, name))),
		],
		rank: own.rank ?? added.rank,
		putOffAt: own.putOffAt ?? added.putOffAt,
		playback: later(own.playback, added.playback, ({ at }) => at),
		note: own.note && added.note ? mergeNotes(own.note, added.note) : (own.note ?? added.note),
	});
}

/** A log without entries of ids that are another talk's already: they get others, always the same. */
export function withOwnIds(talk: TalkBackup, talkOfEntry: ReadonlyMap<string, string>): TalkBackup {
	const key = keyOf(talk);
	const isAnothers = (id: string) => (talkOfEntry.get(id) ?? key) !== key;
	if (!talk.log.some(({ id }) => isAnothers(id))) return talk;
	const renamed = (id: string) => createHash("sha256").update(`${key} ${id}`).digest("hex").slice(0, 32);
	return {
		...talk,
		log: talk.log.map((entry) => (isAnothers(entry.id) ? { ...entry, id: renamed(entry.id) } : entry)),
	};
}

function mergeLogs(own: readonly LogEntry[], added: readonly LogEntry[]): LogEntry[] {
	const known = new Set(own.map(({ id }) => id));
	const all = [...own, ...added.filter(({ id }) => !known.has(id))];
	const log = chained(all.map((entry) => ({ ...entry, at: new Date(entry.at), talkId: 0 })));
	return log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at: at.toISOString(), correctedDay }));
}

function mergeNotes(own: NoteBackup, added: NoteBackup): NoteBackup {
	const revisions = [...own.revisions];
	const keep = (revision: NoteBackup["revisions"][number]) => {
		if (!revisions.some((each) => isDeepStrictEqual(each, revision))) revisions.push(revision);
	};
	for (const revision of added.revisions) keep(revision);
	if (isSameContent(own, added)) return { ...own, revisions };
	const [stays, gives] = added.updatedAt > own.updatedAt ? [added, own] : [own, added];
	const { text, takeaways, updatedAt } = gives;
	const isKept = revisions.some((each) => isSameContent(each, gives));
	if (!isBlank(gives) && !isKept) keep({ text, takeaways, savedAt: updatedAt });
	return {
		text: stays.text,
		takeaways: stays.takeaways,
		createdAt: own.createdAt,
		updatedAt: stays.updatedAt,
		revisions,
	};
}

function later<Value>(own: Value | null, added: Value | null, when: (value: Value) => string): Value | null {
	if (!own || !added) return own ?? added;
	return when(added) > when(own) ? added : own;
}

function isSame(a: string, b: string): boolean {
	return nameKey(a) === nameKey(b);
}
