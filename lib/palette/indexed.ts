import type { Tx } from "@/lib/db/client";
import { fold } from "@/lib/search/fold";
import * as paths from "@/lib/talks/paths";
import type { PaletteItem } from "./types";

/** What can be led to, ready to be looked through. */
export type Indexed = PaletteItem & {
	/** The title, folded. */
	readonly text: string;
	/** Folded, too: what else it is looked for by. */
	readonly beside: string;
};

type Named = { readonly id: number; readonly slug: string; readonly title: string; readonly revision: number };

type Kept = Map<number, { readonly revision: number; readonly items: Promise<readonly Indexed[]> }>;

const keptOf = new WeakMap<Tx, Kept>();

/**
 * The talks, speakers, tracks and rooms of conferences that were read just now. Each is kept in memory until an import or edit
 * raises its revision: somebody asks with every key they press. A conference of 1,000 talks takes about 1 MB.
 */
export async function indexedOf(
	db: Tx,
	conferences: readonly Named[],
): Promise<ReadonlyMap<number, readonly Indexed[]>> {
	const kept: Kept = keptOf.get(db) ?? new Map();
	keptOf.set(db, kept);
	const ids = new Set(conferences.map(({ id }) => id));
	for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
	const entries = conferences.map(async (conference) => {
		const { id, revision } = conference;
		const known = kept.get(id);
		if (known?.revision === revision) return [id, await known.items] as const;
		const items = readItems(db, conference);
		kept.set(id, { revision, items });
		// Whoever asks next asks again.
		items.catch(() => kept.delete(id));
		return [id, await items] as const;
	});
	return new Map(await Promise.all(entries));
}

async function readItems(db: Tx, { id: conferenceId, slug, title: about }: Named): Promise<Indexed[]> {
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
			return indexed(
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
			indexed({ kind: "speaker", title: each.name, about, href: paths.speaker(slug, each.slug) }),
		),
		...tracks.map((each) => indexed({ kind: "track", title: each.name, about, href: paths.track(slug, each.slug) })),
		...rooms.map((each) => indexed({ kind: "room", title: each.name, about, href: paths.room(slug, each.slug) })),
	];
}

/** `beside` is what else it is looked for by. */
export function indexed(item: PaletteItem, beside = ""): Indexed {
	return { ...item, text: fold(item.title), beside: fold(beside) };
}
