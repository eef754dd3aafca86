import type { Tx } from "@/lib/db/client";
import { queryWords } from "@/lib/search/fold";
import * as paths from "@/lib/talks/paths";
import { fitOf } from "./rank";
import type { PaletteItem } from "./types";

const MOST_OF_A_KIND = 6;

type Asked = {
	readonly query: string;
	/** Slug of the conference that is looked at, whose things come first; null for none. */
	readonly conference: string | null;
};

/** What the words of a query may mean: conferences, talks, speakers and tracks, the likeliest of each first. */
export async function findForPalette(db: Tx, { query, conference }: Asked): Promise<PaletteItem[]> {
	const words = queryWords(query);
	if (words.length === 0) return [];
	const ofConference = { select: { slug: true, title: true, startDate: true } } as const;
	const conferences = await db.conference.findMany({ select: { slug: true, title: true, startDate: true } });
	const talks = await db.talk.findMany({
		where: { withdrawnAt: null },
		select: {
			...{ slug: true, title: true, conference: ofConference },
			speakers: { select: { speaker: { select: { name: true } } } },
		},
	});
	const speakers = await db.speaker.findMany({
		where: { talks: { some: { talk: { withdrawnAt: null } } } },
		select: { slug: true, name: true, conference: ofConference },
	});
	const tracks = await db.track.findMany({ select: { slug: true, name: true, conference: ofConference } });

	type Candidate = PaletteItem & { readonly fit: number; readonly at: string; readonly isHere: boolean };
	const best = (candidates: Candidate[]): PaletteItem[] =>
		candidates
			.filter(({ fit }) => fit > 0)
			.sort(
				(a, b) =>
					Number(b.isHere) - Number(a.isHere) ||
					b.fit - a.fit ||
					b.at.localeCompare(a.at) ||
					a.title.localeCompare(b.title),
			)
			.slice(0, MOST_OF_A_KIND)
			.map(({ kind, title, about, href }) => ({ kind, title, about, href }));
	const where = (of: { slug: string; startDate: string }) => ({ at: of.startDate, isHere: of.slug === conference });

	return [
		...best(
			conferences.map((each) => ({
				...{ kind: "conference" as const, title: each.title, about: "", href: paths.conference(each.slug) },
				...{ fit: fitOf(words, each.title), ...where(each) },
			})),
		),
		...best(
			talks.map(({ slug, title, conference: of, speakers: by }) => {
				const names = by.map(({ speaker }) => speaker.name).join(", ");
				const about = [names, of.title].filter((each) => each !== "").join(" · ");
				const href = paths.talk(of.slug, slug);
				return { kind: "talk" as const, title, about, href, fit: fitOf(words, title, names), ...where(of) };
			}),
		),
		...best(
			speakers.map(({ slug, name, conference: of }) => ({
				...{ kind: "speaker" as const, title: name, about: of.title, href: paths.speaker(of.slug, slug) },
				...{ fit: fitOf(words, name), ...where(of) },
			})),
		),
		...best(
			tracks.map(({ slug, name, conference: of }) => ({
				...{ kind: "track" as const, title: name, about: of.title, href: paths.track(of.slug, slug) },
				...{ fit: fitOf(words, name), ...where(of) },
			})),
		),
	];
}
