import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { chainEntries } from "@/lib/marks/mark-log";
import { isBlank, isSameContent } from "@/lib/notes/content";
import { toNameKey } from "@/lib/topics/topic-name";
import { sortTalkBackup, toTalkKey } from "./sort";
import type { NoteBackup, TalkBackup } from "./types";

type LogEntry = TalkBackup["log"][number];

/**
 * What there is of a talk with what a backup has of it: both logs become one by time, of everything else of which there is
 * one the later stays, and a note that gives way stays among the revisions. The same backup once more changes nothing.
 */
export function mergeTalk(own: TalkBackup, added: TalkBackup): TalkBackup {
	const log = mergeLogs(own.log, added.log);
	return sortTalkBackup({
		...own,
		log,
		mark: log.at(-1)?.to ?? null,
		rating: pickLater(own.rating, added.rating, ({ at }) => at),
		topics: [
			...own.topics,
			...added.topics.filter(({ name }) => !own.topics.some((topic) => isSameName(topic.name, name))),
		],
		rank: own.rank ?? added.rank,
		putOffAt: own.putOffAt ?? added.putOffAt,
		playback: pickLater(own.playback, added.playback, ({ at }) => at),
		note: own.note && added.note ? mergeNotes(own.note, added.note) : (own.note ?? added.note),
	});
}

/** A log without entries of ids that are another talk's already: they get others, always the same. */
export function withUniqueIds(talk: TalkBackup, talkOfEntry: ReadonlyMap<string, string>): TalkBackup {
	const key = toTalkKey(talk);
	const isTaken = (id: string) => (talkOfEntry.get(id) ?? key) !== key;
	if (!talk.log.some(({ id }) => isTaken(id))) return talk;
	const toUniqueId = (id: string) => createHash("sha256").update(`${key} ${id}`).digest("hex").slice(0, 32);
	return {
		...talk,
		log: talk.log.map((entry) => (isTaken(entry.id) ? { ...entry, id: toUniqueId(entry.id) } : entry)),
	};
}

function mergeLogs(own: readonly LogEntry[], added: readonly LogEntry[]): LogEntry[] {
	const known = new Set(own.map(({ id }) => id));
	const all = [...own, ...added.filter(({ id }) => !known.has(id))];
	const log = chainEntries(all.map((entry) => ({ ...entry, at: new Date(entry.at), talkId: 0 })));
	return log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at: at.toISOString(), correctedDay }));
}

function mergeNotes(own: NoteBackup, added: NoteBackup): NoteBackup {
	const revisions = [...own.revisions];
	const addRevision = (revision: NoteBackup["revisions"][number]) => {
		if (!revisions.some((each) => isDeepStrictEqual(each, revision))) revisions.push(revision);
	};
	for (const revision of added.revisions) addRevision(revision);
	if (isSameContent(own, added)) return { ...own, revisions };
	const [newer, older] = added.updatedAt > own.updatedAt ? [added, own] : [own, added];
	const { text, takeaways, updatedAt } = older;
	const isIncluded = revisions.some((each) => isSameContent(each, older));
	if (!isBlank(older) && !isIncluded) addRevision({ text, takeaways, savedAt: updatedAt });
	return {
		text: newer.text,
		takeaways: newer.takeaways,
		createdAt: own.createdAt,
		updatedAt: newer.updatedAt,
		revisions,
	};
}

function pickLater<Value>(own: Value | null, added: Value | null, getTime: (value: Value) => string): Value | null {
	if (!own || !added) return own ?? added;
	return getTime(added) > getTime(own) ? added : own;
}

function isSameName(a: string, b: string): boolean {
	return toNameKey(a) === toNameKey(b);
}
