import type { Tx } from "@/lib/db/client";
import { listDays, listRooms, listSpeakers, listTracks } from "@/lib/talks/conferences";
import { inOrder, talkListSelect, toListItem } from "@/lib/talks/rows";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { fold, plainText } from "./fold";
import type { IndexedTalk, TalkIndex } from "./types";

// A conference of 1,000 talks takes about 3 MB.
const KEPT_CONFERENCES = 20;

type Kept = Map<number, { readonly revision: number; readonly index: Promise<TalkIndex> }>;

const keptOf = new WeakMap<Tx, Kept>();

/**
 * The conference's talks ready to be searched, kept in memory until an import raises its revision. The caller read
 * `conference` just now, so an import by any process is seen.
 */
export function loadTalkIndex(db: Tx, conference: Conference): Promise<TalkIndex> {
	const kept: Kept = keptOf.get(db) ?? new Map();
	keptOf.set(db, kept);
	const known = kept.get(conference.id);
	// Taken out and put back, so that the map's first entry is the one not asked for longest.
	kept.delete(conference.id);
	const entry =
		known?.revision === conference.revision
			? known
			: { revision: conference.revision, index: readTalkIndex(db, conference.id) };
	kept.set(conference.id, entry);
	entry.index.catch(() => kept.delete(conference.id));
	for (const oldest of kept.keys()) {
		if (kept.size <= KEPT_CONFERENCES) break;
		kept.delete(oldest);
	}
	return entry.index;
}

/** Reads what `loadTalkIndex` keeps. */
async function readTalkIndex(db: Tx, conferenceId: number): Promise<TalkIndex> {
	const rows = await db.talk.findMany({
		where: { conferenceId, withdrawnAt: null },
		select: { ...talkListSelect, abstract: true, description: true },
		orderBy: inOrder,
	});
	const [days, tracks, rooms, speakers] = await Promise.all([
		listDays(db, conferenceId),
		listTracks(db, conferenceId),
		listRooms(db, conferenceId),
		listSpeakers(db, conferenceId),
	]);
	const talks = rows.map((row) => indexTalk(toListItem(row), [row.abstract, row.description]));
	return {
		talks,
		days: days.map((day) => day.date),
		tracks: tracks.filter((track) => track.talkCount > 0),
		rooms: rooms.filter((room) => room.talkCount > 0),
		speakers: speakers.map(({ slug, name }) => ({ slug, name, folded: fold(name) })),
		types: valuesOf(talks, (talk) => talk.type),
		languages: valuesOf(talks, (talk) => talk.language),
	};
}

/** A talk with the folded text that queries are looked for in: title, subtitle, speakers, track and `prose` (Markdown). */
export function indexTalk(talk: TalkListItem, prose: readonly string[]): IndexedTalk {
	const parts = [
		talk.title,
		talk.subtitle,
		talk.speakers.map(({ name }) => name).join(" "),
		talk.track?.name ?? "",
		...prose.map(plainText),
	];
	return { talk, text: fold(parts.join("\n")) };
}

function valuesOf(talks: readonly IndexedTalk[], keyOf: (talk: TalkListItem) => string): string[] {
	return [...new Set(talks.map(({ talk }) => keyOf(talk)))].filter((value) => value !== "").sort();
}
