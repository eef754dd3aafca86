import type { Tx } from "@/lib/db/client";
import { normalizeForSearch } from "@/lib/search/fold";
import * as paths from "@/lib/talks/paths";
import type { PaletteItem } from "./types";

/** What can be led to, ready to be looked through. */
export type IndexedItem = PaletteItem & {
	/** The title, folded. */
	readonly text: string;
	/** Folded, too: what else it is looked for by. */
	readonly keywords: string;
};

type IndexedConference = {
	readonly id: number;
	readonly slug: string;
	readonly title: string;
	readonly revision: number;
};

type ItemCache = Map<number, { readonly revision: number; readonly items: Promise<readonly IndexedItem[]> }>;

const caches = new WeakMap<Tx, ItemCache>();

/**
 * The talks, speakers, tracks and rooms of conferences that were read just now. Each is kept in memory until an import or edit
 * raises its revision: somebody asks with every key they press. A conference of 1,000 talks takes about 1 MB.
 */
export async function loadIndexedItems(
	db: Tx,
	conferences: readonly IndexedConference[],
): Promise<ReadonlyMap<number, readonly IndexedItem[]>> {
	const cache: ItemCache = caches.get(db) ?? new Map();
	caches.set(db, cache);
	const ids = new Set(conferences.map(({ id }) => id));
	for (const id of cache.keys()) if (!ids.has(id)) cache.delete(id);
	const entries = conferences.map(async (conference) => {
		const { id, revision } = conference;
		const cached = cache.get(id);
		if (cached?.revision === revision) return [id, await cached.items] as const;
		const items = readItems(db, conference);
		cache.set(id, { revision, items });
		// Whoever asks next asks again.
		items.catch(() => cache.delete(id));
		return [id, await items] as const;
	});
	return new Map(await Promise.all(entries));
}

async function readItems(db: Tx, { id: conferenceId, slug, title: about }: IndexedConference): Promise<IndexedItem[]> {
	const named = { select: { slug: true, name: true } } as const;
	const [talks, speakers, tracks, rooms] = await Promise.all([
		db.talk.findMany({
			where: { conferenceId, withdrawnAt: null },
			select: { slug: true, title: true, speakers: { select: { speaker: { select: { name: true } } } } },
		}),
		db.speaker.findMany({ where: { conferenceId, talks: { some: { talk: { withdrawnAt: null } } } }, ...named }),
		db.track.findMany({ where: { conferenceId, talks: { some: { withdrawnAt: null } } }, ...named }),
		db.room.findMany({ where: { conferenceId, talks: { some: { withdrawnAt: null } } }, ...named }),
	]);
	return [
		...talks.map((talk) => {
			const names = talk.speakers.map(({ speaker }) => speaker.name).join(", ");
			return indexItem(
				{
					kind: "talk",
					title: talk.title,
					about: [names, about].filter((each) => each !== "").join(" · "),
					href: paths.talk(slug, talk.slug),
				},
				names,
			);
		}),
		...speakers.map((each) =>
			indexItem({ kind: "speaker", title: each.name, about, href: paths.speaker(slug, each.slug) }),
		),
		...tracks.map((each) => indexItem({ kind: "track", title: each.name, about, href: paths.track(slug, each.slug) })),
		...rooms.map((each) => indexItem({ kind: "room", title: each.name, about, href: paths.room(slug, each.slug) })),
	];
}

/** `beside` is what else it is looked for by. */
export function indexItem(item: PaletteItem, keywords = ""): IndexedItem {
	return { ...item, text: normalizeForSearch(item.title), keywords: normalizeForSearch(keywords) };
}
