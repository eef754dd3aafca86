import type { Tx } from "@/lib/db/client";
import { groupByKey } from "@/lib/talks/group-by-key";
import { queryInBatches } from "@/lib/writeups/export/rows";
import { toUrlKey } from "@/lib/writeups/read/url-key";
import type { Backup, TalkRef, WriteUpBackup } from "./types";

type TalkReference = Pick<TalkRef, "conference" | "guid" | "title" | "url"> & { readonly key?: string | undefined };
type LocalTalk = TalkRef & { readonly id: number };

export type LocalTalks = {
	/** Null for a talk that is not here. */
	readonly findId: (ref: TalkReference) => number | null;
	readonly toLocalRef: ToLocalRef;
	/** Ids of the conferences that are named and are here, by slug. */
	readonly conferences: ReadonlyMap<string, number>;
};

/**
 * Which talks of this installation the talks that backups name are: of the conference of that slug, the one of the same
 * key, else the only one of the same guid or address, or, where one of both has no guid, of the same title.
 */
export async function findLocalTalks(db: Tx, backups: readonly Backup[]): Promise<LocalTalks> {
	const slugs = [...new Set(backups.flatMap(listConferenceSlugs))];
	const found = await queryInBatches(slugs, (part) =>
		db.conference.findMany({ where: { slug: { in: part } }, select: { id: true, slug: true } }),
	);
	const select = { id: true, guid: true, key: true, title: true, url: true } as const;
	const finders = new Map<string, (ref: TalkReference) => LocalTalk | undefined>();
	for (const { id, slug } of found) {
		const rows = await db.talk.findMany({ where: { conferenceId: id }, select, orderBy: { id: "asc" } });
		finders.set(slug, createFinder(rows.map((row) => ({ conference: slug, ...row }))));
	}
	const find = (ref: TalkReference) => finders.get(ref.conference)?.(ref);
	return {
		findId: (ref) => find(ref)?.id ?? null,
		toLocalRef: (ref) => {
			const talk = find(ref);
			if (!talk) return ref;
			const { conference, guid, key, title, url } = talk;
			return { ...ref, conference, guid, key, title, url };
		},
		conferences: new Map(found.map(({ id, slug }) => [slug, id])),
	};
}

function listConferenceSlugs({ conferences, talks, writeUps, settings }: Backup): string[] {
	const inWriteUps = writeUps.flatMap(({ sections }) =>
		sections.flatMap(({ items }) => items.flatMap(({ talk }) => talk ?? [])),
	);
	const mentioned = [...talks, ...inWriteUps, ...settings.missedAnswers].map(({ conference }) => conference);
	return [...conferences.map(({ slug }) => slug), ...mentioned];
}

function createFinder(talks: readonly LocalTalk[]): (ref: TalkReference) => LocalTalk | undefined {
	const byKey = new Map(talks.map((talk) => [talk.key, talk]));
	const byGuid = indexUnique(talks, ({ guid }) => guid?.toLowerCase() ?? null);
	const byUrl = indexUnique(talks, ({ url }) => url && toUrlKey(url));
	const byTitle = indexUnique(talks, ({ title }) => title);
	// Two guids are two talks, whatever they are called.
	const findByTitle = (title: string, guid: string | null) => {
		const talk = byTitle.get(title);
		return talk && (guid === null || talk.guid === null) ? talk : undefined;
	};
	return ({ key, guid, url, title }) =>
		(key === undefined ? undefined : byKey.get(key)) ??
		(guid === null ? undefined : byGuid.get(guid.toLowerCase())) ??
		(url === null ? undefined : byUrl.get(toUrlKey(url))) ??
		findByTitle(title, guid);
}

/** Talks by what nobody else of them has. */
function indexUnique(
	talks: readonly LocalTalk[],
	by: (talk: LocalTalk) => string | null,
): ReadonlyMap<string, LocalTalk> {
	const groups = groupByKey(talks, by);
	return new Map([...groups].flatMap(([key, [talk, other]]) => (key && talk && !other ? [[key, talk]] : [])));
}

/** How a talk that a file names is named here; the same name where it is not here. */
type ToLocalRef = <Ref extends TalkReference>(ref: Ref) => Ref;

/** A backup whose talks are named as they are here. Two that are one talk here are named alike. */
export function withLocalRefs(backup: Backup, toLocalRef: ToLocalRef): Backup {
	return {
		...backup,
		talks: backup.talks.map(toLocalRef),
		writeUps: backup.writeUps.map((writeUp) => withLocalRefsInWriteUp(writeUp, toLocalRef)),
	};
}

function withLocalRefsInWriteUp(writeUp: WriteUpBackup, toLocalRef: ToLocalRef): WriteUpBackup {
	return {
		...writeUp,
		sections: writeUp.sections.map((section) => ({
			...section,
			items: section.items.map((item) => ({ ...item, talk: item.talk && toLocalRef(item.talk) })),
		})),
	};
}
