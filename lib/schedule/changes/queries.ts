import type { Prisma, Tx } from "@/lib/db/client";
import { findNewsKinds, type NewsKind } from "./news-kinds";
import { isVisibleChange } from "./recorded-changes";
import type { RecordedChange, TalkChangeKind } from "./schema";
import { readFieldChanges } from "./schema";

/** What an update changed about one talk, and what the talk is now. */
export type TalkNews = RecordedChange & {
	readonly talk: {
		readonly id: number;
		readonly slug: string;
		readonly title: string;
		readonly isCancelled: boolean;
		readonly isWithdrawn: boolean;
	};
};

/** An import, or a sitting of edits by hand. */
export type Update = {
	readonly id: number;
	readonly at: Date;
	/** A file's name or an address; empty where it was by hand. */
	readonly source: string;
	readonly version: string;
	readonly isByHand: boolean;
	/** The conference's first import, which tells no talk by itself. */
	readonly isFirst: boolean;
	/** Talks in the schedule afterwards. */
	readonly talkCount: number;
	/** By title. */
	readonly changes: readonly TalkNews[];
};

export type UpdateFilter = {
	/** Only changes of this kind. */
	readonly kind?: NewsKind;
	/** Only changes of talks that this visitor has marked. */
	readonly markedBy?: string;
};

export type UpdatePage = {
	/** The newest first. With a filter, only those of which it leaves something. */
	readonly updates: readonly Update[];
	/** What to ask as `before` for the updates before these; null where there are none. */
	readonly before: number | null;
};

/** As many updates are read at once, or fewer where they change more than so many talks. */
const MAX_UPDATES = 10;
const MAX_CHANGES = 3000;

/** A page of a conference's updates, the newest first: those made before the update `before`, or the latest. */
export async function listUpdates(
	db: Tx,
	conferenceId: number,
	{ before, kind, markedBy }: UpdateFilter & { readonly before?: number } = {},
): Promise<UpdatePage> {
	const ofTalk = markedBy === undefined ? {} : { talk: { marks: { some: { userId: markedBy } } } };
	const rows = await db.scheduleUpdate.findMany({
		where: {
			conferenceId,
			...(before !== undefined && { id: { lt: before } }),
			...(markedBy !== undefined && { changes: { some: ofTalk } }),
			...(kind !== undefined && { changes: { some: { ...ofTalk, ...whereKind(kind) } } }),
		},
		select: { ...updateSelect, _count: { select: { changes: { where: ofTalk } } } },
		// Their ids are in the order in which they were made.
		orderBy: { id: "desc" },
		take: MAX_UPDATES + 1,
	});
	let changeCount = 0;
	const visibleRows = rows.slice(0, MAX_UPDATES).filter(({ _count }, index) => {
		changeCount += _count.changes;
		return index === 0 || changeCount <= MAX_CHANGES;
	});
	const ids = visibleRows.map(({ id }) => id);
	const changes = await listChanges(db, { updateId: { in: ids }, ...ofTalk, ...(kind && whereKind(kind)) });
	const updates = visibleRows.map(({ _count, ...update }) => ({
		...update,
		changes: changes.flatMap(({ updateId, news }) =>
			updateId === update.id && (kind === undefined || findNewsKinds(news).includes(kind)) ? [news] : [],
		),
	}));
	// Of a first import no talk is told, and of edits that were all taken back nothing is left.
	const isFiltered = kind !== undefined || markedBy !== undefined;
	return {
		updates: updates.filter(({ isFirst, changes }) => changes.length > 0 || (isFirst && !isFiltered)),
		before: rows.length > visibleRows.length ? (ids.at(-1) ?? null) : null,
	};
}

/** One update of a conference with all its changes, or those that a filter leaves. */
export async function findUpdate(
	db: Tx,
	conferenceId: number,
	id: number,
	{ kind, markedBy }: UpdateFilter = {},
): Promise<Update | null> {
	const update = await db.scheduleUpdate.findUnique({ where: { id, conferenceId }, select: updateSelect });
	if (!update) return null;
	const ofTalk = markedBy === undefined ? {} : { talk: { marks: { some: { userId: markedBy } } } };
	const changes = (await listChanges(db, { updateId: id, ...ofTalk })).map(({ news }) => news);
	return {
		...update,
		changes: kind === undefined ? changes : changes.filter((each) => findNewsKinds(each).includes(kind)),
	};
}

/** What an update changed about the talk whose history it is part of. */
export type HistoryEntry = RecordedChange & { readonly at: Date; readonly isByHand: boolean };

/** All that changed about a talk since it is in the schedule, the latest first. */
export async function listTalkHistory(db: Tx, talkId: number): Promise<HistoryEntry[]> {
	const rows = await db.talkChange.findMany({
		where: { talkId },
		select: { kind: true, fields: true, update: { select: { at: true, isByHand: true } } },
		orderBy: { updateId: "desc" },
	});
	return rows
		.map(({ kind, fields, update }) => ({ ...update, kind, fields: readFieldChanges(fields) }))
		.filter(isVisibleChange);
}

const updateSelect = {
	id: true,
	at: true,
	source: true,
	version: true,
	isByHand: true,
	isFirst: true,
	talkCount: true,
} satisfies Prisma.ScheduleUpdateSelect;

const CHANGE_KINDS: Partial<Readonly<Record<NewsKind, TalkChangeKind>>> = {
	new: "ADDED",
	withdrawn: "WITHDRAWN",
	returned: "RETURNED",
};

/** What the database can tell of a change of that kind: its fields are for our own eyes only. */
function whereKind(kind: NewsKind): Prisma.TalkChangeWhereInput {
	const is = CHANGE_KINDS[kind];
	return is ? { kind: is } : { kind: { notIn: ["ADDED"] } };
}

/** Changes by the title that their talks have now. */
async function listChanges(
	db: Tx,
	where: Prisma.TalkChangeWhereInput,
): Promise<{ readonly updateId: number; readonly news: TalkNews }[]> {
	const rows = await db.talkChange.findMany({
		where,
		select: {
			updateId: true,
			kind: true,
			fields: true,
			talk: { select: { id: true, slug: true, title: true, isCancelled: true, withdrawnAt: true } },
		},
	});
	const byTitle = new Intl.Collator("en", { numeric: true });
	return rows
		.map(({ updateId, kind, fields, talk: { withdrawnAt, ...talk } }) => ({
			updateId,
			news: { kind, fields: readFieldChanges(fields), talk: { ...talk, isWithdrawn: withdrawnAt !== null } },
		}))
		.filter(({ news }) => isVisibleChange(news))
		.sort((a, b) => byTitle.compare(a.news.talk.title, b.news.talk.title) || a.news.talk.id - b.news.talk.id);
}
