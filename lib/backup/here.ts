import type { Tx } from "@/lib/db/client";
import { together } from "@/lib/talks/together";
import { inParts } from "@/lib/writeups/export/rows";
import { addressKey } from "@/lib/writeups/read/address-key";
import type { NameHere } from "./named";
import type { Backup, TalkRef } from "./types";

type Named = Pick<TalkRef, "conference" | "guid" | "title" | "url"> & { readonly key?: string | undefined };
type TalkHere = TalkRef & { readonly id: number };

export type TalksHere = {
	/** Null for a talk that is not here. */
	readonly idOf: (ref: Named) => number | null;
	readonly nameHere: NameHere;
	/** Ids of the conferences that are named and are here, by slug. */
	readonly conferences: ReadonlyMap<string, number>;
};

/**
 * Which talks of this installation the talks that backups name are: of the conference of that slug, the one of the same
 * key, else the only one of the same guid or address, or, where one of both has no guid, of the same title.
 */
export async function talksHere(db: Tx, backups: readonly Backup[]): Promise<TalksHere> {
	const slugs = [...new Set(backups.flatMap(conferencesOf))];
	const found = await inParts(slugs, (part) =>
		db.conference.findMany({ where: { slug: { in: part } }, select: { id: true, slug: true } }),
	);
	const select = { id: true, guid: true, key: true, title: true, url: true } as const;
	const finders = new Map<string, (ref: Named) => TalkHere | undefined>();
	for (const { id, slug } of found) {
		const rows = await db.talk.findMany({ where: { conferenceId: id }, select, orderBy: { id: "asc" } });
		finders.set(slug, finder(rows.map((row) => ({ conference: slug, ...row }))));
	}
	const find = (ref: Named) => finders.get(ref.conference)?.(ref);
	return {
		idOf: (ref) => find(ref)?.id ?? null,
		nameHere: (ref) => {
			const talk = find(ref);
			if (!talk) return ref;
			const { conference, guid, key, title, url } = talk;
			return { ...ref, conference, guid, key, title, url };
		},
		conferences: new Map(found.map(({ id, slug }) => [slug, id])),
	};
}

function conferencesOf({ conferences, talks, writeUps, settings }: Backup): string[] {
	const inWriteUps = writeUps.flatMap(({ sections }) =>
		sections.flatMap(({ items }) => items.flatMap(({ talk }) => talk ?? [])),
	);
	const named = [...talks, ...inWriteUps, ...settings.missedAnswers].map(({ conference }) => conference);
	return [...conferences.map(({ slug }) => slug), ...named];
}

function finder(talks: readonly TalkHere[]): (ref: Named) => TalkHere | undefined {
	const byKey = new Map(talks.map((talk) => [talk.key, talk]));
	const byGuid = onlyOnes(talks, ({ guid }) => guid?.toLowerCase() ?? null);
	const byUrl = onlyOnes(talks, ({ url }) => url && addressKey(url));
	const byTitle = onlyOnes(talks, ({ title }) => title);
	// Two guids are two talks, whatever they are called.
	const ofTitle = (title: string, guid: string | null) => {
		const talk = byTitle.get(title);
		return talk && (guid === null || talk.guid === null) ? talk : undefined;
	};
	return ({ key, guid, url, title }) =>
		(key === undefined ? undefined : byKey.get(key)) ??
		(guid === null ? undefined : byGuid.get(guid.toLowerCase())) ??
		(url === null ? undefined : byUrl.get(addressKey(url))) ??
		ofTitle(title, guid);
}

/** Talks by what nobody else of them has. */
function onlyOnes(talks: readonly TalkHere[], by: (talk: TalkHere) => string | null): ReadonlyMap<string, TalkHere> {
	const groups = together(talks, by);
	return new Map([...groups].flatMap(([key, [talk, other]]) => (key && talk && !other ? [[key, talk]] : [])));
}
