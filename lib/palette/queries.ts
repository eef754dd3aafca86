import type { Tx } from "@/lib/db/client";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import * as paths from "@/lib/urls/paths";
import { scoreMatch } from "./rank";

const KINDS = ["conference", "talk", "speaker", "track", "room"] as const;
const MAX_PER_KIND = 6;

type PaletteQuery = {
	readonly query: string;
	/** Slug of the conference that is looked at, whose things come first; null for none. */
	readonly conference: string | null;
};

type Candidate = IndexedItem & {
	readonly score: number;
	/** The first day of its conference. */
	readonly at: string;
	readonly isCurrentConference: boolean;
};

/** What the words of a query may mean: conferences, talks, speakers, tracks and rooms, the likeliest of each first. */
export async function findForPalette(db: Tx, { query, conference }: PaletteQuery): Promise<PaletteItem[]> {
	const words = tokenizeQuery(query);
	if (words.length === 0) return [];
	const conferences = await db.conference.findMany({
		select: { id: true, slug: true, title: true, startDate: true, revision: true },
	});
	const itemsOf = await loadIndexedItems(db, conferences);
	const found = conferences.flatMap(({ id, slug, title, startDate: at }): Candidate[] => {
		const conferenceItem = indexItem({ kind: "conference", title, about: "", href: paths.conference(slug) });
		return [conferenceItem, ...(itemsOf.get(id) ?? [])].flatMap((item) => {
			const score = scoreMatch(words, item);
			return score > 0 ? [{ ...item, score, at, isCurrentConference: slug === conference }] : [];
		});
	});
	return KINDS.flatMap((kind) =>
		found
			.filter((each) => each.kind === kind)
			.sort(compareCandidates)
			.slice(0, MAX_PER_KIND)
			.map(({ title, about, href }) => ({ kind, title, about, href })),
	);
}

const collator = new Intl.Collator("en");

function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		Number(b.isCurrentConference) - Number(a.isCurrentConference) ||
		b.score - a.score ||
		collator.compare(b.at, a.at) ||
		collator.compare(a.title, b.title)
	);
}

/** What can be led to, ready to be looked through. */
type IndexedItem = PaletteItem & {
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
async function loadIndexedItems(
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

/** Something that the command palette leads to. */
export type PaletteItem = {
	readonly kind: "talk" | "speaker" | "track" | "room" | "conference" | "page";
	readonly title: string;
	/** What else tells it apart: the conference, who speaks. */
	readonly about: string;
	/** Path of its page. */
	readonly href: string;
};
