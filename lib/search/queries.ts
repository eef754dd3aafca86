import type { Db, Tx } from "@/lib/db/client";
import { listMarks } from "@/lib/marks/queries";
import { listSearchableNotes } from "@/lib/notes/search";
import { listDays, listRooms, listSpeakers, listTracks } from "@/lib/talks/conferences";
import { talkListSelect, talkOrder, toListItem } from "@/lib/talks/talk-rows";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch, stripInlineMarkdown, tokenizeQuery } from "@/lib/text/normalize";
import { findTalksSaying } from "@/lib/transcripts/search";
import type { SearchParams } from "@/lib/urls/search-params";
import { filterTalks, parseFilter } from "./filter";
import {
	type FoundTalks,
	type IndexedTalk,
	NO_EXTRAS,
	type SearchExtras,
	type TalkFilter,
	type TalkIndex,
	type TranscriptCount,
} from "./types";

/**
 * The talks of a conference that an address asks a visitor to be shown: `params` are what `filterParams` writes. With
 * `anyMark` they are found whatever their marks are.
 */
export async function findTalks(
	db: Db,
	of: { conference: Conference; userId: string | null; params: SearchParams; anyMark?: boolean },
): Promise<FoundTalks> {
	const { conference, userId, params, anyMark = false } = of;
	const [index, visitorMarks] = await Promise.all([
		loadTalkIndex(db, conference),
		userId === null ? [] : listMarks(db, { userId, conference: conference.slug }),
	]);
	const requested = parseFilter(params, index);
	const filter = anyMark ? { ...requested, marks: [] } : requested;
	const marks = new Map(visitorMarks.map(({ talkId, status }) => [talkId, status]));
	const extras = await loadSearchExtras(db, { userId, filter, conferenceId: conference.id });
	return { index, filter, marks, extras, talks: filterTalks(index.talks, filter, marks, extras) };
}

type Scope =
	/** The talks of a conference. */
	| { readonly conferenceId: number }
	/** These talks, by id. */
	| { readonly talkIds: readonly number[] };

/**
 * What a filter's query is looked for in beside the talks' own texts: the visitor's notes, and transcripts where the filter
 * says so. Nothing is read where nothing is looked for.
 */
export async function loadSearchExtras(
	db: Db,
	{ userId, filter, ...scope }: Scope & { userId: string | null; filter: Pick<TalkFilter, "query" | "inTranscripts"> },
): Promise<SearchExtras> {
	const words = tokenizeQuery(filter.query);
	if (words.length === 0) return NO_EXTRAS;
	const [notes, transcripts] = await Promise.all([
		userId === null ? NO_EXTRAS.notes : listSearchableNotes(db, { userId, ...scope }),
		filter.inTranscripts ? findTalksSaying(db, { ...scope, words }) : NO_EXTRAS.transcripts,
	]);
	return { notes, transcripts };
}

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

type Row = { readonly all: number | bigint; readonly here: number | bigint };

/** Of a conference's talks. */
export async function countTranscripts(db: Tx, conferenceId: number): Promise<TranscriptCount> {
	return toCount(
		await db.$queryRaw<Row[]>`
			SELECT COUNT(*) AS "all", COALESCE(SUM(CASE WHEN EXISTS (
				SELECT 1 FROM "Transcript" s JOIN "TalkLink" l
					ON l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url"
				WHERE s."talkId" = t."id" AND s."hasText" = true) THEN 1 ELSE 0 END), 0) AS "here"
			FROM "Talk" t WHERE t."conferenceId" = ${conferenceId} AND t."withdrawnAt" IS NULL
				AND EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = t."id" AND l."kind" = 'SUBTITLES')`,
	);
}

/** Of the talks that a visitor marked. */
export async function countTranscriptsOfMarked(db: Tx, userId: string): Promise<TranscriptCount> {
	return toCount(
		await db.$queryRaw<Row[]>`
			SELECT COUNT(*) AS "all", COALESCE(SUM(CASE WHEN EXISTS (
				SELECT 1 FROM "Transcript" s JOIN "TalkLink" l
					ON l."talkId" = s."talkId" AND l."kind" = 'SUBTITLES' AND l."url" = s."url"
				WHERE s."talkId" = m."talkId" AND s."hasText" = true) THEN 1 ELSE 0 END), 0) AS "here"
			FROM "Mark" m WHERE m."userId" = ${userId}
				AND EXISTS (SELECT 1 FROM "TalkLink" l WHERE l."talkId" = m."talkId" AND l."kind" = 'SUBTITLES')`,
	);
}

function toCount([row]: readonly Row[]): TranscriptCount {
	return { all: Number(row?.all ?? 0), here: Number(row?.here ?? 0) };
}
