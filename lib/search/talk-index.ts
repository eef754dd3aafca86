import type { Tx } from "@/lib/db/client";
import { listDays, listRooms, listSpeakers, listTracks } from "@/lib/talks/conferences";
import { talkListSelect, talkOrder, toListItem } from "@/lib/talks/talk-rows";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch, stripInlineMarkdown } from "@/lib/text/normalize";
import type { IndexedTalk, TalkIndex } from "./types";

// A conference of 1,000 talks takes about 3 MB.
const MAX_CACHED_CONFERENCES = 20;

type IndexCache = Map<number, { readonly revision: number; readonly index: Promise<TalkIndex> }>;

const caches = new WeakMap<Tx, IndexCache>();

/**
 * The conference's talks ready to be searched, kept in memory until an import raises its revision. The caller read
 * `conference` just now, so an import by any process is seen.
 */
export function loadTalkIndex(db: Tx, conference: Conference): Promise<TalkIndex> {
	const cache: IndexCache = caches.get(db) ?? new Map();
	caches.set(db, cache);
	const cached = cache.get(conference.id);
	// Taken out and put back, so that the map's first entry is the one not asked for longest.
	cache.delete(conference.id);
	const entry =
		cached?.revision === conference.revision
			? cached
			: { revision: conference.revision, index: readTalkIndex(db, conference.id) };
	cache.set(conference.id, entry);
	entry.index.catch(() => cache.delete(conference.id));
	for (const oldest of cache.keys()) {
		if (cache.size <= MAX_CACHED_CONFERENCES) break;
		cache.delete(oldest);
	}
	return entry.index;
}

/** Reads what `loadTalkIndex` keeps. */
async function readTalkIndex(db: Tx, conferenceId: number): Promise<TalkIndex> {
	const rows = await db.talk.findMany({
		where: { conferenceId, withdrawnAt: null },
		select: { ...talkListSelect, abstract: true, description: true },
		orderBy: talkOrder,
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
		speakers: speakers.map(({ slug, name }) => ({ slug, name, normalized: normalizeForSearch(name) })),
		types: listValues(talks, (talk) => talk.type),
		languages: listValues(talks, (talk) => talk.language),
	};
}

/** A talk with the folded text that queries are looked for in: title, subtitle, speakers, track and `prose` (Markdown). */
export function indexTalk(talk: TalkListItem, prose: readonly string[]): IndexedTalk {
	const parts = [
		talk.title,
		talk.subtitle,
		talk.speakers.map(({ name }) => name).join(" "),
		talk.track?.name ?? "",
		...prose.map(stripInlineMarkdown),
	];
	return { talk, text: normalizeForSearch(parts.join("\n")) };
}

function listValues(talks: readonly IndexedTalk[], keyOf: (talk: TalkListItem) => string): string[] {
	return [...new Set(talks.map(({ talk }) => keyOf(talk)))].filter((value) => value !== "").sort();
}
