import type { Db, Tx } from "@/lib/db/client";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import type { CompiledTalk } from "./compile/types";
import { collectTalks, loadExportedTalks, resolveRequest } from "./export/collect";
import { loadCompiledTalks } from "./export/compiled-talks";
import type { CollectedTalks } from "./export/types";
import type { MarkdownOptions } from "./options";
import { publicationSelect, toContent, toOptions, toScope, writeUpSelect } from "./rows";
import type { ListedWriteUp, Publication, WriteUpContent, WriteUpScope } from "./types";

/** A write-up as it is stored. */
export type WriteUp = {
	readonly id: string;
	readonly content: WriteUpContent;
	/** Null: as the visitor's exports are written. */
	readonly options: MarkdownOptions | null;
	readonly scope: WriteUpScope;
	readonly revision: number;
	readonly createdAt: Date;
	readonly updatedAt: Date;
	readonly publication: Publication | null;
};

/** A visitor's write-ups, those changed last first. */
export async function listWriteUps(db: Tx, userId: string): Promise<ListedWriteUp[]> {
	const rows = await db.writeUp.findMany({
		where: { userId },
		select: {
			...{ id: true, title: true, date: true, updatedAt: true },
			publication: { select: publicationSelect },
			_count: { select: { sections: true, items: { where: { NOT: { talkId: null } } } } },
		},
		orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
	});
	return rows.map(({ _count, ...row }) => ({ ...row, sectionCount: _count.sections, talkCount: _count.items }));
}

/** Null where the visitor has no such write-up. */
export async function getWriteUp(db: Tx, { userId, id }: { userId: string; id: string }): Promise<WriteUp | null> {
	const row = await db.writeUp.findUnique({ where: { id, userId }, select: writeUpSelect });
	if (!row) return null;
	const { revision, createdAt, updatedAt, publication } = row;
	return {
		id,
		content: toContent(row),
		options: toOptions(row.options),
		scope: toScope(row.scope),
		...{ revision, createdAt, updatedAt, publication },
	};
}

/** The talks that a write-up's places are about, each once. */
export function listTalkIds({ sections }: Pick<WriteUpContent, "sections">): number[] {
	const ids = sections.flatMap(({ items }) => items.flatMap(({ talkId }) => talkId ?? []));
	return [...new Set(ids)];
}

/** Talks with what the visitor wrote on them, by id: those that there are. */
export async function loadWriteUpTalks(
	db: Tx,
	{ userId, talkIds }: { userId: string; talkIds: readonly number[] },
): Promise<ReadonlyMap<number, CompiledTalk>> {
	return loadCompiledTalks(db, userId, await loadExportedTalks(db, userId, [...new Set(talkIds)]));
}

/** The talks in a scope that the visitor marked or noted; null where there is no such conference or topic. */
export async function collectTalksInScope(db: Db, userId: string, scope: WriteUpScope): Promise<CollectedTalks | null> {
	switch (scope.kind) {
		case "nothing":
			return { conference: null, talks: [] };
		case "conference":
			return collectTalks(db, userId, { ...MARKED_OR_WITH_NOTE, conference: scope.conference });
		case "topic": {
			const topic = await db.topic.findUnique({
				where: { userId_slug: { userId, slug: scope.topic } },
				select: { talks: { select: { talkId: true } } },
			});
			const talkIds = topic?.talks.map(({ talkId }) => talkId);
			const found = talkIds && (await collectTalks(db, userId, { ...MARKED_OR_WITH_NOTE, conference: null, talkIds }));
			// Ids alone are taken whether anything was marked or not.
			return found ? { ...found, talks: found.talks.filter(({ mark, noteUpdatedAt }) => mark ?? noteUpdatedAt) } : null;
		}
		case "watchlist": {
			const params = new URLSearchParams(scope.query);
			params.set("watchlist", "1");
			return collectTalks(db, userId, await resolveRequest(db, userId, params));
		}
	}
}

const MARKED_OR_WITH_NOTE = { includeMarked: true, statuses: null, talkIds: null };

/** The talks in a write-up's scope that it does not have yet; null where the visitor has no such write-up. */
export async function listTalksToAdd(db: Db, of: { userId: string; id: string }): Promise<CollectedTalks | null> {
	const writeUp = await getWriteUp(db, of);
	if (!writeUp) return null;
	const existingIds = new Set(listTalkIds(writeUp.content));
	const found = await collectTalksInScope(db, of.userId, writeUp.scope);
	if (!found) return { conference: null, talks: [] };
	return { ...found, talks: found.talks.filter(({ id }) => !existingIds.has(id)) };
}

/** What a write-up of a scope is called first; null where there is no such conference or topic. */
export async function findScopeTitle(db: Tx, userId: string, scope: WriteUpScope): Promise<string | null> {
	switch (scope.kind) {
		case "nothing":
			return "";
		case "conference": {
			const { conference: slug } = scope;
			const conference = await db.conference.findUnique({ where: { slug }, select: { title: true } });
			return conference?.title ?? null;
		}
		case "topic": {
			const where = { userId_slug: { userId, slug: scope.topic } };
			const topic = await db.topic.findUnique({ where, select: { name: true } });
			return topic?.name ?? null;
		}
		case "watchlist":
			return "From my watchlist";
	}
}

const MAX_RESULTS = 20;

/**
 * The talks of all conferences whose titles and speakers have all the words: those that the visitor marked or noted first,
 * then those of the latest conferences. At most twenty.
 */
export async function findTalksToAdd(
	db: Tx,
	{ userId, query }: { userId: string; query: string },
): Promise<CompiledTalk[]> {
	const words = tokenizeQuery(query);
	if (words.length === 0) return [];
	const rows = await db.talk.findMany({
		select: {
			id: true,
			title: true,
			start: true,
			speakers: { select: { speaker: { select: { name: true } } } },
			marks: { where: { userId }, select: { status: true } },
			notes: { where: { userId }, select: { id: true } },
		},
	});
	const ids = rows
		.filter(({ title, speakers }) => {
			const text = normalizeForSearch([title, ...speakers.map(({ speaker }) => speaker.name)].join(" "));
			return words.every((word) => text.includes(word));
		})
		.map(({ id, start, marks, notes }) => ({ id, isOwn: marks.length + notes.length > 0, start: start.getTime() }))
		.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.start - a.start || a.id - b.id)
		.slice(0, MAX_RESULTS)
		.map(({ id }) => id);
	const talks = await loadWriteUpTalks(db, { userId, talkIds: ids });
	return ids.flatMap((id) => talks.get(id) ?? []);
}
